import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { compare } from "@/features/plans/difference.service";
import { lockProject, type PlannedProject, planOf, replan } from "@/features/plans/service";
import { reopenRefusal, supersedeRefusal } from "@/planning";
import { fromDay } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid, notFound } from "@/platform/errors";
import { insertConsulted } from "./consultation.service";
import { copyCriteria } from "./criteria.service";
import { copyEvidence } from "./evidence.service";
import { type FoundDecision, lockDecision, refuseStranger, superseded } from "./find.queries";
import { whyNotDecided } from "./readiness.service";
import type { PositionsRecord } from "./record.schema";
import { bump } from "./record.service";
import { refusePastReview } from "./review.service";
import type { decideInput, reopenInput, supersedeInput } from "./schema";
import { countDecision } from "./service";
import { finalRationale, settledWords } from "./text.service";

/** Chooses an option, with the reason, and re-plans the project: outcome, plan and event together, or nothing. */
export async function decide(db: OrganizationDb, input: z.output<typeof decideInput>) {
  return await db.write(input, async (tx) => await settleDecision(tx, db, input));
}

/** The same inside another verb. */
export async function settleDecision(
  tx: Transaction,
  db: OrganizationDb,
  input: Omit<z.output<typeof decideInput>, "mutationId">,
) {
  const { organizationId, actor } = db;
  const decision = await lockDecision(tx, db, input.decisionId);
  refuseStranger(db, decision);
  const refusal = whyNotDecided(decision, {
    optionId: input.optionId,
    answersObjections: input.objectionsAnswered !== "",
    explainsDeparture: input.departure !== "",
  });
  if (refusal !== null) throw refusal;
  refusePastReview(input.reviewOn, "reviewOn");
  const before = await planBefore(tx, db, decision);
  // What is still being written belongs to what was decided upon.
  const context = await settledWords(tx, db, decision, "context");
  const rationale = await finalRationale(tx, db, decision, input.rationale);
  await bump(tx, db, decision, input.version, { rationale, ...(context === null ? {} : { context }) });
  const outcomeId = uuidv7();
  await tx.outcome.create({
    data: {
      organizationId,
      id: outcomeId,
      decisionId: decision.id,
      optionId: input.optionId,
      rationale,
      objectionsAnswered: input.objectionsAnswered,
      difference: {},
      positions: positionsNow(decision, input.departure),
      reviewOn: input.reviewOn === null ? null : fromDay(input.reviewOn),
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
      type: "decision.decided" as const,
      subject: { type: "decision", id: decision.id },
      projectId: decision.projectId,
      data: {
        number: decision.number,
        question: decision.question,
        ...(context === null ? {} : { before: { context: decision.context } }),
        after: {
          option: chosen?.title ?? "",
          rationale,
          ...(context === null ? {} : { context }),
          process: decision.process,
          reviewOn: input.reviewOn,
          dissent: decision.positions
            .filter(({ stance }) => stance === "object")
            .map(({ membership }) => ({ id: membership.id, name: membership.account.name })),
        },
        plan: asJson(record),
      },
    },
  };
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

/** Replaces a decided decision by a new open one that begins with the same options, criteria and evidence, and re-plans. */
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
        process: decision.process,
        weighting: decision.weighting,
        suggestion: decision.suggestion,
        taskKey: decision.taskKey,
        commentId: decision.commentId,
        askedById: actor.membershipId,
        supersedesId: decision.id,
      },
    });
    await insertConsulted(
      tx,
      db,
      id,
      decision.consulted.map(({ membershipId }) => membershipId),
    );
    const optionIds = new Map(decision.options.map((option) => [option.id, uuidv7()]));
    await tx.decisionOption.createMany({
      data: decision.options.map(({ effects, version, ...option }) => ({
        ...option,
        id: optionIds.get(option.id) ?? uuidv7(),
        decisionId: id,
        effects: asJson(effects),
      })),
    });
    await copyCriteria(tx, db, decision.id, id);
    await copyEvidence(tx, db, decision.id, id, optionIds);
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

function positionsNow(decision: FoundDecision, departure: string): PositionsRecord {
  const titleOf = new Map(decision.options.map(({ id, title }) => [id, title]));
  const answering = new Set(decision.positions.map(({ membershipId }) => membershipId));
  return {
    process: decision.process,
    positions: decision.positions.map(({ membership, stance, optionId, reason, answer, answeredBy }) => ({
      membershipId: membership.id,
      name: membership.account.name,
      stance,
      option: optionId === null ? null : (titleOf.get(optionId) ?? null),
      reason,
      answer,
      answeredBy: answeredBy?.account.name ?? null,
    })),
    silent: decision.consulted
      .filter(({ membershipId }) => !answering.has(membershipId))
      .map(({ membership }) => membership.account.name),
    departure,
  };
}

function asJson(value: unknown) {
  return JSON.parse(JSON.stringify(value));
}
