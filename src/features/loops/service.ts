import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { insertDecision } from "@/features/decisions/service";
import { readPlan } from "@/features/plans/service";
import { readBrief } from "@/features/projects/queries";
import { nextPassOptions } from "@/planning";
import { fromDay, toDay } from "@/platform/days";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { invalid, notFound, staleVersion } from "@/platform/errors";
import { criteriaOf } from "./criteria-rules";
import { aboutPass, ensureRow, type LockedPass, lockPass } from "./find.queries";
import { nextQuestion } from "./next-question-rules";
import type { addResultInput, askNextInput, recordPassInput, removeResultInput } from "./schema";

/** Records what was tried in a pass, when, and what it took so far. */
export async function recordPass(db: OrganizationDb, input: z.output<typeof recordPassInput>) {
  const { organizationId } = db;
  return await db.write(input, async (tx) => {
    if (input.startedOn !== null && input.finishedOn !== null && input.finishedOn < input.startedOn) {
      throw invalid("END_BEFORE_START", "Please give an end on or after the start.", "finishedOn");
    }
    const pass = await lockPass(tx, db, input);
    if ((pass.row?.version ?? 0) !== input.version) throw stalePass(pass.row);
    if (input.decisionId !== null) {
      const where = { organizationId, id: input.decisionId, projectId: pass.projectId, deletedAt: null };
      if ((await tx.decision.count({ where })) === 0) throw notFound("decision");
    }
    const { tried, techniques, decisionId, costMinor, personDays } = input;
    const startedOn = input.startedOn === null ? null : fromDay(input.startedOn);
    const finishedOn = input.finishedOn === null ? null : fromDay(input.finishedOn);
    const recorded = { tried, techniques, decisionId, startedOn, finishedOn, costMinor, personDays };
    if (pass.row === null) {
      const { id, projectId, number } = pass;
      await tx.loopPass.create({ data: { organizationId, id, projectId, number, ...recorded } });
    } else {
      await tx.loopPass.updateMany({
        where: { organizationId, id: pass.id },
        data: { ...recorded, version: { increment: 1 } },
      });
    }
    const after = { ...recorded, startedOn: input.startedOn, finishedOn: input.finishedOn };
    return {
      answer: { version: input.version + 1 },
      event: aboutPass(pass, "pass.recorded", {
        before: pass.row === null ? null : editable(pass.row),
        after,
      }),
    };
  });
}

const mostResults = 60;

/** Adds what an evaluation of the pass found. Nothing is measured twice in place: a later figure stands beside the earlier. */
export async function addResult(db: OrganizationDb, input: z.output<typeof addResultInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    const pass = await lockPass(tx, db, input);
    const standing = { organizationId, passId: pass.id, removedAt: null };
    if ((await tx.loopResult.count({ where: standing })) >= mostResults) {
      throw invalid("TOO_MANY_RESULTS", `Please keep to ${mostResults} results of a pass.`);
    }
    await ensureRow(tx, db, pass);
    const id = uuidv7();
    const { metric, value, unit, dataSet, measuredOn, measuredBy } = input;
    await tx.loopResult.create({
      data: {
        ...{ organizationId, id, passId: pass.id, addedById: actor.membershipId },
        ...{ metric, value, unit, dataSet, measuredOn: fromDay(measuredOn), measuredBy },
      },
    });
    return {
      answer: { id },
      event: aboutPass(pass, "pass.result-added", {
        after: { metric, value, unit, dataSet, measuredOn, measuredBy },
      }),
    };
  });
}

export async function removeResult(db: OrganizationDb, input: z.output<typeof removeResultInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    const where = {
      organizationId,
      id: input.resultId,
      removedAt: null,
      pass: { project: { deletedAt: null } },
    };
    const result = await tx.loopResult.findFirst({
      where,
      select: {
        metric: true,
        value: true,
        unit: true,
        pass: { select: { id: true, projectId: true, number: true } },
      },
    });
    if (result === null) throw notFound("result");
    const removed = await tx.loopResult.updateMany({
      where: { organizationId, id: input.resultId, removedAt: null },
      data: { removedAt: new Date(), removedById: actor.membershipId },
    });
    if (removed.count === 0) throw notFound("result");
    const { pass, ...before } = result;
    return { answer: null, event: aboutPass(pass, "pass.result-removed", { before }) };
  });
}

/** Asks the decision that a pass ends in: stop, go on, or change the technique, with what each does to the plan. */
export async function askNext(db: OrganizationDb, input: z.output<typeof askNextInput>) {
  const { organizationId } = db;
  return await db.write(input, async (tx) => {
    const pass = await lockPass(tx, db, input);
    const asked = await tx.decision.findFirst({
      where: { organizationId, id: pass.row?.nextDecisionId ?? uuidv7(), deletedAt: null },
      select: { number: true },
    });
    if (asked !== null) throw invalid("ASKED_ALREADY", `That is being asked already: D-${asked.number}.`);
    const plan = await readPlan(tx, db, pass.projectId);
    const brief = await tx.brief.findFirst({ where: { organizationId, projectId: pass.projectId } });
    const results = await tx.loopResult.findMany({
      where: { organizationId, passId: pass.id, removedAt: null },
      orderBy: { id: "asc" },
    });
    const budget = plan.parameters["loop-passes"];
    const change = await insertDecision(
      tx,
      db,
      {
        projectId: pass.projectId,
        options: nextPassOptions({
          pass: pass.number,
          budget,
          techniques: new Set(plan.techniques.map(({ technique }) => technique.id)),
        }),
        dependsOn: [],
        consulted: [],
      },
      {
        phase: "model-alignment",
        ...nextQuestion({
          pass: pass.number,
          budget,
          criteria: criteriaOf(brief === null ? [] : readBrief(brief.content).successCriteria),
          results,
        }),
        ownerId: pass.project.ownerId,
        process: "advice",
        dueOn: null,
        suggestion: null,
        taskKey: null,
        commentId: null,
      },
    );
    await ensureRow(tx, db, pass);
    await tx.loopPass.updateMany({
      where: { organizationId, id: pass.id },
      data: { nextDecisionId: change.answer.id },
    });
    return change;
  });
}

type PassRow = NonNullable<LockedPass["row"]>;

function editable(row: PassRow) {
  const { tried, techniques, decisionId, startedOn, finishedOn, costMinor, personDays } = row;
  return {
    ...{ tried, techniques, decisionId, personDays },
    startedOn: startedOn === null ? null : toDay(startedOn),
    finishedOn: finishedOn === null ? null : toDay(finishedOn),
    costMinor: costMinor === null ? null : Number(costMinor),
  };
}

function stalePass(row: PassRow | null) {
  const blank = { tried: "", techniques: [], decisionId: null, startedOn: null, finishedOn: null };
  return staleVersion("pass", {
    ...(row === null ? { ...blank, costMinor: null, personDays: null } : editable(row)),
    version: row?.version ?? 0,
  });
}
