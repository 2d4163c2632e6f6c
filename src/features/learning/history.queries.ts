import { z } from "zod";
import { shownCriteria } from "@/features/gates/schema";
import { estimateAtFinishSchema } from "@/features/plans/schema";
import { readPlans } from "@/features/plans/service";
import { effortRatio, fewestTasks, phaseIds, phaseStays, taskStandards, threePointMean } from "@/planning";
import { noJson } from "@/platform/db/no-json";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import type { CohortKind } from "./schema";

/** What all projects of the workspace but deleted ones leave behind to learn from, in a number of queries that does not grow. */
export async function readHistory(tx: Transaction, db: OrganizationDb) {
  const { organizationId } = db;
  const projects = await tx.project.findMany({
    where: { organizationId, deletedAt: null },
    orderBy: { name: "asc" },
    select: {
      id: true,
      key: true,
      name: true,
      template: true,
      startsOn: true,
      loopPass: true,
      team: { select: { id: true, name: true, deletedAt: true } },
    },
  });
  const passages = await tx.gatePassage.findMany({
    where: { organizationId, project: { deletedAt: null } },
    select: { projectId: true, fromPhase: true, toPhase: true, at: true },
  });
  const rounds = await tx.gateRound.findMany({
    where: { organizationId, verdict: { not: null }, gate: { project: { deletedAt: null } } },
    orderBy: { decidedAt: "asc" },
    select: {
      id: true,
      verdict: true,
      decidedAt: true,
      shown: true,
      gate: { select: { projectId: true, phase: true } },
    },
  });
  const plans = await readPlans(
    tx,
    db,
    projects.flatMap(({ id, loopPass }) => (loopPass === 0 ? [] : [id])),
  );
  return {
    tasks: await readTasks(tx, organizationId),
    projects: projects.map(({ startsOn, team, ...project }) => {
      const own = passages.filter(({ projectId }) => projectId === project.id);
      return {
        ...project,
        team: team?.deletedAt === null ? { id: team.id, name: team.name } : null,
        stays: phaseStays(startsOn, own),
        passesBudgeted: plans.get(project.id)?.parameters["loop-passes"] ?? null,
        verdicts: rounds.filter(({ gate }) => gate.projectId === project.id).map(toVerdict),
      };
    }),
  };
}

export type History = Awaited<ReturnType<typeof readHistory>>;

const named = z.object({ name: z.string() });

/** Finished tasks of which both is known: what was estimated when they were finished, and what they took. */
async function readTasks(tx: Transaction, organizationId: string) {
  const rows = await tx.taskRecord.findMany({
    where: {
      organizationId,
      status: "done",
      estimateAtFinish: { not: noJson },
      actualEffortPersonDays: { gt: 0 },
      project: { deletedAt: null },
    },
    orderBy: [{ finishedOn: "desc" }, { projectId: "asc" }, { taskKey: "asc" }],
    select: { projectId: true, taskKey: true, estimateAtFinish: true, actualEffortPersonDays: true },
  });
  const own = await tx.projectTask.findMany({
    where: { organizationId },
    select: { taskKey: true, content: true },
  });
  const names = new Map([
    ...taskStandards.map(({ key, name }) => [key, name] as const),
    ...own.map(({ taskKey, content }) => [taskKey, named.parse(content).name] as const),
  ]);
  return rows.flatMap(({ estimateAtFinish, actualEffortPersonDays, ...row }) => {
    const estimate = estimateAtFinishSchema.safeParse(estimateAtFinish);
    if (!estimate.success) return [];
    const { technique, discipline, effortPersonDays } = estimate.data;
    return [
      {
        ...row,
        name: names.get(row.taskKey) ?? row.taskKey,
        technique,
        discipline,
        estimatedPersonDays: threePointMean(effortPersonDays),
        actualPersonDays: actualEffortPersonDays ?? 0,
      },
    ];
  });
}

function toVerdict({
  id,
  verdict,
  shown,
  gate,
}: {
  id: string;
  verdict: string | null;
  shown: unknown;
  gate: { phase: string };
}) {
  const criteria = shownCriteria.catch([]).parse(shown);
  return {
    id,
    phase: phaseIds.find((known) => known === gate.phase) ?? "scoping",
    verdict: verdict ?? "",
    /** What the approver saw as not met, or not looked at, when it was sent back. */
    missing: criteria.flatMap(({ status, text }) =>
      status === "not-met" || status === "open" ? [text] : [],
    ),
  };
}

/**
 * Cohorts of the workspace's work. A task belongs to that of its own technique or discipline, a project to those of the tasks it has
 * finished; by template and by team both follow the project.
 */
export function cohortsOf({ tasks, projects }: History, by: CohortKind) {
  const ofProject = new Map(projects.map((project) => [project.id, cohortOfProject(project, by)]));
  const groups = new Map<string, { tasks: History["tasks"]; projectIds: Set<string> }>();
  const group = (id: string) => {
    const known = groups.get(id) ?? { tasks: [], projectIds: new Set() };
    groups.set(id, known);
    return known;
  };
  for (const task of tasks) {
    const own = group(by === "template" || by === "team" ? (ofProject.get(task.projectId) ?? "") : task[by]);
    own.tasks.push(task);
    own.projectIds.add(task.projectId);
  }
  for (const [id, cohort] of ofProject) if (cohort !== null) group(cohort).projectIds.add(id);
  return [...groups]
    .map(([id, { tasks: ofCohort, projectIds }]) =>
      toCohort(
        id,
        ofCohort,
        projects.filter((project) => projectIds.has(project.id)),
      ),
    )
    .sort((a, b) => b.effort.tasks - a.effort.tasks || (a.id < b.id ? -1 : 1));
}

/** To which cohort a project belongs whatever it has finished; null where that is up to its tasks. */
function cohortOfProject({ template, team }: History["projects"][number], by: CohortKind): string | null {
  if (by === "template") return template;
  return by === "team" ? (team?.id ?? "none") : null;
}

function toCohort(id: string, tasks: History["tasks"], projects: History["projects"]) {
  const stays = projects.flatMap(({ key, name, stays: own }) =>
    own.map((stay) => ({ ...stay, project: { key, name } })),
  );
  const verdicts = projects.flatMap(({ key, name, verdicts: own }) =>
    own.map((verdict) => ({ ...verdict, project: { key, name } })),
  );
  const looped = projects.filter(({ loopPass }) => loopPass > 0);
  const of = (verdict: string) => verdicts.filter((one) => one.verdict === verdict).length;
  return {
    id,
    /** What the team is called; the names of all others are known. */
    teamName: projects.find(({ team }) => team?.id === id)?.team?.name ?? null,
    effort: effortRatio(tasks),
    fewestTasks,
    projects: projects.length,
    phases: phaseIds.map((phase) => {
      const own = stays.filter((stay) => stay.phase === phase);
      const days = own.reduce((sum, { calendarDays }) => sum + calendarDays, 0);
      return { phase, stays: own.length, calendarDays: days };
    }),
    passes: {
      projects: looped.length,
      used: looped.reduce((sum, { loopPass }) => sum + loopPass, 0),
      budgeted: looped.reduce((sum, { passesBudgeted }) => sum + (passesBudgeted ?? 0), 0),
    },
    gates: { passed: of("passed"), conditions: of("conditions"), sentBack: of("sent-back") },
    lists: {
      tasks,
      stays,
      verdicts,
      looped: looped.map(({ key, name, loopPass, passesBudgeted }) => ({
        key,
        name,
        used: loopPass,
        budgeted: passesBudgeted ?? 0,
      })),
    },
  };
}
