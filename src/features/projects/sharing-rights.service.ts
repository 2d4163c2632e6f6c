import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { tellSight } from "@/platform/db/sight";
import { AppError } from "@/platform/errors";
import { mayShare } from "@/platform/permissions";

export function refuseUnlessSharer({ actor }: OrganizationDb, project: { ownerId: string }): void {
  if (mayShare(actor.role, project.ownerId === actor.membershipId)) return;
  throw new AppError(
    "FORBIDDEN",
    "NOT_YOURS_TO_SHARE",
    "Only the project's owner, and owners and admins of the workspace who see it, may say who sees it.",
  );
}

/** Whoever hands a private project on goes on seeing it, and its new owner begins to. Part of the verb that does so. */
export async function keepSightOf(
  tx: Transaction,
  db: OrganizationDb,
  project: { id: string; ownerId: string },
): Promise<void> {
  const { organizationId, actor } = db;
  await tx.projectMember.createMany({
    data: {
      organizationId,
      projectId: project.id,
      membershipId: project.ownerId,
      sharedById: actor.membershipId,
    },
    skipDuplicates: true,
  });
  await tellSight(tx, organizationId);
}
