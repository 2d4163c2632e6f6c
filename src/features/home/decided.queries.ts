import type { Transaction } from "@/platform/db/organization-db";

/** What was decided last and still holds. */
export async function recentlyDecided(tx: Transaction, organizationId: string, take: number) {
  const rows = await tx.outcome.findMany({
    where: { organizationId, endedAt: null, decision: { deletedAt: null, project: { deletedAt: null } } },
    orderBy: { decidedAt: "desc" },
    take,
    select: {
      decidedAt: true,
      option: { select: { title: true } },
      decision: {
        select: { id: true, number: true, question: true, project: { select: { key: true, name: true } } },
      },
    },
  });
  return rows.map(({ decidedAt, option, decision }) => ({ ...decision, decidedAt, chosen: option.title }));
}
