import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { lockProject, replan } from "@/features/plans/service";
import { fromDay } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid, notFound } from "@/platform/errors";
import { insertDependencies } from "./dependencies.service";
import { lockDecision, refuseUnlessOpen } from "./find.queries";
import { bump, editable } from "./record.service";
import type { askInput, deleteDecisionInput, editDecisionInput } from "./schema";

/** Asks a question of a project, with the options known so far. An open question widens the forecast, so the plan is made anew. */
export async function ask(db: OrganizationDb, input: z.output<typeof askInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    await lockProject(tx, db, input.projectId);
    await refuseUnknownOwner(tx, db, input.ownerId);
    const project = await countDecision(tx, db, input.projectId);
    const id = uuidv7();
    const number = project.decisionCount;
    await tx.decision.create({
      data: {
        organizationId,
        id,
        projectId: project.id,
        number,
        phase: input.phase,
        question: input.question,
        context: input.context,
        ownerId: input.ownerId,
        askedById: actor.membershipId,
        dueOn: input.dueOn === null ? null : fromDay(input.dueOn),
      },
    });
    await tx.decisionOption.createMany({
      data: input.options.map((option, place) => ({
        organizationId,
        id: uuidv7(),
        decisionId: id,
        place,
        ...option,
      })),
    });
    await insertDependencies(tx, db, { id, projectId: project.id, dependsOn: input.dependsOn });
    await replan(tx, db, project.id);
    return {
      answer: { id, number },
      event: {
        type: "decision.asked",
        subject: { type: "decision", id },
        projectId: project.id,
        data: { number, after: { question: input.question, phase: input.phase } },
      },
    };
  });
}

/** The next number of the project's decisions. The caller holds the project's lock. */
export async function countDecision(tx: Transaction, db: OrganizationDb, projectId: string) {
  const where = { organizationId: db.organizationId, id: projectId, deletedAt: null };
  const counted = await tx.project.updateMany({ where, data: { decisionCount: { increment: 1 } } });
  if (counted.count === 0) throw notFound("project");
  return await tx.project.findFirstOrThrow({ where, select: { id: true, decisionCount: true } });
}

export async function editDecision(db: OrganizationDb, input: z.output<typeof editDecisionInput>) {
  return await db.write(input, async (tx) => {
    const decision = await lockDecision(tx, db, input.decisionId);
    refuseUnlessOpen(decision);
    await refuseUnknownOwner(tx, db, input.ownerId);
    const { question, context, ownerId, dueOn } = input;
    await bump(tx, db, decision, input.version, {
      question,
      context,
      ownerId,
      dueOn: dueOn === null ? null : fromDay(dueOn),
    });
    // The forecast names its open decisions by their question.
    if (question !== decision.question) await replan(tx, db, decision.projectId);
    return {
      answer: { version: input.version + 1 },
      event: {
        type: "decision.edited",
        subject: { type: "decision", id: decision.id },
        projectId: decision.projectId,
        data: {
          number: decision.number,
          question,
          before: editable(decision),
          after: { question, context, ownerId, dueOn },
        },
      },
    };
  });
}

export async function deleteDecision(db: OrganizationDb, input: z.output<typeof deleteDecisionInput>) {
  return await db.write(input, async (tx) => {
    const decision = await lockDecision(tx, db, input.decisionId);
    refuseUnlessOpen(decision);
    await bump(tx, db, decision, input.version, { deletedAt: new Date(), supersedesId: null });
    await replan(tx, db, decision.projectId);
    return {
      answer: null,
      event: {
        type: "decision.deleted",
        subject: { type: "decision", id: decision.id },
        projectId: decision.projectId,
        data: { number: decision.number, before: { question: decision.question } },
      },
    };
  });
}

async function refuseUnknownOwner(tx: Transaction, db: OrganizationDb, ownerId: string): Promise<void> {
  const owner = await tx.membership.findFirst({
    where: { organizationId: db.organizationId, id: ownerId, removedAt: null },
  });
  if (owner === null) throw invalid("UNKNOWN_MEMBER", "Please choose a member of this workspace.", "ownerId");
}
