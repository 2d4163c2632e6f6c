import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { lockDecision, memberName, refuseUnlessOpen } from "@/features/decisions/find.queries";
import { fromDay, today } from "@/platform/days";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { AppError, invalid } from "@/platform/errors";
import type { nudgeInput } from "./schema";

/** A lead asks the owner of an open decision to see to it: at most once a day, whoever asks. */
export async function nudge(db: OrganizationDb, input: z.output<typeof nudgeInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    const decision = await lockDecision(tx, db, input.decisionId);
    refuseUnlessOpen(decision);
    if (decision.ownerId === actor.membershipId) {
      throw invalid("OWN_DECISION", "This decision is yours: nobody else has to be asked.");
    }
    const owner = await tx.membership.findFirstOrThrow({
      where: { organizationId, id: decision.ownerId },
      ...memberName,
    });
    const { name } = owner.account;
    const nudgedOn = fromDay(today());
    const { count } = await tx.nudge.createMany({
      data: [
        {
          organizationId,
          id: uuidv7(),
          decisionId: decision.id,
          byId: actor.membershipId,
          ownerId: owner.id,
          sentence: input.sentence,
          nudgedOn,
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) {
      throw new AppError(
        "CONFLICT",
        "ALREADY_NUDGED",
        `${name} has been asked today already. Once a day is enough.`,
      );
    }
    return {
      answer: { ownerName: name },
      event: {
        type: "decision.nudged",
        subject: { type: "decision", id: decision.id },
        projectId: decision.projectId,
        data: {
          number: decision.number,
          question: decision.question,
          reason: input.sentence,
          after: { name },
        },
      },
    };
  });
}
