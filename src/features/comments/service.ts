import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import type { EventType } from "@/platform/db/event-log";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { AppError, invalid, notFound, staleVersion } from "@/platform/errors";
import { rankOf } from "@/platform/permissions";
import type { commentInput, editCommentInput, writeCommentInput } from "./schema";

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
      },
    });
    return {
      answer: { id },
      event: {
        type: "comment.written",
        subject: { type: subjectType, id: subjectId },
        projectId: about.projectId,
        data: { commentId: id, about: about.title, number: about.number, after: { body } },
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

type CommentRow = Awaited<ReturnType<typeof findComment>>;

function eventAbout(
  comment: CommentRow,
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

async function findComment(tx: Transaction, db: OrganizationDb, commentId: string) {
  return await findOne(tx, db, { id: commentId, deletedAt: null });
}

async function findDeletedComment(tx: Transaction, db: OrganizationDb, commentId: string) {
  return await findOne(tx, db, { id: commentId, deletedAt: { not: null } });
}

async function findOne(
  tx: Transaction,
  db: OrganizationDb,
  which: { id: string; deletedAt: null | { not: null } },
) {
  const comment = await tx.comment.findFirst({
    where: { organizationId: db.organizationId, ...which, project: { deletedAt: null } },
  });
  if (comment === null) throw notFound("comment");
  return comment;
}

async function findSubject(
  tx: Transaction,
  db: OrganizationDb,
  of: { subjectType: "decision" | "project"; subjectId: string },
): Promise<{ projectId: string; title: string; number: number | null }> {
  const within = { organizationId: db.organizationId, id: of.subjectId, deletedAt: null };
  if (of.subjectType === "project") {
    const project = await tx.project.findFirst({ where: within, select: { id: true, name: true } });
    if (project === null) throw notFound("project");
    return { projectId: project.id, title: project.name, number: null };
  }
  const decision = await tx.decision.findFirst({
    where: { ...within, project: { deletedAt: null } },
    select: { projectId: true, question: true, number: true },
  });
  if (decision === null) throw notFound("decision");
  return { projectId: decision.projectId, title: decision.question, number: decision.number };
}
