import type { z } from "zod";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { type Reaction, reactions } from "./comment-rules";
import { findAnyComment, findComment } from "./find.queries";
import { mentionTargets } from "./mentions.queries";
import type { listCommentsInput, whichCommentInput } from "./schema";

/** Of a thread with more answers than these, the newest are shown at first. */
const answersAtFirst = 10;
const mostAnswers = 2_000;

type Listed = Omit<z.output<typeof listCommentsInput>, "show" | "about" | "threads"> &
  Partial<z.output<typeof listCommentsInput>>;

/** The newest threads of a decision or project in the order in which they began, each with its newest answers. */
export async function discussion(db: OrganizationDb, input: Listed) {
  const { threads: most = 30 } = input;
  return await db.read(async (tx) => {
    const roots = await tx.comment.findMany({
      where: threadsOf(db, input),
      orderBy: { createdAt: "desc" },
      take: most + 1,
      select: threadColumns,
    });
    const begun = roots.slice(0, most).reverse();
    const newest = await newestAnswers(
      tx,
      db,
      begun.map((root) => root.id),
    );
    const answers = await tx.comment.findMany({
      where: { organizationId: db.organizationId, id: { in: newest.map((answer) => answer.id) } },
      orderBy: inOrder,
      select: commentColumns,
    });
    const { tell, mentions } = await teller(tx, db, [...begun, ...answers]);
    const { subjectType, subjectId } = input;
    const about = { organizationId: db.organizationId, subjectType, subjectId };
    const answerCount = new Map(newest.map((answer) => [answer.parent_id, Number(answer.total)]));
    return {
      threads: begun.map((root) => ({
        ...tell(root),
        ...threadPart(root),
        replies: answers.filter((answer) => answer.parentId === root.id).map(tell),
        answers: answerCount.get(root.id) ?? 0,
      })),
      more: roots.length > most,
      total: await tx.comment.count({ where: { ...about, deletedAt: null } }),
      mentions,
    };
  });
}

/** All answers in a thread, for who asks for the earlier ones. */
export async function answers(db: OrganizationDb, input: z.output<typeof whichCommentInput>) {
  return await db.read(async (tx) => {
    await findAnyComment(tx, db, input.commentId);
    const rows = await tx.comment.findMany({
      where: { organizationId: db.organizationId, parentId: input.commentId, deletedAt: null },
      orderBy: inOrder,
      take: mostAnswers,
      select: commentColumns,
    });
    const { tell, mentions } = await teller(tx, db, rows);
    return { replies: rows.map(tell), mentions };
  });
}

/** What a comment said before each of its edits, the newest first. */
export async function commentHistory(db: OrganizationDb, input: z.output<typeof whichCommentInput>) {
  return await db.read(async (tx) => {
    const comment = await findComment(tx, db, input.commentId);
    const edits = await tx.event.findMany({
      where: {
        organizationId: db.organizationId,
        type: "comment.edited",
        subjectType: comment.subjectType,
        subjectId: comment.subjectId,
        data: { path: ["commentId"], equals: comment.id },
      },
      orderBy: { seq: "desc" },
      take: 100,
      select: { seq: true, at: true, data: true },
    });
    return edits.flatMap(({ seq, at, data }) => {
      const before = data !== null && typeof data === "object" && "before" in data ? data.before : null;
      const body = before !== null && typeof before === "object" && "body" in before ? before.body : null;
      return typeof body === "string" ? [{ seq, body, until: at }] : [];
    });
  });
}

const inOrder = { createdAt: "asc" } as const;

const nameOf = { select: { account: { select: { name: true } } } } as const;

const commentColumns = {
  id: true,
  parentId: true,
  authorId: true,
  body: true,
  version: true,
  createdAt: true,
  editedAt: true,
  deletedAt: true,
  author: nameOf,
} as const;

const threadColumns = {
  ...commentColumns,
  resolvedAt: true,
  resolvedBy: nameOf,
  optionId: true,
  option: { select: { title: true, deletedAt: true } },
  criterionId: true,
  criterion: { select: { name: true, deletedAt: true } },
  quote: true,
  quoteBefore: true,
  quoteAfter: true,
  suggestion: true,
  suggestionAppliedAt: true,
  suggestionAppliedBy: nameOf,
} as const;

/** Threads of which something is left to read. */
function threadsOf(db: OrganizationDb, { subjectType, subjectId, show = "all", about = "anything" }: Listed) {
  const authorId = db.actor.membershipId;
  return {
    organizationId: db.organizationId,
    subjectType,
    subjectId,
    parentId: null,
    AND: [
      { OR: [{ deletedAt: null }, { replies: { some: { deletedAt: null } } }] },
      ...(show === "mine"
        ? [{ OR: [{ authorId, deletedAt: null }, { replies: { some: { authorId, deletedAt: null } } }] }]
        : []),
    ],
    ...(show === "open" ? { resolvedAt: null } : {}),
    ...(about === "text" ? { quote: { not: null } } : {}),
    ...(about === "whole" ? { quote: null, optionId: null, criterionId: null } : {}),
    ...(typeof about === "object" ? about : {}),
  };
}

