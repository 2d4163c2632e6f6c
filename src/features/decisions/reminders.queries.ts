import { z } from "zod";
import type { IsoDate, ModelFacts } from "@/planning";
import { fromDay, toDay } from "@/platform/days";
import type { Transaction } from "@/platform/db/organization-db";
import { keptContent } from "./evidence.schema";

// What a decision's owner may have to be reminded of. Over the whole organization, with a number of statements that does not grow.

/** Decisions whose owner can be told of them. */
const reachable = {
  deletedAt: null,
  supersededBy: null,
  project: { deletedAt: null },
  owner: { removedAt: null },
} as const;

const aboutDecision = { id: true, number: true, question: true, projectId: true, ownerId: true } as const;

export type RemindedDecision = {
  readonly id: string;
  readonly number: number;
  readonly question: string;
  readonly projectId: string;
  readonly ownerId: string;
};

/** Standing outcomes that are to be looked at again by the day. */
export async function outcomesToReview(
  tx: Transaction,
  organizationId: string,
  day: IsoDate,
): Promise<{ decision: RemindedDecision; outcomeId: string; on: IsoDate }[]> {
  const rows = await tx.outcome.findMany({
    where: { organizationId, endedAt: null, reviewOn: { lte: fromDay(day) }, decision: reachable },
    orderBy: [{ reviewOn: "asc" }, { id: "asc" }],
    select: { id: true, reviewOn: true, decision: { select: aboutDecision } },
  });
  return rows.flatMap(({ id, reviewOn, decision }) =>
    reviewOn === null ? [] : [{ decision, outcomeId: id, on: toDay(reviewOn) }],
  );
}

/** What decisions cite of models, as the catalogue said it then: of decided ones and of open ones. */
export async function citedModels(
  tx: Transaction,
  organizationId: string,
): Promise<{ decision: RemindedDecision; facts: ModelFacts }[]> {
  const rows = await tx.evidence.findMany({
    where: {
      organizationId,
      kind: "model",
      deletedAt: null,
      OR: [{ optionId: null }, { option: { deletedAt: null } }],
      decision: reachable,
    },
    orderBy: { id: "asc" },
    select: { content: true, decision: { select: aboutDecision } },
  });
  return rows.flatMap(({ content, decision }) => {
    const kept = keptContent.parse(content);
    return kept.kind === "model" ? [{ decision, facts: kept.facts }] : [];
  });
}

const toldReasons = z.object({ reasons: z.array(z.object({ key: z.string() })) });

/** The reasons that the log has told already, by decision and by whom it told them to: `told(decision).has(key)`. */
export async function alreadyTold(
  tx: Transaction,
  organizationId: string,
  decisions: readonly RemindedDecision[],
): Promise<(decision: RemindedDecision) => ReadonlySet<string>> {
  const events = await tx.event.findMany({
    where: {
      organizationId,
      subjectType: "decision",
      subjectId: { in: [...new Set(decisions.map(({ id }) => id))] },
      type: "decision.review-due",
    },
    select: { subjectId: true, actorId: true, data: true },
  });
  const known = new Map<string, Set<string>>();
  for (const { subjectId, actorId, data } of events) {
    const to = `${subjectId} ${actorId}`;
    const keys = known.get(to) ?? new Set<string>();
    for (const { key } of toldReasons.parse(data).reasons) keys.add(key);
    known.set(to, keys);
  }
  return ({ id, ownerId }) => known.get(`${id} ${ownerId}`) ?? new Set();
}
