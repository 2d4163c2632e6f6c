import type { z } from "zod";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { invalid } from "@/platform/errors";
import { lockDecision, refuseUnlessOpen } from "./find.queries";
import type { takePositionInput } from "./schema";

/** Says where the member stands; a later position takes the place of an earlier one. */
export async function takePosition(db: OrganizationDb, input: z.output<typeof takePositionInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    const decision = await lockDecision(tx, db, input.decisionId);
    refuseUnlessOpen(decision);
    const { stance, optionId, reason } = input;
    const option = decision.options.find((candidate) => candidate.id === optionId);
    if (optionId !== null && option === undefined) {
      throw invalid("UNKNOWN_OPTION", "Please choose one of this decision's options.", "optionId");
    }
    if (stance === "object" && reason === "") {
      throw invalid("REASON_NEEDED", "Please say why, so that it can be answered.", "reason");
    }
    const key = { organizationId, decisionId: decision.id, membershipId: actor.membershipId };
    const position = { stance, optionId, reason, at: new Date() };
    await tx.position.upsert({
      where: { organizationId_decisionId_membershipId: key },
      create: { ...key, ...position },
      update: position,
    });
    return {
      answer: { stance },
      event: {
        type: "position.taken",
        subject: { type: "decision", id: decision.id },
        projectId: decision.projectId,
        data: {
          number: decision.number,
          question: decision.question,
          after: { stance, option: option?.title ?? null, reason },
        },
      },
    };
  });
}
