import { z } from "zod";
import { excerptOf, tellReasons } from "./telling-rules";

// An item as screen and letter tell it, out of the log's own words.

/** How many of an item's entries are looked at for names. */
const mostNames = 8;

export const toldOf = {
  id: true,
  subject: true,
  kind: true,
  count: true,
  lastSeq: true,
  at: true,
  readAt: true,
  doneAt: true,
  snoozedUntil: true,
  project: { select: { key: true, name: true } },
  decision: { select: { number: true, question: true } },
  entries: {
    orderBy: { seq: "desc" },
    take: mostNames,
    select: {
      kind: true,
      comment: { select: { body: true, deletedAt: true } },
      event: { select: { data: true, actor: { select: { account: { select: { name: true } } } } } },
    },
  },
} as const;

type Row = {
  readonly id: string;
  readonly subject: string;
  readonly kind: string;
  readonly count: number;
  readonly lastSeq: number;
  readonly at: Date;
  readonly readAt: Date | null;
  readonly doneAt: Date | null;
  readonly snoozedUntil: Date | null;
  readonly project: { readonly key: string; readonly name: string } | null;
  readonly decision: { readonly number: number; readonly question: string } | null;
  readonly entries: readonly {
    readonly kind: string;
    readonly comment: { readonly body: string; readonly deletedAt: Date | null } | null;
    readonly event: {
      readonly data: unknown;
      readonly actor: { readonly account: { readonly name: string } };
    };
  }[];
};

/** The item's sentence is that of its newest entry of its kind. */
export function toItem({ entries, subject, ...row }: Row) {
  const newest = entries.slice(0, row.count);
  const telling = newest.find((entry) => entry.kind === row.kind) ?? newest[0];
  const others = newest.filter((entry) => entry !== telling);
  const named = [telling, ...others].flatMap((entry) => entry?.event.actor.account.name ?? []);
  return {
    ...row,
    actors: row.kind === "review" ? [] : [...new Set(named)],
    detail: detailOf(
      { kind: row.kind, subject },
      newest.map(({ event }) => event.data),
      telling?.event.data,
    ),
    excerpt: telling === undefined ? "" : excerptFor(telling),
    path: pathOf(row, subject),
  };
}

const condition = z.object({ id: z.string(), text: z.string() });

const said = z.object({
  name: z.string().optional(),
  /** Whose gate it is about. */
  phase: z.string().optional(),
  condition: condition.optional(),
  reason: z.string().optional(),
  after: z
    .looseObject({
      option: z.string().nullish(),
      phase: z.string().optional(),
      rationale: z.string().optional(),
      reason: z.string().optional(),
      conditions: z.array(condition).optional().catch(undefined),
    })
    .nullish(),
});

const due = z.object({
  reasons: z.array(
    z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("review"), on: z.string() }),
      z.object({
        kind: z.literal("model"),
        model: z.string(),
        what: z.string(),
        before: z.string(),
        after: z.string(),
      }),
    ]),
  ),
});

/** What is due has all its reasons, whenever they came; anything else is told by its newest entry. */
function detailOf(
  { kind, subject }: { kind: string; subject: string },
  all: readonly unknown[],
  telling: unknown,
): string | null {
  if (kind === "review") {
    return tellReasons(all.flatMap((data) => due.catch({ reasons: [] }).parse(data).reasons));
  }
  const { name, phase, after, condition: one } = said.catch({}).parse(telling);
  if (kind === "approval" || kind.startsWith("gate-")) return phase ?? null;
  if (kind === "condition") {
    const told = [...(one === undefined ? [] : [one]), ...(after?.conditions ?? [])];
    return told.find(({ id }) => subject.endsWith(`/${id}`))?.text ?? null;
  }
  if (kind === "decided") return after?.option ?? null;
  if (kind === "task") return name ?? null;
  return kind === "moved" ? (after?.phase ?? null) : null;
}

function excerptFor({ comment, event }: Row["entries"][number]): string {
  if (comment !== null) return comment.deletedAt === null ? excerptOf(comment.body) : "";
  const { reason, after } = said.catch({}).parse(event.data);
  return excerptOf(after?.rationale ?? after?.reason ?? reason ?? "");
}

/** The page of the item, below the workspace's address. */
function pathOf({ project, decision }: Pick<Row, "project" | "decision">, subject: string): string {
  if (project === null) return "expertise#proposals";
  const base = `projects/${project.key}`;
  if (subject.startsWith("task:")) return `${base}/plan`;
  const [kind, about = ""] = subject.split(":");
  if (kind === "gate") return `${base}/phases/${about.slice(about.indexOf("/") + 1)}#gate`;
  if (kind === "condition") return `${base}/phases/${about.slice(0, about.indexOf("/"))}#gate`;
  const page = decision === null ? base : `${base}/decisions/${decision.number}`;
  if (subject.startsWith("scores:")) return `${page}/scoring`;
  return subject.startsWith("thread:") ? `${page}#thread-${subject.slice("thread:".length)}` : page;
}
