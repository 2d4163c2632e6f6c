import type { OrganizationDb } from "@/platform/db/organization-db";

/**
 * Gives everything that was written since the load began another time, so that the sample looks lived in. The features' verbs
 * know only the present; nobody but the sample may do this.
 */
export async function backdate(db: OrganizationDb, began: Date, at: Date): Promise<void> {
  const { organizationId } = db;
  await db.derive(async (tx) => {
    await tx.event.updateMany({ where: { organizationId, at: { gte: began } }, data: { at } });
    await tx.project.updateMany({
      where: { organizationId, createdAt: { gte: began } },
      data: { createdAt: at },
    });
    await tx.project.updateMany({
      where: { organizationId, launchedAt: { gte: began } },
      data: { launchedAt: at },
    });
    await tx.gatePassage.updateMany({ where: { organizationId, at: { gte: began } }, data: { at } });
    await tx.decision.updateMany({
      where: { organizationId, createdAt: { gte: began } },
      data: { createdAt: at },
    });
    await tx.outcome.updateMany({
      where: { organizationId, decidedAt: { gte: began } },
      data: { decidedAt: at },
    });
    await tx.outcome.updateMany({
      where: { organizationId, endedAt: { gte: began } },
      data: { endedAt: at },
    });
    await tx.position.updateMany({ where: { organizationId, at: { gte: began } }, data: { at } });
    await tx.comment.updateMany({
      where: { organizationId, createdAt: { gte: began } },
      data: { createdAt: at },
    });
    await tx.comment.updateMany({
      where: { organizationId, resolvedAt: { gte: began } },
      data: { resolvedAt: at },
    });
    await tx.membership.updateMany({
      where: { organizationId, createdAt: { gte: began } },
      data: { createdAt: at },
    });
  });
}
