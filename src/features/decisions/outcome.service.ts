import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { compare } from "@/features/plans/difference.service";
import { lockProject, type PlannedProject, planOf, replan } from "@/features/plans/service";
import { type DecisionRefusal, decisionRefusal, reopenRefusal, supersedeRefusal } from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { AppError, invalid, notFound } from "@/platform/errors";
import { mayDecide } from "@/platform/permissions";
import { alreadyDecided, type FoundDecision, lockDecision, superseded } from "./find.queries";
import { bump } from "./record.service";
import type { decideInput, reopenInput, supersedeInput } from "./schema";
import { countDecision } from "./service";

/** Chooses an option, with the reason, and re-plans the project: outcome, plan and event together, or nothing. */
export async function decide(db: OrganizationDb, input: z.output<typeof decideInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    const decision = await lockDecision(tx, db, input.decisionId);
    refuseStranger(db, decision);
    const refusal = decisionRefusal(
      { state: decision.state, deleted: false, options: decision.options },
      input.optionId,
    );
    if (refusal !== null) throw whyNotDecided(refusal);
    if (decision.positions.length > 0 && input.objectionsAnswered === "") {
      throw invalid(
        "OBJECTIONS_OPEN",
        "Somebody objects. Please answer before deciding.",
        "objectionsAnswered",
      );
    }
    const before = await planBefore(tx, db, decision);
    await bump(tx, db, decision, input.version, {});
    const outcomeId = uuidv7();
    await tx.outcome.create({
      data: {
        organizationId,
        id: outcomeId,
        decisionId: decision.id,
        optionId: input.optionId,
        rationale: input.rationale,
        objectionsAnswered: input.objectionsAnswered,
        difference: {},
        decidedById: actor.membershipId,
      },
    });
    const after = await replan(tx, db, decision.projectId);
    const record = compare(before, after);
    await tx.outcome.updateMany({
      where: { organizationId, id: outcomeId },
      data: { difference: asJson(record) },
    });
    const chosen = decision.options.find((option) => option.id === input.optionId);
    return {
      answer: { version: input.version + 1, ...record },
      event: {
        type: "decision.decided",
        subject: { type: "decision", id: decision.id },
        projectId: decision.projectId,
        data: {
          number: decision.number,
          question: decision.question,
          after: { option: chosen?.title ?? "", rationale: input.rationale },
          plan: asJson(record),
        },
      },
    };
  });
}

/** Ends the outcome, so that the question is open again, and re-plans. */
export async function reopen(db: OrganizationDb, input: z.output<typeof reopenInput>) {
  return await db.write(input, async (tx) => {
    const decision = await lockDecision(tx, db, input.decisionId);
    refuseStranger(db, decision);
    const refusal = reopenRefusal({ state: decision.state, deleted: false });
    if (refusal === "superseded") throw superseded();
    if (refusal !== null) throw invalid("NOT_DECIDED", "This decision is open already.");
    const before = await planBefore(tx, db, decision);
    await bump(tx, db, decision, input.version, {});
    await endOutcome(tx, db, decision, "reopened", input.reason);
    const record = compare(before, await replan(tx, db, decision.projectId));
    return {
      answer: { version: input.version + 1, ...record },
      event: {
        type: "decision.reopened",
        subject: { type: "decision", id: decision.id },
        projectId: decision.projectId,
        data: {
          number: decision.number,
          question: decision.question,
          reason: input.reason,
          plan: asJson(record),
        },
      },
    };
  });
}

/** Replaces a decided decision by a new open one that begins with the same options, and re-plans. */
export async function supersede(db: OrganizationDb, input: z.output<typeof supersedeInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    const decision = await lockDecision(tx, db, input.decisionId);
    refuseStranger(db, decision);
    const refusal = supersedeRefusal({ state: decision.state, deleted: false });
    if (refusal === "superseded") throw superseded();
    if (refusal !== null) throw invalid("NOT_DECIDED", "An open decision is edited, not superseded.");
    const before = await planBefore(tx, db, decision);
    await bump(tx, db, decision, input.version, {});
    await endOutcome(tx, db, decision, "superseded", input.reason);
    const { decisionCount: number } = await countDecision(tx, db, decision.projectId);
    const id = uuidv7();
    await tx.decision.create({
      data: {
        organizationId,
        id,
        projectId: decision.projectId,
        number,
        phase: decision.phase,
        question: input.question,
        context: decision.context,
        ownerId: decision.ownerId,
        askedById: actor.membershipId,
        supersedesId: decision.id,
      },
    });
    await tx.decisionOption.createMany({
      data: decision.options.map(({ place, title, description, effects, weight }) => ({
        organizationId,
        id: uuidv7(),
        decisionId: id,
        place,
        title,
        description,
        effects: asJson(effects),
        weight,
      })),
    });
    const record = compare(before, await replan(tx, db, decision.projectId));
    return {
      answer: { id, number, ...record },
      event: {
        type: "decision.superseded",
        subject: { type: "decision", id: decision.id },
        projectId: decision.projectId,
        data: {
          number: decision.number,
          question: decision.question,
          reason: input.reason,
          after: { number, question: input.question },
          plan: asJson(record),
        },
      },
    };
  });
}

async function planBefore(
  tx: Transaction,
  db: OrganizationDb,
  decision: FoundDecision,
): Promise<PlannedProject> {
  await lockProject(tx, db, decision.projectId);
  return await planOf(tx, db, decision.projectId);
}

async function endOutcome(
  tx: Transaction,
  db: OrganizationDb,
  decision: FoundDecision,
  endedBy: "reopened" | "superseded",
  endReason: string,
): Promise<void> {
  const ended = await tx.outcome.updateMany({
    where: { organizationId: db.organizationId, decisionId: decision.id, endedAt: null },
    data: { endedBy, endReason, endedById: db.actor.membershipId, endedAt: new Date() },
  });
  if (ended.count === 0) throw notFound("outcome");
}

/** Deciding belongs to the decision's owner, the project's owner, and leads. */
function refuseStranger(db: OrganizationDb, decision: FoundDecision): void {
  const owns = [decision.ownerId, decision.project.ownerId].includes(db.actor.membershipId);
  if (mayDecide(db.actor.role, owns)) return;
  throw new AppError(
    "FORBIDDEN",
    "DECISION_NOT_YOURS",
    "Only the owner of the decision or of the project, or a lead, may do this. Take a position or comment instead.",
  );
}

function whyNotDecided(refusal: DecisionRefusal): AppError {
  switch (refusal) {
    case "already-decided":
      return alreadyDecided();
    case "superseded":
      return superseded();
    case "deleted":
      return notFound("decision");
    case "no-options":
      return invalid("NO_OPTIONS", "Please add an option first.");
    case "unknown-option":
      return invalid("UNKNOWN_OPTION", "Please choose one of this decision's options.", "optionId");
  }
}

function asJson(value: unknown) {
  return JSON.parse(JSON.stringify(value));
}
