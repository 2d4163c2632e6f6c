/** The first sentence of a text that asks something, without Markdown's marks; empty where none does. */
export function questionIn(markdown: string): string {
  const lines = markdown
    .replace(/```[\s\S]*?```/g, " ")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .split("\n")
    .filter((line) => !/^\s*(>|\|)/.test(line))
    .map((line) => line.replace(/^\s*(#+|[-*+]|\d+\.)\s+/, "").replace(/[*_`~]/g, ""));
  const asked = lines.join("\n").match(/[^.!?\n]{4,}\?/)?.[0] ?? "";
  return asked.replace(/\s+/g, " ").trim().slice(0, 200);
}

/** A text as a quotation, with who said it. */
export function quoted(markdown: string, who: string): string {
  const lines = markdown.split("\n").map((line) => `> ${line}`.trimEnd());
  return `${lines.join("\n")}\n\n${who} wrote this.`;
}
