// What every letter is made of. What people wrote is quoted, never executed.

export type LetterWords = { readonly subject: string; readonly text: string; readonly html: string };

/** A paragraph, in plain text and as simple HTML. */
export type Paragraph = { readonly text: string; readonly html: string };

/** A letter of these paragraphs, with the lines that say why it came and how it is changed and stopped. */
export function letterOf(letter: {
  readonly subject: string;
  readonly paragraphs: readonly Paragraph[];
  /** Why its reader gets it. */
  readonly why: string;
  readonly change: { readonly words: string; readonly url: string };
  readonly unsubscribeUrl: string;
}): LetterWords {
  const { subject, paragraphs, change, unsubscribeUrl } = letter;
  const why = `${letter.why} Answers to this address are not read.`;
  const text = [
    ...paragraphs.map((paragraph) => paragraph.text),
    "--",
    why,
    `${change.words}: ${change.url}`,
    `Stop it: ${unsubscribeUrl}`,
    "",
  ].join("\n\n");
  const html = [
    '<!doctype html><html lang="en"><body style="font-family:sans-serif;line-height:1.45;max-width:36em">',
    ...paragraphs.map((paragraph) => paragraph.html),
    `<hr><p style="font-size:13px">${toHtml(why)} ${anchor(change.url, change.words)} or ${anchor(unsubscribeUrl, "stop it")}.</p>`,
    "</body></html>",
  ].join("\n");
  return { subject: oneLine(subject), text, html };
}

export function anchor(url: string, words: string): string {
  return `<a href="${toHtml(url)}">${toHtml(words)}</a>`;
}

export function toHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A line break in a name must begin no header and no paragraph of its own. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim().slice(0, 300);
}
