import {
  anchor,
  type LetterWords,
  letterOf,
  oneLine,
  type Paragraph,
  toHtml,
} from "@/platform/mail/letter-parts";
import { type ItemTold, itemSentence, itemTitle } from "./telling-rules";

export type LetterItem = ItemTold & {
  readonly excerpt: string;
  /** Absolute. */
  readonly url: string;
};

/** The words of a letter about what waits in an inbox. */
export function writeLetter(letter: {
  workspaceName: string;
  items: readonly LetterItem[];
  /** How many more there are than are told. */
  more: number;
  inboxUrl: string;
  settingsUrl: string;
  unsubscribeUrl: string;
}): LetterWords {
  const { workspaceName, items, more, inboxUrl, settingsUrl, unsubscribeUrl } = letter;
  const [only] = items;
  const total = items.length + more;
  const rest = more > 0 ? `And ${more} more: ` : "";
  return letterOf({
    subject:
      total === 1 && only !== undefined
        ? `${itemSentence(only)}: ${itemTitle(only)}`
        : `${total} things for you in ${workspaceName}`,
    paragraphs: [
      ...items.map(toParagraph),
      {
        text: `${more > 0 ? rest : "Your inbox: "}${inboxUrl}`,
        html: `<p>${rest}${anchor(inboxUrl, "Open your inbox")}</p>`,
      },
    ],
    why: `You get this because of your settings in the workspace ${workspaceName} of Phasewise.`,
    change: { words: "Change when you get mail", url: settingsUrl },
    unsubscribeUrl,
  });
}

function toParagraph(item: LetterItem): Paragraph {
  const { excerpt, project, url } = item;
  const quoted =
    excerpt === ""
      ? ""
      : `<blockquote style="margin:4px 0;padding-left:10px;border-left:3px solid #bbb">${toHtml(excerpt)}</blockquote>`;
  return {
    text: [
      oneLine(itemSentence(item)),
      oneLine(`${itemTitle(item)}${project === null ? "" : ` (${project.name})`}`),
      ...(excerpt === "" ? [] : [`> ${excerpt}`]),
      url,
    ].join("\n"),
    html: `<p>${toHtml(itemSentence(item))}<br>${anchor(url, itemTitle(item))}${project === null ? "" : ` · ${toHtml(project.name)}`}</p>${quoted}`,
  };
}
