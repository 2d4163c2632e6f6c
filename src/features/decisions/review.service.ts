import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { supersedeRefusal } from "@/planning";
import { fromDay, today } from "@/platform/days";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { invalid } from "@/platform/errors";
import { lockDecision, refuseStranger, superseded } from "./find.queries";
import { bump } from "./record.service";
import type { reviewInput } from "./schema";

/** Somebody looked again: what was decided still holds, for the reason in the note, and until the next day on which to look. */
export async function confirmOutcome(db: OrganizationDb, input: z.output<typeof reviewInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    const decision = await lockDecision(tx, db, input.decisionId);
    refuseStranger(db, decision);
    const refusal = supersedeRefusal({ state: decision.state, deleted: false });
    if (refusal === "superseded") throw superseded();
    if (refusal !== null || decision.outcome === null) {
      throw invalid("NOT_DECIDED", "Only what is decided can still hold.");
    }
    refusePastReview(input.nextOn, "nextOn");
    await bump(tx, db, decision, input.version, {});
    const nextOn = input.nextOn === null ? null : fromDay(input.nextOn);
    const outcomeId = decision.outcome.id;
    await tx.outcomeReview.create({
      data: {
        organizationId,
        id: uuidv7(),
        outcomeId,
        reviewerId: actor.membershipId,
        note: input.note,
        nextOn,
      },
    });
    await tx.outcome.updateMany({ where: { organizationId, id: outcomeId }, data: { reviewOn: nextOn } });
    return {
      answer: { version: input.version + 1 },
      event: {
        type: "decision.reviewed",
        subject: { type: "decision", id: decision.id },
        projectId: decision.projectId,
        data: {
          number: decision.number,
          question: decision.question,
          after: { note: input.note, nextOn: input.nextOn },
        },
      },
    };
  });
}

/** A review may be due from today on; a day that is over is a slip. */
export function refusePastReview(day: string | null, field: string): void {
  if (day !== null && day < today()) {
    throw invalid("REVIEW_IN_PAST", "Please give today or a day to come.", field);
  }
}
