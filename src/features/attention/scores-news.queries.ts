import { isComplete } from "@/planning";
import type { Transaction } from "@/platform/db/organization-db";
import { permissions } from "@/platform/permissions";
import { type DecisionPeople, hearersOf, type News, nothing } from "./audience.queries";

// Whose scores a decision waits for. What is said to somebody follows from what they themselves have handed in, and from nobody
// else's scores: that is how it stays blind.

function scoresOf(decision: DecisionPeople): string {
  return `scores:${decision.place.decisionId}`;
}

/** Who has to score is told so, if they do not know; who has nothing to score any more is left alone. */
export async function awaitScores(
  tx: Transaction,
  organizationId: string,
  decision: DecisionPeople,
): Promise<News> {
  const subject = scoresOf(decision);
  const awaited = await scorersAwaited(tx, organizationId, decision);
  const items = await tx.inboxItem.findMany({
    where: { organizationId, subject, doneAt: null },
    select: { membershipId: true },
  });
  const know = new Set(items.map(({ membershipId }) => membershipId));
  const { muted } = await hearersOf(tx, organizationId, decision.place, []);
  return {
    ...nothing,
    place: decision.place,
    notices: [...awaited]
      .filter((id) => !know.has(id) && !muted.has(id))
      .map((membershipId) => ({ membershipId, kind: "scores", subject })),
    settled: [...know].filter((id) => !awaited.has(id)).map((id) => ({ subject, only: id })),
  };
}

/** Nothing is waited for any more: of everybody, or of whoever has handed in. */
export function scoresOver(decision: DecisionPeople, of: { readonly only?: string }): News {
  return { ...nothing, place: decision.place, settled: [{ subject: scoresOf(decision), ...of }] };
}

/** Those who may score and whose set is not complete, while a round is open and there is something to score. */
async function scorersAwaited(
  tx: Transaction,
  organizationId: string,
  decision: DecisionPeople,
): Promise<ReadonlySet<string>> {
  if (!decision.isOpen || decision.process !== "scoring") return new Set();
  const { options, criteria, scoringRounds } = await tx.decision.findFirstOrThrow({
    where: { organizationId, id: decision.place.decisionId },
    select: {
      options: { where: { deletedAt: null }, select: { id: true } },
      criteria: { where: { deletedAt: null }, select: { id: true } },
      scoringRounds: {
        where: { revealedAt: null },
        select: { scorers: { select: { membershipId: true, optionIds: true, criterionIds: true } } },
      },
    },
  });
  const [round] = scoringRounds;
  const wanted = { optionIds: options.map(({ id }) => id), criterionIds: criteria.map(({ id }) => id) };
  if (round === undefined || wanted.optionIds.length === 0 || wanted.criterionIds.length === 0) {
    return new Set();
  }
  const finished = round.scorers.filter((scorer) => isComplete(scorer, wanted));
  const members = await tx.membership.findMany({
    where: {
      organizationId,
      removedAt: null,
      role: { in: [...permissions["position.take"]] },
      id: { notIn: finished.map(({ membershipId }) => membershipId) },
    },
    select: { id: true },
  });
  return new Set(members.map(({ id }) => id));
}