/** The ids of each thread's newest answers, and how many it has. */
async function newestAnswers(tx: Transaction, db: OrganizationDb, threadIds: readonly string[]) {
  return await tx.$queryRaw<{ id: string; parent_id: string; total: bigint }[]>`
    SELECT id, parent_id, total FROM (
      SELECT id, parent_id, count(*) OVER (PARTITION BY parent_id) AS total,
        row_number() OVER (PARTITION BY parent_id ORDER BY created_at DESC) AS place
      FROM comment WHERE organization_id = ${db.organizationId}::uuid AND deleted_at IS NULL
        AND parent_id = ANY(${threadIds}::uuid[])) answer
    WHERE place <= ${answersAtFirst}`;
}

type CommentRow = {
  id: string;
  parentId: string | null;
  authorId: string;
  body: string;
  version: number;
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
  author: { account: { name: string } };
};

/** How comments are told: with who wrote and who reacted, and what the mentions in them lead to. */
async function teller(tx: Transaction, db: OrganizationDb, rows: readonly CommentRow[]) {
  const reacted = await tx.reaction.findMany({
    where: { organizationId: db.organizationId, commentId: { in: rows.map((row) => row.id) } },
    orderBy: { at: "asc" },
    select: { commentId: true, emoji: true, membershipId: true, membership: nameOf },
  });
  const reactedOf = new Map<string, Reacted[]>();
  for (const row of reacted) reactedOf.set(row.commentId, [...(reactedOf.get(row.commentId) ?? []), row]);
  const mentions = await mentionTargets(
    tx,
    db,
    rows.flatMap((row) => (row.deletedAt === null ? [row.body] : [])),
  );
  const tell = ({ id, parentId, authorId, version, createdAt, editedAt, deletedAt, ...row }: CommentRow) => ({
    id,
    parentId,
    authorId,
    version,
    createdAt,
    editedAt,
    // What was taken away is not sent at all.
    body: deletedAt === null ? row.body : null,
    authorName: row.author.account.name,
    reactions: deletedAt === null ? tally(reactedOf.get(id) ?? [], db.actor.membershipId) : [],
  });
  return { tell, mentions };
}

type Reacted = { emoji: string; membershipId: string; membership: { account: { name: string } } };

/** Who reacted how, in the order in which reactions are offered. */
function tally(reacted: readonly Reacted[], me: string) {
  return reactions.flatMap((emoji: Reaction) => {
    const those = reacted.filter((reaction) => reaction.emoji === emoji);
    if (those.length === 0) return [];
    const names = those.map((reaction) => reaction.membership.account.name);
    return [{ emoji, names, mine: those.some((reaction) => reaction.membershipId === me) }];
  });
}

type ThreadRow = {
  resolvedAt: Date | null;
  resolvedBy: { account: { name: string } } | null;
  optionId: string | null;
  option: { title: string; deletedAt: Date | null } | null;
  criterionId: string | null;
  criterion: { name: string; deletedAt: Date | null } | null;
  quote: string | null;
  quoteBefore: string | null;
  quoteAfter: string | null;
  suggestion: string | null;
  suggestionAppliedAt: Date | null;
  suggestionAppliedBy: { account: { name: string } } | null;
};

function threadPart(row: ThreadRow) {
  return {
    resolvedAt: row.resolvedAt,
    resolvedBy: row.resolvedBy?.account.name ?? null,
    option:
      row.option === null || row.optionId === null
        ? null
        : { id: row.optionId, title: row.option.title, removed: row.option.deletedAt !== null },
    criterion:
      row.criterion === null || row.criterionId === null
        ? null
        : { id: row.criterionId, name: row.criterion.name, removed: row.criterion.deletedAt !== null },
    quote:
      row.quote === null
        ? null
        : { quote: row.quote, before: row.quoteBefore ?? "", after: row.quoteAfter ?? "" },
    suggestion:
      row.suggestion === null
        ? null
        : {
            text: row.suggestion,
            appliedAt: row.suggestionAppliedAt,
            appliedBy: row.suggestionAppliedBy?.account.name ?? null,
          },
  };
}

export type Thread = Awaited<ReturnType<typeof discussion>>["threads"][number];
export type ShownComment = Awaited<ReturnType<typeof answers>>["replies"][number];
export type Mentions = Awaited<ReturnType<typeof answers>>["mentions"];
