import {
  chanceOfAtMost,
  chanceToFinishBy,
  criticalPath,
  lifecycleWith,
  makePlan,
  noStandards,
  type Plan,
  type PlanConflict,
  parameterById,
  type TechniqueReason,
} from "@/planning";
import { fromDay, toDay, today } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { peopleSeeing } from "@/platform/db/sight";
import { notFound } from "@/platform/errors";
import { checklistItems } from "./checklists.schema";
import { readPlanInputs } from "./inputs.queries";
import { forecastSchema, projectTaskContent } from "./schema";
import { hasItsRows, readStandardsVersion, replan, sampling } from "./service";

/** The plan of a project with its stored forecast: the same figures wherever they appear. */
export async function projectPlan(db: OrganizationDb, projectKey: string) {
  return await db.derive(async (tx) => {
    const { organizationId } = db;
    const project = await tx.project.findFirst({
      where: { organizationId, key: projectKey, deletedAt: null },
      select: { id: true, targetOn: true, budgetMinor: true },
    });
    if (project === null) throw notFound("project");
    const { plan, forecast } = await currentPlan(tx, db, project.id);
    const decisions = await tx.decision.findMany({
      where: { organizationId, projectId: project.id },
      select: { id: true, number: true },
    });
    const numberOf = new Map(decisions.map((decision) => [decision.id, decision.number]));
    const records = await tx.taskRecord.findMany({
      where: { organizationId, projectId: project.id },
      select: {
        taskKey: true,
        version: true,
        effortMostLikely: true,
        discipline: true,
        durationMostLikely: true,
        assignee: { select: { id: true, account: { select: { name: true } } } },
      },
    });
    const people = await peopleSeeing(tx, organizationId, project.id);
    const ownRows = await tx.projectTask.findMany({
      where: { organizationId, projectId: project.id },
      select: { taskKey: true, version: true, content: true },
    });
    const booked = await tx.timeEntry.groupBy({
      by: ["taskKey"],
      where: { organizationId, projectId: project.id, deletedAt: null },
      _sum: { hours: true },
      _count: true,
    });
    const checklists = await tx.taskChecklist.findMany({
      where: { organizationId, projectId: project.id },
      select: { taskKey: true, items: true },
    });
    const checklistOf = new Map(checklists.map((row) => [row.taskKey, checklistItems.parse(row.items)]));
    const bookedOf = new Map(booked.map((row) => [row.taskKey, row]));
    const ownOf = new Map(ownRows.map((row) => [row.taskKey, row]));
    const ownLinks = new Set(plan.input.links?.map(({ task, after }) => `${task} ${after}`));
    const recordOf = new Map(records.map((record) => [record.taskKey, record]));
    const standards = standardEstimates(plan);
    const slackOf = new Map(criticalPath(plan).map((slack) => [slack.key, slack]));
    const targetOn = project.targetOn === null ? null : toDay(project.targetOn);
    const budgetMinor = project.budgetMinor === null ? null : Number(project.budgetMinor);
    return {
      projectId: project.id,
      /** Whom a task may be given to: of a private project whoever sees it. */
      people,
      forecast,
      targetOn,
      budgetMinor,
      chanceByTarget: targetOn === null ? null : chanceToFinishBy(forecast, targetOn),
      chanceWithinBudget:
        budgetMinor === null ? null : chanceOfAtMost(forecast.spread.costMinor, budgetMinor),
      techniques: plan.techniques.map(({ technique, because }) => ({
        id: technique.id,
        because: whyIncluded(because, numberOf),
      })),
      tasks: plan.tasks
        .filter((task) => task.status !== "dropped" || recordOf.has(task.key))
        .map(({ after: _, links, assumption, ...task }) => {
          const record = recordOf.get(task.key);
          const standard = standards.get(task.key) ?? task;
          const assignee = record?.assignee ?? null;
          const own = ownOf.get(task.key);
          const entries = bookedOf.get(task.key);
          return {
            ...task,
            assumption,
            /** What the project's own task is; null for those of the standards. */
            own:
              own === undefined
                ? null
                : { version: own.version, content: projectTaskContent.parse(own.content) },
            waitsFor: links.map((link) => ({ ...link, isOwn: ownLinks.has(`${task.key} ${link.after}`) })),
            /** What the estimates are, and whom it needs, where the team says nothing else. */
            standard: {
              effortPersonDays: standard.effortPersonDays,
              durationWorkingDays: standard.durationWorkingDays,
              discipline: standard.discipline,
              level: standard.level,
            },
            /** Between which days it may begin without moving the end; nothing once it is done. */
            slack: slackOf.get(task.key) ?? null,
            ownEffort: record != null && record.effortMostLikely !== null,
            ownDuration: record != null && record.durationMostLikely !== null,
            ownExpertise: record != null && record.discipline !== null,
            version: record?.version ?? 0,
            assignee: assignee === null ? null : { id: assignee.id, name: assignee.account.name },
            checklist: checklistOf.get(task.key) ?? [],
            /** What its effort so far is the sum of; null where it was typed, or nothing is known. */
            timeEntries:
              entries === undefined
                ? null
                : { count: entries._count, hours: Number(entries._sum.hours ?? 0) },
          };
        }),
      /** What could be decided: the forecast knows the options by id alone. */
      openDecisions: plan.openDecisions.map(({ id, options }) => ({
        id,
        options: options.map((option) => ({ id: option.id, title: option.title })),
      })),
      loopPasses: plan.parameters["loop-passes"],
      parameters: Object.entries(plan.parameters).map(([id, value]) => ({ id, value })),
      assumptions: plan.assumptions,
      /** What the workspace replaces of the lifecycle: screens merge it as the plan did. */
      lifecycle: plan.standards.lifecycle ?? noStandards,
      /** Tasks of the project's own for which there is no work any more. */
      takenOut: ownRows.flatMap(({ taskKey, version, content }) => {
        const task = projectTaskContent.parse(content);
        return task.retired ? [{ key: taskKey, version, content: task }] : [];
      }),
      /** The team's links that can't hold any more. */
      setAsideLinks: plan.setAsideLinks.map(({ link, reason }) => ({ ...link, reason })),
      conflicts: plan.conflicts.map((conflict) => tellConflict(conflict, plan, numberOf)),
    };
  });
}

