import type { z } from "zod";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { forgetOutOfSight, tellSight } from "@/platform/db/sight";
import { AppError, invalid, notFound } from "@/platform/errors";
import type { setVisibilityInput, shareInput } from "./schema";
import { findProject, updateProject } from "./service";
import { refuseUnlessSharer } from "./sharing-rights.service";

// Who sees a private project: its owner, the members it is shared with and the workspace's owners. The database holds to it; here is
// who may change it. These verbs run one after another, like those about members: each decides what others may see.

/** Makes a project private, or visible to the workspace again. Whom it is shared with is kept for the next time. */
export async function setVisibility(db: OrganizationDb, input: z.output<typeof setVisibilityInput>) {
  const { organizationId } = db;
  return await db.writeMembers(input, async (tx) => {
    const project = await findSharable(tx, db, input.projectId);
    const { visibility } = input;
    if (visibility === "private") await waitForWriters(tx, db);
    await updateProject(tx, db, input, { visibility });
    await forgetOutOfSight(tx, organizationId);
    await tellSight(tx, organizationId);
    return {
      answer: { version: input.version + 1 },
      event: {
        type: visibility === "private" ? "project.made-private" : "project.made-visible",
        subject: { type: "project", id: project.id },
        projectId: project.id,
        data: { before: { visibility: project.visibility }, after: { visibility } },
      },
    };
  });
}

/** Lets a member see the project while it is private. */
export async function share(db: OrganizationDb, input: z.output<typeof shareInput>) {
  const { organizationId, actor } = db;
  return await db.writeMembers(input, async (tx) => {
    const project = await findSharable(tx, db, input.projectId);
    const member = await findMember(tx, db, input.membershipId);
    if (member === null)
      throw invalid("UNKNOWN_MEMBER", "Please choose a member of this workspace.", "membershipId");
    const row = { organizationId, projectId: project.id, membershipId: member.id };
    const made = await tx.projectMember.createMany({
      data: { ...row, sharedById: actor.membershipId },
      skipDuplicates: true,
    });
    if (made.count === 0)
      throw new AppError("CONFLICT", "SHARED_ALREADY", `It is shared with ${member.name} already.`);
    await tellSight(tx, organizationId);
    return {
      answer: null,
      event: {
        type: "project.shared",
        subject: { type: "project", id: project.id },
        projectId: project.id,
        data: { membershipId: member.id, name: member.name },
      },
    };
  });
}

/** Ends that. Nobody is asked: whoever it was shared with does not see the project any more, from this moment on. */
export async function unshare(db: OrganizationDb, input: z.output<typeof shareInput>) {
  const { organizationId } = db;
  return await db.writeMembers(input, async (tx) => {
    const project = await findSharable(tx, db, input.projectId);
    await waitForWriters(tx, db, input.membershipId);
    const where = { organizationId, projectId: project.id, membershipId: input.membershipId };
    const ended = await tx.projectMember.deleteMany({ where });
    if (ended.count === 0) throw notFound("member");
    await forgetOutOfSight(tx, organizationId);
    await tellSight(tx, organizationId);
    const member = await tx.membership.findFirstOrThrow({
      where: { organizationId, id: input.membershipId },
      select: { account: { select: { name: true } } },
    });
    return {
      answer: null,
      event: {
        type: "project.unshared",
        subject: { type: "project", id: project.id },
        projectId: project.id,
        data: { membershipId: input.membershipId, name: member.account.name },
      },
    };
  });
}

async function findSharable(tx: Transaction, db: OrganizationDb, projectId: string) {
  const project = await findProject(tx, db, projectId);
  refuseUnlessSharer(db, project);
  return project;
}

async function findMember(tx: Transaction, { organizationId }: OrganizationDb, id: string) {
  const member = await tx.membership.findFirst({
    where: { organizationId, id, removedAt: null },
    select: { id: true, account: { select: { name: true } } },
  });
  return member === null ? null : { id: member.id, name: member.account.name };
}

/**
 * Whoever is writing finishes first, and nobody begins to before this ends: no write of somebody who lost sight of the project comes
 * after it on the log. Before the project's row is touched, for which they may wait themselves.
 */
async function waitForWriters(tx: Transaction, db: OrganizationDb, membershipId?: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM membership
    WHERE organization_id = ${db.organizationId}::uuid AND id <> ${db.actor.membershipId}::uuid
      AND id = coalesce(${membershipId ?? null}::uuid, id) ORDER BY id FOR NO KEY UPDATE`;
}
