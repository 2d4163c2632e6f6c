import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import type { EventType } from "@/platform/db/event-log";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { AppError, invalid, notFound, staleVersion } from "@/platform/errors";
import { rankOf } from "@/platform/permissions";
import { type Mention, mentionsIn } from "@/ui/mentions";
import { type FoundComment, findComment, findDeletedComment } from "./find.queries";
import { unknownMentions } from "./mentions.queries";
import { findQuote, seenText } from "./quote-rules";
import type { Anchor, commentInput, editCommentInput, writeCommentInput } from "./schema";

export async function writeComment(db: OrganizationDb, input: z.output<typeof writeCommentInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    const about = await findSubject(tx, db, input);
    const parent = input.parentId === null ? null : await findComment(tx, db, input.parentId);
    if (
      parent !== null &&
      (parent.subjectType !== input.subjectType || parent.subjectId !== input.subjectId)
    ) {
      throw notFound("comment");
    }
    if (parent !== null && input.anchor !== undefined) {
      throw invalid("NOT_A_THREAD", "What a thread is about is said at its first comment.");
    }
    const anchor = input.anchor === undefined ? null : checkAnchor(about, input.anchor);
    await refuseUnknownMentions(tx, db, mentionsIn(input.body));
    const id = uuidv7();
    const { subjectType, subjectId, body } = input;
    await tx.comment.create({
      data: {
        organizationId,
        id,
        projectId: about.projectId,
        subjectType,
        subjectId,
        // A thread has one level: an answer to an answer belongs to the same thread.
        parentId: parent === null ? null : (parent.parentId ?? parent.id),
        authorId: actor.membershipId,
        body,
        ...anchor?.columns,
      },
    });
    return {
      answer: { id },
      event: {
        type: "comment.written",
        subject: { type: subjectType, id: subjectId },
        projectId: about.projectId,
        data: {
          commentId: id,
          about: about.title,
          number: about.number,
          ...(anchor === null ? {} : { on: anchor.told }),
          after: { body },
        },
      },
    };
  });
}

export async function editComment(db: OrganizationDb, input: z.output<typeof editCommentInput>) {
  return await db.write(input, async (tx) => {
    const comment = await findComment(tx, db, input.commentId);
    if (comment.authorId !== db.actor.membershipId) {
      throw new AppError("FORBIDDEN", "COMMENT_NOT_YOURS", "Only its author may edit a comment.");
    }
    const said = new Set(mentionsIn(comment.body).map(({ kind, id }) => `${kind}/${id}`));
    const added = mentionsIn(input.body).filter(({ kind, id }) => !said.has(`${kind}/${id}`));
    await refuseUnknownMentions(tx, db, added);
    const where = { organizationId: db.organizationId, id: comment.id, deletedAt: null };
    const changed = await tx.comment.updateMany({
      where: { ...where, version: input.version },
      data: { body: input.body, editedAt: new Date(), version: { increment: 1 } },
    });
    if (changed.count === 0) {
      const current = await findComment(tx, db, comment.id);
      throw staleVersion("comment", { body: current.body, version: current.version });
    }
    return {
      answer: { version: input.version + 1 },
      event: eventAbout(comment, "comment.edited", {
        before: { body: comment.body },
        after: { body: input.body },
      }),
    };
  });
}

/** Takes a comment away; its author may, and who looks after the workspace. */
export async function deleteComment(db: OrganizationDb, input: z.output<typeof commentInput>) {
  return await db.write(input, async (tx) => {
    const comment = await findComment(tx, db, input.commentId);
    if (comment.authorId !== db.actor.membershipId && rankOf(db.actor.role) < rankOf("admin")) {
      throw new AppError(
        "FORBIDDEN",
        "COMMENT_NOT_YOURS",
        "Only its author or an admin may delete a comment.",
      );
    }
    const deleted = await tx.comment.updateMany({
      where: { organizationId: db.organizationId, id: comment.id, deletedAt: null },
      data: { deletedAt: new Date() },
    });
    if (deleted.count === 0) throw notFound("comment");
    return { answer: null, event: eventAbout(comment, "comment.deleted", {}) };
  });
}

/** Brings a deleted comment back; whoever took it away may. */
export async function restoreComment(db: OrganizationDb, input: z.output<typeof commentInput>) {
  return await db.write(input, async (tx) => {
    const comment = await findDeletedComment(tx, db, input.commentId);
    const deletion = await tx.event.findFirst({
      where: {
        organizationId: db.organizationId,
        type: "comment.deleted",
        subjectType: comment.subjectType,
        subjectId: comment.subjectId,
        data: { path: ["commentId"], equals: comment.id },
      },
      orderBy: { seq: "desc" },
      select: { actorId: true },
    });
    if (deletion?.actorId !== db.actor.membershipId) {
      throw new AppError("FORBIDDEN", "COMMENT_NOT_YOURS", "Only who deleted a comment may bring it back.");
    }
    const restored = await tx.comment.updateMany({
      where: { organizationId: db.organizationId, id: comment.id, deletedAt: { not: null } },
      data: { deletedAt: null },
    });
    if (restored.count === 0) throw notFound("comment");
    return { answer: null, event: eventAbout(comment, "comment.restored", {}) };
  });
}

