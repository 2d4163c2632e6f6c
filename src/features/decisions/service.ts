import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { lockProject, replan } from "@/features/plans/service";
import type { OptionEffect } from "@/planning";
import { fromDay } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid, notFound } from "@/platform/errors";
import { insertConsulted } from "./consultation.service";
import { insertDependencies } from "./dependencies.service";
import { lockDecision, refuseUnlessOpen } from "./find.queries";
import { contentOf } from "./options.service";
import { findComment, findTask } from "./origin.queries";
import { bump, editable } from "./record.service";
import type { askInput, deleteDecisionInput, editDecisionInput } from "./schema";
import { textByForm } from "./text.service";

/** Asks a question of a project, with the options known so far. An open question widens the forecast, so the plan is made anew. */
export async function ask(db: OrganizationDb, input: z.output<typeof askInput>) {
  return await db.write(input, async (tx) => {
    await lockProject(tx, db, input.projectId);
    await refuseUnknownOwner(tx, db, input.ownerId);
    if (input.commentId !== null) await findComment(tx, db, input.projectId, input.commentId);
    if (input.taskKey !== null) await findTask(tx, db, input.projectId, input.taskKey);
    const { phase, question, context, ownerId, dueOn, process, taskKey, commentId } = input;
    return await insertDecision(tx, db, input, {
      ...{ phase, question, context, ownerId, process, taskKey, commentId },
      suggestion: null,
      dueOn: dueOn === null ? null : fromDay(dueOn),
    });
  });
}

type NewOption = Omit<Parameters<typeof contentOf>[0], "effects"> & {
  readonly weight?: number;
  readonly effects: readonly OptionEffect[];
};

/** The decision with its options, its place among others, and whom it is asked of. The caller holds the project's lock. */
export async function insertDecision(
  tx: Transaction,
  db: OrganizationDb,
  around: {
    readonly projectId: string;
    readonly options: readonly NewOption[];
    readonly dependsOn: readonly string[];
    readonly consulted: readonly string[];
  },
  content: {
    readonly phase: string;
    readonly question: string;
    readonly context: string;
    readonly ownerId: string;
    readonly process: string;
    readonly dueOn: Date | null;
    readonly suggestion: string | null;
    readonly taskKey: string | null;
    readonly commentId: string | null;
  },
) {
  const { organizationId, actor } = db;
  const { id: projectId, decisionCount: number } = await countDecision(tx, db, around.projectId);
  const id = uuidv7();
  await tx.decision.create({
    data: { organizationId, id, projectId, number, askedById: actor.membershipId, ...content },
  });
  await tx.decisionOption.createMany({
    data: around.options.map(({ effects, weight = 1, ...option }, place) => ({
      organizationId,
      id: uuidv7(),
      decisionId: id,
      place,
      weight,
      ...contentOf({ ...option, effects: [...effects] }),
    })),
  });
  await insertDependencies(tx, db, { id, projectId, dependsOn: around.dependsOn });
  const consulted = await insertConsulted(tx, db, id, around.consulted);
  await replan(tx, db, projectId);
  const { phase, question, process, ownerId, suggestion } = content;
  return {
    answer: { id, number },
    event: {
      type: "decision.asked",
      subject: { type: "decision", id },
      projectId,
      data: { number, after: { question, phase, process, ownerId, suggestion, consulted } },
    } as const,
  };
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
    const { question, ownerId, dueOn, process = decision.process } = input;
    const context =
      input.context === undefined
        ? decision.context
        : await textByForm(tx, db, decision, "context", input.context);
    await bump(tx, db, decision, input.version, {
      question,
      context,
      ownerId,
      process,
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
          after: { question, context, ownerId, dueOn, process },
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
