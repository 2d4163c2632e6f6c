/** What a text may name. A task is known by its project and its key in that project's plan. */
export type MentionKind = "member" | "role" | "decision" | "project" | "task";

/** `id` is what stands after the kind: an id, a role, or a project's id and a task's key with a slash between. */
export type Mention = { readonly kind: MentionKind; readonly id: string };

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const addresses: Readonly<Record<MentionKind, RegExp>> = {
  member: new RegExp(`^${uuid}$`),
  role: /^(owner|admin|lead|member|viewer)$/,
  decision: new RegExp(`^${uuid}$`),
  project: new RegExp(`^${uuid}$`),
  task: new RegExp(`^${uuid}/[a-z0-9-]{1,60}/[a-z0-9-]{1,60}$`),
};

/** What the address of a link mentions, or null when it mentions nothing. */
export function mentionAt(address: string): Mention | null {
  const [, kind = "", id = ""] = /^mention:([a-z]+)\/(.+)$/.exec(address) ?? [];
  return isKind(kind) && addresses[kind].test(id) ? { kind, id } : null;
}

/** The Markdown link that mentions something under a name. */
export function mentionLink(name: string, { kind, id }: Mention): string {
  return `[${name.replace(/[[\]\\*_~`<>|]/g, "\\$&")}](mention:${kind}/${id})`;
}

/** Everything the text mentions, each once, in the order of the text. What stands as code mentions nothing. */
export function mentionsIn(markdown: string): Mention[] {
  const found = new Map<string, Mention>();
  for (const [, address = ""] of withoutCode(markdown).matchAll(link)) {
    const mention = mentionAt(address);
    if (mention !== null) found.set(address, mention);
  }
  return [...found.values()];
}

/** A text in brackets, at most 300 characters on one line, before the address of a mention. */
const link = /(?<!\\)\[(?:[^[\]\\\n]|\\.){0,300}\]\((mention:[a-z]+\/[a-z0-9/-]{1,160})\)/g;

function withoutCode(markdown: string): string {
  const lines: string[] = [];
  let fence: string | null = null;
  for (const line of markdown.split("\n")) {
    const [, mark = ""] = /^[\s>]{0,20}(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence === null) {
      if (mark === "") lines.push(line);
      else fence = mark;
    } else if (mark.startsWith(fence)) {
      fence = null;
    }
  }
  return withoutSpans(lines.join("\n"));
}

/**
 * Takes out what stands between two runs of equally many backticks; a run without a partner is text. A backslash before a run takes its
 * first backtick out of it, but within code a backslash is only a character.
 */
function withoutSpans(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map((run) => ({ at: run.index, length: run[0].length }));
  /** By length, which runs are still to come, the next one last. */
  const coming = new Map<number, number[]>();
  for (const [index, { length }] of [...runs.entries()].toReversed()) {
    const alike = coming.get(length);
    if (alike === undefined) coming.set(length, [index]);
    else alike.push(index);
  }
  let kept = "";
  let from = 0;
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index];
    if (run === undefined) continue;
    const escaped = isEscaped(text, run.at, from) ? 1 : 0;
    const alike = coming.get(run.length - escaped) ?? [];
    while ((alike.at(-1) ?? runs.length) <= index) alike.pop();
    const partner = alike.at(-1);
    const end = runs[partner ?? -1];
    if (partner === undefined || end === undefined) continue;
    kept += text.slice(from, run.at + escaped);
    from = end.at + end.length;
    index = partner;
  }
  return kept + text.slice(from);
}

function isEscaped(text: string, at: number, from: number): boolean {
  let backslashes = 0;
  while (at - backslashes > from && text[at - backslashes - 1] === "\\") backslashes += 1;
  return backslashes % 2 === 1;
}

function isKind(kind: string): kind is MentionKind {
  return Object.hasOwn(addresses, kind);
}
