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

/** Takes out what stands between two runs of equally many backticks; a run without a partner is text. */
function withoutSpans(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map((run) => ({ at: run.index, length: run[0].length }));
  const nextOf = new Map<number, number>();
  const partners = runs.map(() => -1);
  for (let index = runs.length - 1; index >= 0; index--) {
    const { length = 0 } = runs[index] ?? {};
    partners[index] = nextOf.get(length) ?? -1;
    nextOf.set(length, index);
  }
  let kept = "";
  let from = 0;
  for (let index = 0; index < runs.length; index++) {
    const end = runs[partners[index] ?? -1];
    const begin = runs[index];
    if (begin === undefined || end === undefined) continue;
    kept += text.slice(from, begin.at);
    from = end.at + end.length;
    index = partners[index] ?? index;
  }
  return kept + text.slice(from);
}

function isKind(kind: string): kind is MentionKind {
  return Object.hasOwn(addresses, kind);
}
