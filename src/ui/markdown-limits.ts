/** Quotes and lists inside each other say nothing to a reader beyond this, and cost the renderer dearly. */
const deepestNesting = 12;
/** Lines, and marks that may begin or end something: emphasis, links, code. A long page of prose has a few hundred. */
const mostMarks = 2_000;
/** A short row is filled up to its table's width, so that few characters can ask for very many cells. */
const mostCells = 3_000;

/**
 * Why a text is not shown as Markdown, as a sentence, or null. Within these limits rendering takes a fraction of a second
 * whatever the text. Meant for texts of at most some 20,000 characters.
 */
export function whyNotMarkdown(text: string): string | null {
  const lines = text.split("\n");
  const nesting = lines.map(nestingOf);
  if (Math.max(...nesting) > deepestNesting) return "Please nest quotes and lists less deeply.";
  const widest = Math.max(...lines.map((line) => occurrences(line, /\|/g)));
  const filled = lines.filter((line) => line.trim() !== "").length;
  if (widest * filled > mostCells && lines.some(isTableRule)) return "Please use smaller tables.";
  const marks = lines.length + sum(nesting) + occurrences(text, /[*_~`&!<\\]+|[[\]@]|:\/\/|www/g);
  return marks > mostMarks ? "Please use less formatting, or split this into several texts." : null;
}

/** The quote and list marks a line begins with. */
function nestingOf(line: string): number {
  const marks = /^(?:\s*(?:>|[-*+]\s|\d+[.)]\s))+/.exec(line)?.[0] ?? "";
  return occurrences(marks, />|[-*+]|\d+[.)]/g);
}

/** Whether the line could be the one under a table's header. */
function isTableRule(line: string): boolean {
  return line.includes("|") && line.includes("-") && /^[\s>|:-]+$/.test(line);
}

function occurrences(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
