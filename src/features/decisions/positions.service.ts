import type { z } from "zod";
import { positionRefusal } from "@/planning";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { invalid, notFound, staleVersion } from "@/platform/errors";
import { type FoundDecision, lockDecision, refuseStranger, refuseUnlessOpen } from "./find.queries";
import type { answerObjectionInput, settleObjectionInput, takePositionInput } from "./schema";

/** Says where the member stands; a later position takes the place of an earlier one, and of what was answered to it. */
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
    const refusal = positionRefusal(decision.process, input);
    if (refusal === "reason-needed") {
      throw invalid("REASON_NEEDED", "Please say why, so that it can be answered.", "reason");
    }
    if (refusal === "option-needed") {
      throw invalid("OPTION_NEEDED", "Please choose the option you vote for.", "optionId");
    }
    const key = { organizationId, decisionId: decision.id, membershipId: actor.membershipId };
    const position = { stance, optionId, reason, at: new Date() };
    await tx.position.upsert({
      where: { organizationId_decisionId_membershipId: key },
      create: { ...key, ...position },
      update: {
        ...position,
        answer: null,
        answeredById: null,
        answeredAt: null,
        keptAt: null,
        version: { increment: 1 },
      },
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

/** Answers one objection, as it was read; who decides may. Answered again, who objects is asked again. */
export async function answerObjection(db: OrganizationDb, input: z.output<typeof answerObjectionInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    const decision = await lockDecision(tx, db, input.decisionId);
    refuseStranger(db, decision);
    refuseUnlessOpen(decision);
    const objection = decision.positions.find(
      (position) => position.membershipId === input.membershipId && position.stance === "object",
    );
    if (objection === undefined) throw notFound("objection");
    refuseStale(objection, input.version);
    await tx.position.updateMany({
      where: { organizationId, decisionId: decision.id, membershipId: objection.membershipId },
      data: {
        answer: input.answer,
        answeredById: actor.membershipId,
        answeredAt: new Date(),
        keptAt: null,
        version: { increment: 1 },
      },
    });
    return {
      answer: { version: input.version + 1 },
      event: {
        type: "objection.answered",
        subject: { type: "decision", id: decision.id },
        projectId: decision.projectId,
        data: {
          number: decision.number,
          question: decision.question,
          after: {
            membershipId: objection.membershipId,
            name: objection.membership.account.name,
            answer: input.answer,
          },
        },
      },
    };
  });
}

/**
 * What who objects says to the answer they have read: it convinced them, and they abstain with the answer on record; or it did not,
 * and the objection stays as dissent.
 */
export async function settleObjection(db: OrganizationDb, input: z.output<typeof settleObjectionInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    const decision = await lockDecision(tx, db, input.decisionId);
    refuseUnlessOpen(decision);
    const mine = decision.positions.find(({ membershipId }) => membershipId === actor.membershipId);
    if (mine === undefined || mine.stance !== "object" || mine.answer === null) {
      throw invalid("NOTHING_TO_SETTLE", "You have no objection here that was answered.");
    }
    refuseStale(mine, input.version);
    const withdraws = input.settlement === "withdraw";
    const settled = withdraws ? { stance: "abstain", at: new Date() } : { keptAt: new Date() };
    await tx.position.updateMany({
      where: { organizationId, decisionId: decision.id, membershipId: actor.membershipId },
      data: { ...settled, version: { increment: 1 } },
    });
    return {
      answer: { version: input.version + 1 },
      event: {
        type: withdraws ? "objection.withdrawn" : "objection.kept",
        subject: { type: "decision", id: decision.id },
        projectId: decision.projectId,
        data: { number: decision.number, question: decision.question },
      },
    };
  });
}

function refuseStale(position: FoundDecision["positions"][number], seen: number): void {
  if (position.version === seen) return;
  const { stance, reason, answer, version } = position;
  throw staleVersion("objection", { stance, reason, answer, version });
}
