import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { notFound } from "@/platform/errors";

/** The comment as it stands, in a project that is not deleted, or NOT_FOUND. */
export async function findComment(tx: Transaction, db: OrganizationDb, commentId: string) {
  return await findOne(tx, db, { id: commentId, deletedAt: null });
}

export async function findDeletedComment(tx: Transaction, db: OrganizationDb, commentId: string) {
  return await findOne(tx, db, { id: commentId, deletedAt: { not: null } });
}

/** The same, whether it was deleted or not: answers to a deleted comment are still there. */
export async function findAnyComment(tx: Transaction, db: OrganizationDb, commentId: string) {
  return await findOne(tx, db, { id: commentId });
}

export type FoundComment = Awaited<ReturnType<typeof findComment>>;

async function findOne(
  tx: Transaction,
  db: OrganizationDb,
  which: { id: string; deletedAt?: null | { not: null } },
) {
  const comment = await tx.comment.findFirst({
    where: { organizationId: db.organizationId, ...which, project: { deletedAt: null } },
  });
  if (comment === null) throw notFound("comment");
  return comment;
}
