import { readStandards } from "@/features/standards/queries";
import {
  isoDate,
  isTemplateId,
  noStandards,
  type OwnTask,
  type PlanDecision,
  type PlanInput,
  type PlanLink,
  type PlanStandards,
  type TaskRecord,
} from "@/planning";
import { toDay, today } from "@/platform/days";
import type { Transaction } from "@/platform/db/organization-db";
import { readCalibrations, type WhichCalibration } from "./calibration.queries";
import { type SettledTask, settledTask } from "./many-tasks.schema";
import { editTaskInput, linkTasksInput, optionEffects, projectTaskContent } from "./schema";

/** Everything that determines the plans of the given projects, in at most ten queries however many they are. */
export async function readPlanInputs(
  tx: Transaction,
  organizationId: string,
  projectIds: readonly string[],
  calibration: WhichCalibration = "kept",
): Promise<Map<string, PlanInput>> {
  const ofProjects = { organizationId, projectId: { in: [...projectIds] } };
  const [rates, own, projects, decisions, tasks, ownTasks, links, calibrations] = [
    await tx.organization.findUniqueOrThrow({
      where: { id: organizationId },
      select: { personDayCostMinor: true, acceleratorHourCostMinor: true },
    }),
    await readStandards(tx, organizationId),
    await tx.project.findMany({
      where: { organizationId, id: { in: [...projectIds] } },
      select: { id: true, template: true, startsOn: true, loopPass: true },
    }),
    await readStandingDecisions(tx, ofProjects),
    await tx.taskRecord.findMany({ where: ofProjects }),
    await tx.projectTask.findMany({ where: ofProjects, orderBy: { taskKey: "asc" } }),
    await tx.taskDependency.findMany({
      where: ofProjects,
      orderBy: [{ createdAt: "asc" }, { taskKey: "asc" }, { afterKey: "asc" }],
    }),
    await readCalibrations(tx, organizationId, projectIds, calibration),
  ];
  const { holidays, ...ofPlans } = own;
  const standards = { ...rates, ...ofPlans };
  const daysOff = holidays.map(({ on }) => isoDate(on));
  return new Map(
    projects.map((project) => {
      if (!isTemplateId(project.template)) throw new Error(`Unknown template ${project.template}`);
      const input: PlanInput = {
        template: project.template,
        startsOn: toDay(project.startsOn),
        asOf: today(),
        loopPass: project.loopPass,
        standards: withOwnTasks(
          standards,
          ownTasks.filter((row) => row.projectId === project.id),
        ),
        decisions: decisions.filter((row) => row.projectId === project.id).map(toPlanDecision),
        tasks: tasks.filter((row) => row.projectId === project.id).map(toTaskRecord),
        holidays: daysOff,
        links: links.filter((row) => row.projectId === project.id).map(toLink),
        calibration: calibrations.get(project.id),
      };
      return [project.id, input];
    }),
  );
}

/** The workspace's standards with what the project has besides: its tasks stand in their techniques as the workspace's own do. */
function withOwnTasks(
  standards: PlanStandards,
  rows: readonly { readonly taskKey: string; readonly content: unknown }[],
): PlanStandards {
  if (rows.length === 0) return standards;
  const lifecycle = standards.lifecycle ?? noStandards;
  const own = rows.map(({ taskKey, content }): [string, OwnTask] => [
    taskKey,
    { ...projectTaskContent.parse(content), after: [], before: [] },
  ]);
  return {
    ...standards,
    lifecycle: { ...lifecycle, ownTasks: { ...lifecycle.ownTasks, ...Object.fromEntries(own) } },
  };
}

type LinkRow = Awaited<ReturnType<Transaction["taskDependency"]["findMany"]>>[number];

function toLink({ taskKey, afterKey, kind, lagWorkingDays }: LinkRow): PlanLink {
  return { task: taskKey, after: afterKey, kind: linkTasksInput.shape.kind.parse(kind), lagWorkingDays };
}

type DecisionRow = Awaited<ReturnType<typeof readStandingDecisions>>[number];

/** A superseded decision stands no more: the one that superseded it does. */
async function readStandingDecisions(
  tx: Transaction,
  where: { organizationId: string; projectId: { in: string[] } },
) {
  return await tx.decision.findMany({
    where: { ...where, deletedAt: null, supersededBy: null },
    orderBy: { number: "asc" },
    select: {
      id: true,
      projectId: true,
      question: true,
      options: {
        where: { deletedAt: null },
        orderBy: { place: "asc" },
        select: { id: true, title: true, effects: true, weight: true },
      },
      outcomes: { where: { endedAt: null }, select: { optionId: true } },
    },
  });
}

function toPlanDecision(row: DecisionRow): PlanDecision {
  const chosenOptionId = row.outcomes[0]?.optionId ?? null;
  return {
    id: row.id,
    question: row.question,
    state: chosenOptionId === null ? "open" : "decided",
    chosenOptionId,
    options: row.options.map((option) => ({
      id: option.id,
      title: option.title,
      effects: optionEffects.parse(option.effects),
      weight: option.weight,
    })),
  };
}

const knownExpertise = editTaskInput.shape.expertise.unwrap().unwrap();

type TaskRow = Awaited<ReturnType<Transaction["taskRecord"]["findMany"]>>[number];

/** What is settled about a task, as the log keeps it. */
export function toSettledTask(row: TaskRow): SettledTask {
  return settledTask.parse({ ...toTaskRecord(row), assigneeId: row.assigneeId });
}

export function toTaskRecord(row: TaskRow): TaskRecord {
  return {
    taskKey: row.taskKey,
    effortPersonDays: toThreePoint(row.effortOptimistic, row.effortMostLikely, row.effortPessimistic),
    durationWorkingDays: toThreePoint(
      row.durationOptimistic,
      row.durationMostLikely,
      row.durationPessimistic,
    ),
    status: editTaskInput.shape.status.parse(row.status),
    startedOn: row.startedOn === null ? null : toDay(row.startedOn),
    finishedOn: row.finishedOn === null ? null : toDay(row.finishedOn),
    actualEffortPersonDays: row.actualEffortPersonDays,
    // Left out while nothing is known, as it is in what was kept before it was recorded: the two are the same plan.
    ...(row.actualMachineHours === null ? {} : { actualMachineHours: row.actualMachineHours }),
    ...(row.discipline === null || row.level === null
      ? {}
      : { expertise: knownExpertise.parse({ discipline: row.discipline, level: row.level }) }),
    ...(row.notBeforeOn === null ? {} : { notBeforeOn: toDay(row.notBeforeOn) }),
  };
}

function toThreePoint(optimistic: number | null, mostLikely: number | null, pessimistic: number | null) {
  if (optimistic === null || mostLikely === null || pessimistic === null) return null;
  return { optimistic, mostLikely, pessimistic };
}
