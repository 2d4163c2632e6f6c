const longestKey = 8;

/** A short key from a project's name: "Support assistant" → "SA", "Edge" → "EDG"; empty where the name has no letters. */
export function suggestKey(name: string): string {
  const words = name
    .normalize("NFKD")
    .toUpperCase()
    .replace(/[^A-Z0-9\s-]/g, "")
    .split(/[\s-]+/)
    .filter((word) => word !== "");
  const initials = words.map((word) => word.charAt(0)).join("");
  const key = (words.length > 1 ? initials : (words[0] ?? "").slice(0, 3)).replace(/^[0-9]+/, "").slice(0, 6);
  return key.length === 1 ? `${key}1` : key;
}

/** The key itself, or the first of KEY2, KEY3 … that nobody has. */
export function freeKey(key: string, taken: ReadonlySet<string>): string {
  if (!taken.has(key)) return key;
  for (let number = 2; ; number++) {
    const end = String(number);
    const candidate = key.slice(0, longestKey - end.length) + end;
    if (!taken.has(candidate)) return candidate;
  }
}
