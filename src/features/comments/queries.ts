import type { z } from "zod";
import type { OrganizationDb } from "@/platform/db/organization-db";
import type { listCommentsInput } from "./schema";

const most = 500;

/** The discussion of a decision or project: threads in the order in which they began, each with its answers. */
export async function discussion(db: OrganizationDb, input: z.output<typeof listCommentsInput>) {
  const where = {
    organizationId: db.organizationId,
    subjectType: input.subjectType,
    subjectId: input.subjectId,
  };
  const { rows, total } = await db.read(async (tx) => ({
    rows: await tx.comment.findMany({
      where,
      orderBy: { createdAt: "desc" },
      take: most,
      select: {
        id: true,
        parentId: true,
        authorId: true,
        body: true,
        version: true,
        createdAt: true,
        editedAt: true,
        resolvedAt: true,
        deletedAt: true,
        author: { select: { account: { select: { name: true } } } },
        resolvedBy: { select: { account: { select: { name: true } } } },
      },
    }),
    total: await tx.comment.count({ where: { ...where, deletedAt: null } }),
  }));
  const comments = rows.reverse().map(({ author, resolvedBy, deletedAt, body, ...row }) => ({
    ...row,
    // What was taken away is not sent at all.
    body: deletedAt === null ? body : null,
    authorName: author.account.name,
    resolvedBy: resolvedBy?.account.name ?? null,
  }));
  const known = new Set(comments.map((comment) => comment.id));
  const threads = comments
    .filter((comment) => comment.parentId === null || !known.has(comment.parentId))
    .map((comment) => ({
      ...comment,
      replies: comments.filter((reply) => reply.parentId === comment.id && reply.body !== null),
    }))
    .filter((thread) => thread.body !== null || thread.replies.length > 0);
  return { threads, total };
}

export type Thread = Awaited<ReturnType<typeof discussion>>["threads"][number];
