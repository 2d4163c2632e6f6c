import { type ItemTold, itemSentence, itemTitle } from "./telling-rules";

export type LetterItem = ItemTold & {
  readonly excerpt: string;
  /** Absolute. */
  readonly url: string;
};

/** The words of a letter: subject, plain text, and the same as simple HTML. What people wrote is quoted, never executed. */
export function writeLetter(letter: {
  workspaceName: string;
  items: readonly LetterItem[];
  /** How many more there are than are told. */
  more: number;
  inboxUrl: string;
  settingsUrl: string;
  unsubscribeUrl: string;
}): { subject: string; text: string; html: string } {
  const { workspaceName, items, more, inboxUrl, settingsUrl, unsubscribeUrl } = letter;
  const [only] = items;
  const total = items.length + more;
  const subject =
    total === 1 && only !== undefined
      ? `${itemSentence(only)}: ${itemTitle(only)}`
      : `${total} things for you in ${workspaceName}`;
  const rest = more > 0 ? `And ${more} more: ${inboxUrl}` : `Your inbox: ${inboxUrl}`;
  const why = `You get this because of your settings in the workspace ${workspaceName} of Phasewise. Answers to this address are not read.`;
  const text = [
    ...items.map(asText),
    rest,
    "--",
    why,
    `Change when you get mail: ${settingsUrl}`,
    `Stop it: ${unsubscribeUrl}`,
    "",
  ].join("\n\n");
  const html = [
    '<!doctype html><html lang="en"><body style="font-family:sans-serif;line-height:1.45;max-width:36em">',
    ...items.map(asHtml),
    `<p>${more > 0 ? `And ${more} more: ` : ""}${anchor(inboxUrl, "Open your inbox")}</p>`,
    `<hr><p style="font-size:13px">${toHtml(why)} ${anchor(settingsUrl, "Change when you get mail")} or ${anchor(unsubscribeUrl, "stop it")}.</p>`,
    "</body></html>",
  ].join("\n");
  return { subject: oneLine(subject), text, html };
}

function asText(item: LetterItem): string {
  const quoted = item.excerpt === "" ? [] : [`> ${item.excerpt}`];
  return [
    oneLine(itemSentence(item)),
    oneLine(`${itemTitle(item)} (${item.project.name})`),
    ...quoted,
    item.url,
  ].join("\n");
}

function asHtml(item: LetterItem): string {
  const quoted =
    item.excerpt === ""
      ? ""
      : `<blockquote style="margin:4px 0;padding-left:10px;border-left:3px solid #bbb">${toHtml(item.excerpt)}</blockquote>`;
  return `<p>${toHtml(itemSentence(item))}<br>${anchor(item.url, itemTitle(item))} · ${toHtml(item.project.name)}</p>${quoted}`;
}

function anchor(url: string, words: string): string {
  return `<a href="${toHtml(url)}">${toHtml(words)}</a>`;
}

function toHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A line break in a name must begin no header and no paragraph of its own. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim().slice(0, 300);
}