/** Marks a thread as settled. */
export async function resolveThread(db: OrganizationDb, input: z.output<typeof commentInput>) {
  return await setResolved(db, input, true);
}

export async function unresolveThread(db: OrganizationDb, input: z.output<typeof commentInput>) {
  return await setResolved(db, input, false);
}

async function setResolved(db: OrganizationDb, input: z.output<typeof commentInput>, to: boolean) {
  return await db.write(input, async (tx) => {
    const comment = await findComment(tx, db, input.commentId);
    if (comment.parentId !== null)
      throw invalid("NOT_A_THREAD", "A thread is resolved at its first comment.");
    const isAuthor = comment.authorId === db.actor.membershipId;
    if (!isAuthor && rankOf(db.actor.role) < rankOf("member")) {
      throw new AppError("FORBIDDEN", "THREAD_NOT_YOURS", "Viewers may resolve only threads of their own.");
    }
    const changed = await tx.comment.updateMany({
      where: {
        organizationId: db.organizationId,
        id: comment.id,
        resolvedAt: to ? null : { not: null },
      },
      data: { resolvedAt: to ? new Date() : null, resolvedById: to ? db.actor.membershipId : null },
    });
    if (changed.count === 0) {
      throw invalid("ALREADY_SO", to ? "This thread is resolved already." : "This thread is open already.");
    }
    return { answer: null, event: eventAbout(comment, to ? "comment.resolved" : "comment.unresolved", {}) };
  });
}

function eventAbout(
  comment: FoundComment,
  type: Extract<EventType, `comment.${string}`>,
  data: { before?: { body: string }; after?: { body: string } },
) {
  return {
    type,
    subject: { type: comment.subjectType, id: comment.subjectId },
    projectId: comment.projectId,
    data: { commentId: comment.id, ...data },
  };
}

type Subject = {
  readonly projectId: string;
  readonly title: string;
  readonly number: number | null;
  /** Of a decision only. */
  readonly context: string;
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly criteria: readonly { readonly id: string; readonly name: string }[];
};

async function findSubject(
  tx: Transaction,
  db: OrganizationDb,
  of: { subjectType: "decision" | "project"; subjectId: string },
): Promise<Subject> {
  const within = { organizationId: db.organizationId, id: of.subjectId, deletedAt: null };
  if (of.subjectType === "project") {
    const project = await tx.project.findFirst({ where: within, select: { id: true, name: true } });
    if (project === null) throw notFound("project");
    const { id: projectId, name: title } = project;
    return { projectId, title, number: null, context: "", options: [], criteria: [] };
  }
  const decision = await tx.decision.findFirst({
    where: { ...within, project: { deletedAt: null } },
    select: {
      projectId: true,
      question: true,
      number: true,
      context: true,
      options: { where: { deletedAt: null }, select: { id: true, title: true } },
      criteria: { where: { deletedAt: null }, select: { id: true, name: true } },
    },
  });
  if (decision === null) throw notFound("decision");
  return { ...decision, title: decision.question };
}

/** What an anchor is kept as, and how the log tells of it. */
function checkAnchor(about: Subject, anchor: Anchor) {
  switch (anchor.kind) {
    case "option":
      return checkOption(about, anchor);
    case "criterion":
      return checkCriterion(about, anchor);
    case "cell": {
      const [option, criterion] = [checkOption(about, anchor), checkCriterion(about, anchor)];
      return {
        columns: { ...option.columns, ...criterion.columns },
        told: { ...option.told, ...criterion.told },
      };
    }
    case "text":
      return checkText(about, anchor);
  }
}

function checkOption({ options }: Subject, { optionId }: { readonly optionId: string }) {
  const option = options.find(({ id }) => id === optionId);
  if (option === undefined) {
    throw invalid("UNKNOWN_OPTION", "Please choose one of this decision's options.", "anchor");
  }
  return { columns: { optionId }, told: { option: option.title } };
}

function checkCriterion({ criteria }: Subject, { criterionId }: { readonly criterionId: string }) {
  const criterion = criteria.find(({ id }) => id === criterionId);
  if (criterion === undefined) {
    throw invalid("UNKNOWN_CRITERION", "Please choose one of this decision's criteria.", "anchor");
  }
  return { columns: { criterionId }, told: { criterion: criterion.name } };
}

function checkText(about: Subject, anchor: Extract<Anchor, { kind: "text" }>) {
  const { kind: _, suggestion, ...quote } = anchor;
  if (findQuote(seenText(about.context).text, quote) === null) {
    throw invalid(
      "TEXT_CHANGED",
      "The text you comment on has changed meanwhile. Please select it again.",
      "anchor",
    );
  }
  const { before: quoteBefore, after: quoteAfter } = quote;
  return {
    columns: {
      quote: quote.quote,
      quoteBefore,
      quoteAfter,
      ...(suggestion === undefined ? {} : { suggestion }),
    },
    told: { quote: quote.quote, ...(suggestion === undefined ? {} : { suggestion }) },
  };
}

async function refuseUnknownMentions(
  tx: Transaction,
  db: OrganizationDb,
  mentions: readonly Mention[],
): Promise<void> {
  if ((await unknownMentions(tx, db, mentions)).length === 0) return;
  throw invalid(
    "UNKNOWN_MENTION",
    "This mentions somebody or something that is not in this workspace. Please pick it from the list again.",
    "body",
  );
}
