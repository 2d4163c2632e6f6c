import { type Mention, mentionAt, mentionLink } from "@/ui/mentions";

/** A mention as it is typed: by the name that stands in the text. */
export type Picked = { readonly shown: string; readonly mention: Mention };

/** A comment while it is written: names where the comment has links. */
export type MentionDraft = { readonly text: string; readonly picked: readonly Picked[] };

/** How a mention stands in the text while it is written. Two things of one name are told apart by their links. */
export function shownAs(name: string, mention: Mention, picked: readonly Picked[]): Picked {
  const plain = /^(@|D-|[A-Z0-9]+ D-)/.test(name) ? name : `#${name}`;
  const taken = picked.some((other) => other.shown === plain && !isSame(other.mention, mention));
  return { shown: taken ? mentionLink(name, mention) : plain, mention };
}

/** The draft's names as links. */
export function toMarkdown({ text, picked }: MentionDraft): string {
  const byName = new Map(
    picked.filter(({ shown }) => !shown.startsWith("[")).map((one) => [one.shown, one.mention]),
  );
  if (byName.size === 0) return text;
  const names = [...byName.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const standing = new RegExp(`(?<![\\p{L}\\p{N}@#/[-])(?:${names.join("|")})(?![\\p{L}\\p{N}])`, "gu");
  return text.replace(standing, (shown) => {
    const mention = byName.get(shown);
    return mention === undefined ? shown : mentionLink(shown.replace(/^#/, ""), mention);
  });
}

/** A written comment as a draft, for editing. */
export function toDraft(markdown: string): MentionDraft {
  const picked: Picked[] = [];
  const text = markdown.replace(link, (whole, label: string, address: string) => {
    const mention = mentionAt(address);
    if (mention === null) return whole;
    const one = shownAs(label.replace(/\\(.)/g, "$1"), mention, picked);
    if (one.shown.startsWith("[")) return whole;
    picked.push(one);
    return one.shown;
  });
  return { text, picked };
}

const link = /(?<!\\)\[((?:[^[\]\\\n]|\\.){0,300})\]\((mention:[a-z]+\/[a-z0-9/-]{1,160})\)/g;

function isSame(a: Mention, b: Mention): boolean {
  return a.kind === b.kind && a.id === b.id;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/** What is being typed that may become a mention: what of, how it begins, and where in the text it does. */
export type MentionStart = {
  readonly of: "people" | "things" | "decisions";
  readonly text: string;
  readonly start: number;
};

/** Looks back from the cursor for an @, a # or a D- that begins a word. */
export function mentionStart(text: string, cursor: number): MentionStart | null {
  const line = text.slice(Math.max(0, cursor - 60), cursor);
  const found =
    /(?:^|[\s(])(?:@(?<people>[\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]+)?)|#(?<things>[\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]+){0,3})|D-(?<number>\d{0,6}))$/u.exec(
      line,
    );
  if (found === null) return null;
  const { people, things, number } = found.groups ?? {};
  if (people !== undefined) return { of: "people", text: people, start: cursor - people.length - 1 };
  if (things !== undefined) return { of: "things", text: things, start: cursor - things.length - 1 };
  return { of: "decisions", text: `D-${number ?? ""}`, start: cursor - (number ?? "").length - 2 };
}
