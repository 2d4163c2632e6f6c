import type { AccountDb } from "@/platform/db/account-db";
import type { Client } from "@/platform/db/client";
import { openOrganization } from "@/platform/db/gate";

/** Removes what a load that was cut short left behind. */
export async function purge(client: Client, founder: AccountDb, slug: string): Promise<void> {
  const left = await openOrganization(client, founder, slug).catch(() => null);
  if (left === null) return;
  const where = { organizationId: left.organizationId };
  await left.derive(async (tx) => {
    // From the leaves to the root: foreign keys restrict.
    await tx.$executeRaw`SELECT purge_events()`;
    await tx.mutation.deleteMany({ where });
    await tx.presence.deleteMany({ where });
    await tx.reaction.deleteMany({ where });
    await tx.comment.updateMany({ where, data: { parentId: null } });
    await tx.comment.deleteMany({ where });
    await tx.position.deleteMany({ where });
    await tx.consultation.deleteMany({ where });
    await tx.suggestionDismissal.deleteMany({ where });
    await tx.outcomeReview.deleteMany({ where });
    // Takes what was scored along: no scores may be read to be deleted.
    await tx.scoringRound.deleteMany({ where });
    await tx.criterion.deleteMany({ where });
    // Takes criteria, evidence, rounds and conditions along.
    await tx.gate.deleteMany({ where });
    await tx.loopPass.deleteMany({ where });
    await tx.outcome.deleteMany({ where });
    await tx.decisionDependency.deleteMany({ where });
    await tx.evidence.deleteMany({ where });
    await tx.storedFile.deleteMany({ where });
    await tx.decisionOption.deleteMany({ where });
    await tx.decision.updateMany({ where, data: { supersedesId: null } });
    await tx.decision.deleteMany({ where });
    await tx.projectSizing.deleteMany({ where });
    await tx.taskRecord.deleteMany({ where });
    await tx.projectDemand.deleteMany({ where });
    await tx.projectForecast.deleteMany({ where });
    await tx.brief.deleteMany({ where });
    await tx.gatePassage.deleteMany({ where });
    await tx.project.deleteMany({ where });
    await tx.invitation.deleteMany({ where });
    await tx.expertise.deleteMany({ where });
    await tx.membership.deleteMany({ where });
    await tx.organizationCounter.deleteMany({ where });
    await tx.organization.deleteMany({ where: { id: left.organizationId } });
  });
}
