import { subDays } from "date-fns";
import { toDay } from "@/platform/days";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { toSkills } from "./queries";

/** For how long somebody sees what became of what they proposed. */
const daysSettledShown = 30;
const mostMade = 50;

const named = { select: { account: { select: { name: true } } } } as const;
const shown = {
  id: true,
  discipline: true,
  level: true,
  readyOn: true,
  sentence: true,
  createdAt: true,
  outcome: true,
  by: named,
  membership: named,
} as const;

/** What is proposed for one's own profile and not answered, and what one proposed to others: nobody else's. */
export async function proposals(db: OrganizationDb) {
  const { organizationId, actor } = db;
  const { forMe, made } = await db.read(async (tx) => ({
    forMe: await tx.profileProposal.findMany({
      where: { organizationId, membershipId: actor.membershipId, settledAt: null },
      orderBy: { createdAt: "desc" },
      select: shown,
    }),
    made: await tx.profileProposal.findMany({
      where: {
        organizationId,
        byId: actor.membershipId,
        membership: { removedAt: null },
        OR: [
          { settledAt: null },
          {
            settledAt: { gt: subDays(new Date(), daysSettledShown) },
            outcome: { in: ["taken-over", "declined"] },
          },
        ],
      },
      orderBy: { createdAt: "desc" },
      take: mostMade,
      select: shown,
    }),
  }));
  return { forMe: toSkills(forMe).map(toProposal), made: toSkills(made).map(toProposal) };
}

function toProposal<
  Row extends { readonly by: Named; readonly membership: Named; readonly readyOn: Date | null },
>({ by, membership, readyOn, ...row }: Row) {
  return {
    ...row,
    readyOn: readyOn === null ? null : toDay(readyOn),
    byName: by.account.name,
    forName: membership.account.name,
  };
}

type Named = { readonly account: { readonly name: string } };

export type Proposals = Awaited<ReturnType<typeof proposals>>;
