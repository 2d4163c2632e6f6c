import { addDays } from "date-fns";
import { usableInvitations } from "@/features/workspaces/queries";
import type { Transaction } from "@/platform/db/organization-db";

const soonDays = 7;
const most = 5;

/** What a workspace needs of those who look after it. */
export async function workspaceNeeds(tx: Transaction, organizationId: string) {
  const now = new Date();
  const members = await tx.membership.count({ where: { organizationId, removedAt: null } });
  const invitations = await tx.invitation.findMany({
    where: usableInvitations(organizationId),
    orderBy: { expiresAt: "asc" },
    take: most,
    select: { id: true, role: true, note: true, expiresAt: true },
  });
  const standards = await tx.lifecycleStandard.count({ where: { organizationId } });
  const ownerless = await tx.project.findMany({
    where: { organizationId, deletedAt: null, launchedAt: null, owner: { removedAt: { not: null } } },
    orderBy: { name: "asc" },
    take: most,
    select: { id: true, key: true, name: true, owner: { select: { account: { select: { name: true } } } } },
  });
  const shares = await tx.shareLink.findMany({
    where: { organizationId, revokedAt: null, expiresAt: { gt: now, lte: addDays(now, soonDays) } },
    orderBy: { expiresAt: "asc" },
    take: most,
    select: { id: true, name: true, expiresAt: true },
  });
  return {
    isAlone: members === 1,
    invitations,
    /** Whether plans are made of Phasewise's defaults alone. */
    hasStandards: standards > 0,
    ownerless: ownerless.map(({ owner, ...project }) => ({ ...project, ownerName: owner.account.name })),
    shares,
  };
}
