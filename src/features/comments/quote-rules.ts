// A quote is found by its words as a reader sees them, with what stands before and after it, so that it survives edits around it.

/** Markdown as a reader sees it, on one line, and for each of its characters the place in the Markdown it comes from. */
export type SeenText = { readonly text: string; readonly from: readonly number[] };

export type Quote = { readonly quote: string; readonly before: string; readonly after: string };

type Span = { readonly start: number; readonly end: number };

export const quoteLimit = 500;
const contextLength = 60;

/** Marks that a reader does not see. Of an escaped mark, the mark itself is seen. */
const unseen = new RegExp(
  [
    // Under a table's header, and around code of several lines.
    /^[ \t]*(?=[^\n]*\|)[ \t|:-]*-[ \t|:-]*$/,
    /^[ \t]*(?:`{3,}|~{3,})[^\n]*$/,
    // What a line begins with: quotes, lists, headings, boxes.
    /^[ \t]*(?:(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t])[ \t]*)+(?:\[[ xX]\][ \t])?/,
    /\\(?<escaped>[!-/:-@[-`{-~])/,
    // Around the text of a link.
    /!?\[(?=[^\]\n]{0,300}\]\([^)\s]{0,2000}\))/,
    /(?<=\[[^\]\n]{0,300})\]\([^)\s]{0,2000}\)/,
    /\*+|`+|~~|(?<=[^\s_])_+(?!\w)|(?<!\w)_+(?=[^\s_])|\|/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gm",
);

export function seenText(markdown: string): SeenText {
  let text = "";
  const from: number[] = [];
  const add = (upTo: number, start: number) => {
    for (let at = start; at < upTo; at++) {
      const character = markdown[at] ?? "";
      const blank = /\s/.test(character);
      if (blank && (text === "" || text.endsWith(" "))) continue;
      text += blank ? " " : character;
      from.push(at);
    }
  };
  let last = 0;
  for (const mark of markdown.matchAll(unseen)) {
    add(mark.index, last);
    last = mark.index + mark[0].length;
    // Cells and lines are words apart; an escaped mark is a word's own.
    if (mark.groups?.escaped !== undefined) add(last, last - 1);
    else if (/[|\n]/.test(mark[0]) && text !== "" && !text.endsWith(" ")) {
      text += " ";
      from.push(mark.index);
    }
  }
  add(markdown.length, last);
  const trimmed = text.trimEnd();
  return { text: trimmed, from: from.slice(0, trimmed.length) };
}

export function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** The span with what stands around it, by which it is found again. */
export function quoteOf(text: string, { start, end }: Span): Quote {
  return {
    quote: text.slice(start, end),
    before: text.slice(Math.max(0, start - contextLength), start),
    after: text.slice(end, end + contextLength),
  };
}

/** Where the quote stands now. Of several places the one that fits best to what stood around it; null when it stands nowhere. */
export function findQuote(text: string, { quote, before, after }: Quote): Span | null {
  if (quote === "") return null;
  let best: { start: number; fit: number } | null = null;
  for (let start = text.indexOf(quote); start !== -1; start = text.indexOf(quote, start + 1)) {
    const end = start + quote.length;
    const fit =
      alike([...text.slice(Math.max(0, start - contextLength), start)].reverse(), [...before].reverse()) +
      alike([...text.slice(end, end + contextLength)], [...after]);
    if (best === null || fit > best.fit) best = { start, fit };
  }
  return best === null ? null : { start: best.start, end: best.start + quote.length };
}

function alike(a: readonly string[], b: readonly string[]): number {
  const different = a.findIndex((character, place) => character !== b[place]);
  return different === -1 ? a.length : different;
}

/** The part of the Markdown in which the quote is written, or null. It takes the marks along that it would otherwise cut in two. */
export function quotedSource(markdown: string, quote: Quote): Span | null {
  const seen = seenText(markdown);
  const found = findQuote(seen.text, quote);
  const first = found === null ? undefined : seen.from[found.start];
  const last = found === null ? undefined : seen.from[found.end - 1];
  if (first === undefined || last === undefined) return null;
  return withWholeMarks(markdown, { start: first, end: last + 1 });
}

function withWholeMarks(markdown: string, { start, end }: Span): Span {
  const halves = (span: Span) =>
    (markdown.slice(span.start, span.end).match(/\*+|`+|~~/g) ?? []).length % 2 === 1;
  if (!halves({ start, end })) return { start, end };
  const after = /^[*`~]+/.exec(markdown.slice(end))?.[0].length ?? 0;
  if (after > 0 && !halves({ start, end: end + after })) return { start, end: end + after };
  const before = /[*`~]+$/.exec(markdown.slice(Math.max(0, start - 10), start))?.[0].length ?? 0;
  return before > 0 ? { start: start - before, end } : { start, end };
}

/** The sentences of a text, as spans: what can be commented on one by one. */
export function sentencesOf(text: string): Span[] {
  return [...new Intl.Segmenter("en", { granularity: "sentence" }).segment(text)]
    .map(({ segment, index }) => ({ start: index, end: index + segment.trimEnd().length }))
    .filter(({ start, end }) => end > start)
    .map(({ start, end }) => ({ start, end: Math.min(end, start + quoteLimit) }));
}
