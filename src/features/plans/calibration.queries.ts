import { type FinishedTask, learnFromFinishedTasks, type PlanCalibration, whatWasLearned } from "@/planning";
import { fromDay, toDay, today } from "@/platform/days";
import { noJson } from "@/platform/db/no-json";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { estimateAtFinishSchema, planCalibrationSchema } from "./schema";

/** Kept: the corrections that today's stored forecast used. Fresh: learned anew from what is finished by now. */
export type WhichCalibration = "kept" | "fresh";

/**
 * The corrections to plan each project with, in at most three queries; projects without any are left out. Kept ones hold until
 * the day ends or a task of the project itself is settled, so that a forecast, its previews and the difference a decision makes
 * all rest on the same ones. Where none are kept for today, they are learned.
 */
export async function readCalibrations(
  tx: Transaction,
  organizationId: string,
  projectIds: readonly string[],
  which: WhichCalibration,
): Promise<Map<string, PlanCalibration>> {
  const known = which === "fresh" ? new Map() : await readKept(tx, organizationId, projectIds);
  const missing = projectIds.filter((projectId) => !known.has(projectId));
  if (missing.length > 0) {
    const finished = await readFinishedTasks(tx, organizationId, visibleToAll);
    const calibrationOf = learnFromFinishedTasks(finished);
    const ofPrivate = await readFinishedTasks(tx, organizationId, {
      visibility: "private",
      id: { in: missing },
    });
    for (const projectId of missing) {
      const own = ofPrivate.filter(({ team }) => team === projectId);
      const all = [...own, ...finished];
      if (all.length === 0) known.set(projectId, null);
      else if (own.length === 0) known.set(projectId, calibrationOf(projectId));
      else known.set(projectId, learnFromFinishedTasks(all)(projectId));
    }
  }
  return new Map(
    [...known].flatMap(([id, calibration]) => (calibration === null ? [] : [[id, calibration]])),
  );
}

async function readKept(
  tx: Transaction,
  organizationId: string,
  projectIds: readonly string[],
): Promise<Map<string, PlanCalibration | null>> {
  const rows = await tx.projectForecast.findMany({
    where: { organizationId, projectId: { in: [...projectIds] }, asOf: fromDay(today()) },
    select: { projectId: true, calibration: true },
  });
  const kept = new Map<string, PlanCalibration | null>();
  for (const row of rows) {
    const parsed = planCalibrationSchema.nullable().safeParse(row.calibration);
    if (parsed.success) kept.set(row.projectId, parsed.data);
  }
  return kept;
}

/** What the workspace's finished tasks taught about the standard's estimates, by technique. */
export async function learnedSoFar(db: OrganizationDb) {
  const finished = await db.read(async (tx) => await readFinishedTasks(tx, db.organizationId, visibleToAll));
  return {
    finishedTasks: finished.length,
    mostTasks: finishedTasksAtMost,
    techniques: whatWasLearned(finished),
  };
}

/** Older work says little about how a workspace works today, and the corrections are sure long before. */
const finishedTasksAtMost = 500;

/**
 * What a private project finished teaches only that project: the figures of the others would tell of it, and would differ by who
 * had them made anew.
 */
const visibleToAll = { visibility: "workspace" };

/** What the projects finished last, but for deleted ones. The people of a project are its team. */
async function readFinishedTasks(
  tx: Transaction,
  organizationId: string,
  of: { visibility: string; id?: { in: string[] } },
): Promise<FinishedTask[]> {
  const rows = await tx.taskRecord.findMany({
    where: {
      organizationId,
      status: "done",
      estimateAtFinish: { not: noJson },
      project: { deletedAt: null, ...of },
    },
    orderBy: [{ finishedOn: "desc" }, { projectId: "asc" }, { taskKey: "asc" }],
    take: finishedTasksAtMost,
    select: {
      projectId: true,
      estimateAtFinish: true,
      actualEffortPersonDays: true,
      actualMachineHours: true,
      startedOn: true,
      finishedOn: true,
    },
  });
  return rows.flatMap((row) => {
    const estimate = estimateAtFinishSchema.safeParse(row.estimateAtFinish);
    if (!estimate.success) return [];
    return {
      ...estimate.data,
      team: row.projectId,
      actualEffortPersonDays: row.actualEffortPersonDays,
      actualMachineHours: row.actualMachineHours,
      startedOn: row.startedOn === null ? null : toDay(row.startedOn),
      finishedOn: row.finishedOn === null ? null : toDay(row.finishedOn),
    };
  });
}