export type ProjectPlan = Awaited<ReturnType<typeof projectPlan>>;
export type ProjectTask = ProjectPlan["tasks"][number];

/**
 * What a browser needs to compute by itself what an edit of a task would do. The corrections are learned anew, as saving does:
 * unless a task becomes done by it, which teaches more, the same edit saved gives the very forecast.
 */
export async function taskPreviewInput(db: OrganizationDb, projectId: string) {
  return await db.read(async (tx) => {
    const { organizationId } = db;
    const where = { organizationId, id: projectId, deletedAt: null };
    const project = await tx.project.findFirst({ where, select: { id: true } });
    const input =
      project && (await readPlanInputs(tx, organizationId, [project.id], "fresh")).get(project.id);
    if (!input) throw notFound("project");
    return { input, ...sampling(projectId) };
  });
}

export type TaskPreviewInput = Awaited<ReturnType<typeof taskPreviewInput>>;

/**
 * What a browser needs to compute by itself what would be if something of the plan were otherwise. The corrections are those of the
 * stored forecast, so that nothing changed gives the very forecast that is stored.
 */
export async function whatIfInput(db: OrganizationDb, projectKey: string) {
  return await db.derive(async (tx) => {
    const { organizationId } = db;
    const where = { organizationId, key: projectKey, deletedAt: null };
    const project = await tx.project.findFirst({ where, select: { id: true } });
    if (project === null) throw notFound("project");
    const { plan } = await currentPlan(tx, db, project.id);
    return { input: plan.input, ...sampling(project.id) };
  });
}

export type WhatIfInput = Awaited<ReturnType<typeof whatIfInput>>;

/** The plan as it stands with its stored forecast, which is made anew where it is not of today. */
export async function currentPlan(tx: Transaction, db: OrganizationDb, projectId: string) {
  const { organizationId } = db;
  const stored = await tx.projectForecast.findFirst({
    where: {
      organizationId,
      projectId,
      asOf: fromDay(today()),
      standardsVersion: await readStandardsVersion(tx, organizationId),
    },
  });
  const parsed = forecastSchema.safeParse(stored?.forecast);
  if (!parsed.success || stored === null || !hasItsRows(stored)) return await replan(tx, db, projectId);
  const input = (await readPlanInputs(tx, organizationId, [projectId])).get(projectId);
  if (input === undefined) throw notFound("project");
  const plan: Plan = makePlan(input);
  return { plan, forecast: parsed.data };
}

/** The plan's tasks as they would be estimated if the team had said nothing. */
function standardEstimates(plan: Plan) {
  const tasks = plan.input.tasks.map((record) => ({
    ...record,
    effortPersonDays: null,
    durationWorkingDays: null,
    expertise: null,
  }));
  return new Map(makePlan({ ...plan.input, tasks }).tasks.map((task) => [task.key, task]));
}

function whyIncluded(because: TechniqueReason, numberOf: ReadonlyMap<string, number>) {
  return because.by === "template" ? null : { decision: numberOf.get(because.decisionId) ?? null };
}

function tellConflict(
  conflict: PlanConflict,
  { standards }: Plan,
  numberOf: ReadonlyMap<string, number>,
): string {
  const named = (ids: readonly string[]) => ids.map((id) => `D-${numberOf.get(id) ?? "?"}`).join(" and ");
  if (conflict.kind === "technique") {
    const { name } = lifecycleWith(standards.lifecycle).techniqueById(conflict.technique);
    return `${named(conflict.includedBy)} adds ${name}, ${named(conflict.excludedBy)} leaves it out. The plan leaves it out.`;
  }
  const parameter = parameterById(conflict.parameter);
  const values = conflict.values
    .map(({ decisionId, value }) => `${named([decisionId])} says ${value}`)
    .join(", ");
  return `${parameter.name}: ${values}. The plan takes ${conflict.resolution} ${parameter.unit}.`;
}
