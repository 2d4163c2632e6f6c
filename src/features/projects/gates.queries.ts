import { type GateStanding, gateStanding, gateVerdicts, type PhaseId, phaseIds } from "@/planning";
import { toDay } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";

// What a project's other pages, and a move, need to know of its gates.

/** What stands on a project's gates: the verdicts, and the conditions that are not closed yet. */
export const gateParts = {
  select: {
    phase: true,
    rounds: {
      where: { verdict: { not: null } },
      orderBy: { number: "asc" },
      select: {
        verdict: true,
        decidedAt: true,
        conditions: {
          where: { closedAt: null },
          orderBy: { place: "asc" },
          select: {
            id: true,
            text: true,
            dueOn: true,
            owner: { select: { account: { select: { name: true } } } },
          },
        },
      },
    },
  },
} as const;

type GateRow = {
  readonly phase: string;
  readonly rounds: readonly {
    readonly verdict: string | null;
    readonly decidedAt: Date | null;
    readonly conditions: readonly {
      readonly id: string;
      readonly text: string;
      readonly dueOn: Date;
      readonly owner: { readonly account: { readonly name: string } };
    }[];
  }[];
};

type Passage = { readonly fromPhase: string; readonly toPhase: string; readonly at: Date };

/** Each phase's gate: what its last verdict says today, and which conditions are open. */
export function toGates(gates: readonly GateRow[], passages: readonly Passage[]) {
  return phaseIds.map((phase) => {
    const rounds = gates.find((gate) => gate.phase === phase)?.rounds ?? [];
    return {
      phase,
      standing: standingOf(phase, rounds, passages),
      openConditions: rounds.flatMap(({ conditions }) =>
        conditions.map(({ id, text, dueOn, owner }) => ({
          id,
          text,
          dueOn: toDay(dueOn),
          owner: owner.account.name,
        })),
      ),
    };
  });
}

/** The phases whose gates are passed as things stand. */
export async function passedGates(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  projectId: string,
): Promise<ReadonlySet<PhaseId>> {
  const gates = await tx.gate.findMany({ where: { organizationId, projectId }, ...gateParts });
  const passages = await tx.gatePassage.findMany({
    where: { organizationId, projectId },
    select: { fromPhase: true, toPhase: true, at: true },
  });
  return new Set(
    toGates(gates, passages).flatMap(({ phase, standing }) => (isPassed(standing) ? [phase] : [])),
  );
}

const isPassed = (standing: GateStanding) => standing === "passed" || standing === "conditions";

function standingOf(phase: PhaseId, rounds: GateRow["rounds"], passages: readonly Passage[]): GateStanding {
  const verdicts = rounds.flatMap(({ verdict: text, decidedAt }) => {
    const verdict = gateVerdicts.find((known) => known === text);
    return verdict === undefined || decidedAt === null ? [] : [{ verdict, at: decidedAt }];
  });
  return gateStanding(phase, verdicts, passages);
}
