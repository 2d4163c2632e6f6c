/** "Support assistant" → "SUP"; "Edge" → "EDG" */
export function suggestKey(name: string): string {
  return name
    .normalize("NFKD")
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "")
    .replace(/^[0-9]+/, "")
    .slice(0, 3);
}
