import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { insertDecision } from "@/features/decisions/service";
import { readPlan } from "@/features/plans/service";
import { readBrief } from "@/features/projects/queries";
import { nextPassOptions, techniqueIds } from "@/planning";
import { fromDay, toDay } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid, notFound, staleVersion } from "@/platform/errors";
import { criteriaOf } from "./criteria-rules";
import { aboutPass, ensureRow, type LockedPass, lockPass } from "./find.queries";
import { nextQuestion } from "./next-question-rules";
import type {
  addResultInput,
  askNextInput,
  RecordedPass,
  recordPassInput,
  removeResultInput,
} from "./schema";

/** Records what was tried in a pass, when, and what it took so far. */
export async function recordPass(db: OrganizationDb, input: z.output<typeof recordPassInput>) {
  return await db.write(input, async (tx) => {
    if (input.startedOn !== null && input.finishedOn !== null && input.finishedOn < input.startedOn) {
      throw invalid("END_BEFORE_START", "Please give an end on or after the start.", "finishedOn");
    }
    const pass = await lockPass(tx, db, input);
    if ((pass.row?.version ?? 0) !== input.version) throw stalePass(pass.row);
    const { tried, techniques, decisionId, startedOn, finishedOn, costMinor, personDays } = input;
    const recorded = { tried, techniques, decisionId, startedOn, finishedOn, costMinor, personDays };
    return await recordPassWithin(tx, db, pass, recorded);
  });
}

/** The same with the pass locked. */
export async function recordPassWithin(
  tx: Transaction,
  db: OrganizationDb,
  pass: LockedPass,
  after: RecordedPass,
) {
  const { organizationId } = db;
  if (after.decisionId !== null) {
    const where = { organizationId, id: after.decisionId, projectId: pass.projectId, deletedAt: null };
    if ((await tx.decision.count({ where })) === 0) throw notFound("decision");
  }
  const recorded = {
    ...after,
    startedOn: after.startedOn === null ? null : fromDay(after.startedOn),
    finishedOn: after.finishedOn === null ? null : fromDay(after.finishedOn),
  };
  if (pass.row === null) {
    const { id, projectId, number } = pass;
    await tx.loopPass.create({ data: { organizationId, id, projectId, number, ...recorded } });
  } else {
    await tx.loopPass.updateMany({
      where: { organizationId, id: pass.id },
      data: { ...recorded, version: { increment: 1 } },
    });
  }
  return {
    answer: { version: (pass.row?.version ?? 0) + 1 },
    event: aboutPass(pass, "pass.recorded", {
      before: pass.row === null ? null : recordedIn(pass.row),
      after,
    }),
  };
}

const mostResults = 60;

/** Adds what an evaluation of the pass found. Nothing is measured twice in place: a later figure stands beside the earlier. */
export async function addResult(db: OrganizationDb, input: z.output<typeof addResultInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    const pass = await lockPass(tx, db, input);
    await refuseTooMany(tx, db, pass.id);
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
        resultId: id,
        after: { metric, value, unit, dataSet, measuredOn, measuredBy },
      }),
    };
  });
}

async function refuseTooMany(tx: Transaction, { organizationId }: OrganizationDb, passId: string) {
  if ((await tx.loopResult.count({ where: { organizationId, passId, removedAt: null } })) < mostResults)
    return;
  throw invalid("TOO_MANY_RESULTS", `Please keep to ${mostResults} results of a pass.`);
}

export async function removeResult(db: OrganizationDb, input: z.output<typeof removeResultInput>) {
  return await db.write(input, async (tx) => await removeResultWithin(tx, db, input.resultId));
}

export async function removeResultWithin(tx: Transaction, db: OrganizationDb, resultId: string) {
  const { organizationId, actor } = db;
  const { pass, ...before } = await findResult(tx, db, resultId, null);
  const removed = await tx.loopResult.updateMany({
    where: { organizationId, id: resultId, removedAt: null },
    data: { removedAt: new Date(), removedById: actor.membershipId },
  });
  if (removed.count === 0) throw notFound("result");
  return { answer: null, event: aboutPass(pass, "pass.result-removed", { resultId, before }) };
}

/** A removed result stands again as it was. */
export async function restoreResultWithin(tx: Transaction, db: OrganizationDb, resultId: string) {
  const { pass, ...after } = await findResult(tx, db, resultId, { not: null });
  await refuseTooMany(tx, db, pass.id);
  await tx.loopResult.updateMany({
    where: { organizationId: db.organizationId, id: resultId },
    data: { removedAt: null, removedById: null },
  });
  return { answer: null, event: aboutPass(pass, "pass.result-added", { resultId, after }) };
}

async function findResult(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  id: string,
  removedAt: null | { not: null },
) {
  const result = await tx.loopResult.findFirst({
    where: { organizationId, id, removedAt, pass: { project: { deletedAt: null } } },
    select: {
      metric: true,
      value: true,
      unit: true,
      pass: { select: { id: true, projectId: true, number: true } },
    },
  });
  if (result === null) throw notFound("result");
  return result;
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

/** A pass of which nothing is recorded yet. */
export const unrecordedPass: RecordedPass = {
  tried: "",
  techniques: [],
  decisionId: null,
  startedOn: null,
  finishedOn: null,
  costMinor: null,
  personDays: null,
};

type PassRow = NonNullable<LockedPass["row"]>;

/** What is recorded of a pass, as people give it. */
export function recordedIn(row: PassRow): RecordedPass {
  const { tried, techniques, decisionId, startedOn, finishedOn, costMinor, personDays } = row;
  return {
    ...{ tried, decisionId, personDays },
    techniques: techniques.flatMap((text) => techniqueIds.find((id) => id === text) ?? []),
    startedOn: startedOn === null ? null : toDay(startedOn),
    finishedOn: finishedOn === null ? null : toDay(finishedOn),
    costMinor: costMinor === null ? null : Number(costMinor),
  };
}

function stalePass(row: PassRow | null) {
  return staleVersion("pass", {
    ...(row === null ? unrecordedPass : recordedIn(row)),
    version: row?.version ?? 0,
  });
}
