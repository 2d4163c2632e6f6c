import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { notFound } from "@/platform/errors";
import { readBrief } from "./brief-rules";
import type { BriefContent } from "./schema";
import { findProject } from "./service";

export type FoundBrief = {
  readonly projectId: string;
  readonly version: number;
  readonly content: BriefContent;
};

/** Locks the brief until the end of the transaction: of two who change it at once, the later sees what the earlier did. */
export async function lockBrief(tx: Transaction, db: OrganizationDb, projectId: string): Promise<FoundBrief> {
  await tx.$executeRaw`SELECT 1 FROM brief
    WHERE organization_id = ${db.organizationId}::uuid AND project_id = ${projectId}::uuid FOR NO KEY UPDATE`;
  return await findBrief(tx, db, projectId);
}

/** The brief of a project that is not deleted, or NOT_FOUND. */
export async function findBrief(tx: Transaction, db: OrganizationDb, projectId: string): Promise<FoundBrief> {
  await findProject(tx, db, projectId);
  const row = await tx.brief.findFirst({ where: { organizationId: db.organizationId, projectId } });
  if (row === null) throw notFound("brief");
  return { projectId, version: row.version, content: readBrief(row.content) };
}

/** The caller holds the brief's lock. */
export async function giveBrief(
  tx: Transaction,
  db: OrganizationDb,
  { projectId, version }: FoundBrief,
  content: BriefContent,
): Promise<void> {
  await tx.brief.updateMany({
    where: { organizationId: db.organizationId, projectId, version },
    data: { content, version: { increment: 1 }, updatedById: db.actor.membershipId },
  });
}
