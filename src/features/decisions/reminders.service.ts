import type { IsoDate } from "@/planning";
import { nextDayBegins, today } from "@/platform/days";
import type { BackgroundDb, Told } from "@/platform/db/background";
import { recurringTask } from "@/platform/jobs/job";
import { type ModelChange, modelChanges } from "./model-change-rules";
import { alreadyTold, citedModels, outcomesToReview, type RemindedDecision } from "./reminders.queries";

/** Why a decision is to be looked at again. The key is what it is told once by. */
type Reason =
  | { readonly key: string; readonly kind: "review"; readonly outcomeId: string; readonly on: IsoDate }
  | ({ readonly key: string; readonly kind: "model"; readonly model: string } & ModelChange);

type Due = { readonly decision: RemindedDecision; readonly reason: Reason };

/** Looks through the decisions at each start, since a new version brings a new catalogue, and as each day begins. */
export const reviewTask = recurringTask(
  "decisions.review-due",
  nextDayBegins,
  async (db) => await remindOwners(db, today()),
);

/**
 * Tells the owners which of their decisions are to be looked at again by the day, and why: each owner each reason once. The log is
 * what remembers it.
 */
export async function remindOwners(db: BackgroundDb, day: IsoDate): Promise<void> {
  const { organizationId } = db;
  await db.tell(async (tx) => {
    const due = [
      ...(await outcomesToReview(tx, organizationId, day)).map(reviewDue),
      ...(await citedModels(tx, organizationId)).flatMap(modelChanged),
    ];
    if (due.length === 0) return [];
    const told = await alreadyTold(
      tx,
      organizationId,
      due.map(({ decision }) => decision),
    );
    return [...byDecision(due.filter(({ decision, reason }) => !told(decision).has(reason.key)))].map(
      toldOwner,
    );
  });
}

function reviewDue({ decision, outcomeId, on }: Awaited<ReturnType<typeof outcomesToReview>>[number]): Due {
  return { decision, reason: { key: `review/${outcomeId}/${on}`, kind: "review", outcomeId, on } };
}

function modelChanged({ decision, facts }: Awaited<ReturnType<typeof citedModels>>[number]): Due[] {
  return modelChanges(facts).map((change) => {
    const key = `model/${facts.model}/${change.what}/${change.before}/${change.after}`;
    return { decision, reason: { key, kind: "model", model: facts.name, ...change } };
  });
}

/** All reasons of a decision together, each once: two options may be made from the same model. */
function byDecision(due: readonly Due[]): Iterable<{ decision: RemindedDecision; reasons: Reason[] }> {
  const known = new Map<string, { decision: RemindedDecision; reasons: Reason[] }>();
  for (const { decision, reason } of due) {
    const of = known.get(decision.id) ?? { decision, reasons: [] };
    if (!of.reasons.some(({ key }) => key === reason.key)) of.reasons.push(reason);
    known.set(decision.id, of);
  }
  return known.values();
}

function toldOwner({ decision, reasons }: { decision: RemindedDecision; reasons: Reason[] }): Told {
  const { id, number, question, projectId, ownerId } = decision;
  return {
    toId: ownerId,
    event: {
      type: "decision.review-due",
      subject: { type: "decision", id },
      projectId,
      data: { number, question, reasons },
    },
  };
}
