import { mayAnswer, memberName } from "@/features/decisions/find.queries";
import { isComplete } from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";

/** Names of those an open decision waits for besides its owner, by decision. */
export type WaitsFor = {
  /** Asked by name, and have not said where they stand. */
  readonly positions: readonly string[];
  /** Have not handed in their scores in the round that is open. */
  readonly scores: readonly string[];
  /** Object, and nobody has answered. */
  readonly objections: readonly string[];
};

export async function waitsOn(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  decisionIds: readonly string[],
): Promise<Map<string, WaitsFor>> {
  const rows = await tx.decision.findMany({
    where: { organizationId, id: { in: [...decisionIds] } },
    select: {
      id: true,
      process: true,
      positions: {
        where: { membership: { removedAt: null } },
        select: { stance: true, answeredAt: true, membership: memberName },
      },
      consulted: { where: { membership: mayAnswer }, select: { membership: memberName } },
      options: { where: { deletedAt: null }, select: { id: true } },
      criteria: { where: { deletedAt: null }, select: { id: true } },
      scoringRounds: {
        where: { revealedAt: null },
        select: { scorers: { select: { membershipId: true, optionIds: true, criterionIds: true } } },
      },
    },
  });
  const members = await tx.membership.findMany({ where: { organizationId, ...mayAnswer }, ...memberName });
  return new Map(
    rows.map(({ id, process, positions, consulted, options, criteria, scoringRounds }) => {
      const said = new Set(positions.map(({ membership }) => membership.id));
      const wanted = {
        optionIds: options.map((option) => option.id),
        criterionIds: criteria.map((criterion) => criterion.id),
      };
      const [round] = scoringRounds;
      const isScored =
        process === "scoring" &&
        round !== undefined &&
        wanted.optionIds.length > 0 &&
        wanted.criterionIds.length > 0;
      const finished = new Set(
        (round?.scorers ?? [])
          .filter((scorer) => isComplete(scorer, wanted))
          .map((scorer) => scorer.membershipId),
      );
      return [
        id,
        {
          positions: namesOf(
            consulted.map(({ membership }) => membership).filter((one) => !said.has(one.id)),
          ),
          scores: isScored ? namesOf(members.filter((member) => !finished.has(member.id))) : [],
          objections: namesOf(
            positions
              .filter(({ stance, answeredAt }) => stance === "object" && answeredAt === null)
              .map(({ membership }) => membership),
          ),
        },
      ];
    }),
  );
}

function namesOf(members: readonly { readonly account: { readonly name: string } }[]): string[] {
  return members.map(({ account }) => account.name).sort((a, b) => a.localeCompare(b, "en"));
}
