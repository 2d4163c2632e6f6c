import { PlanningError } from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid, staleVersion } from "@/platform/errors";
import { nothingSettled, type TaskWrite } from "./many-tasks.schema";
import { readPlan, recalibrate } from "./service";
import { settleTask } from "./tasks.service";

/**
 * Writes what is to be of many tasks inside another verb, which holds the project and has checked that the plan can be so: their
 * contents, what is settled about them, their links and checklists. Re-plans once.
 */
export async function writeTasksWithin(
  tx: Transaction,
  db: OrganizationDb,
  projectId: string,
  writes: readonly TaskWrite[],
): Promise<void> {
  const ofProject = { organizationId: db.organizationId, projectId };
  const isLeaving = ({ content }: TaskWrite) =>
    content?.after.retired === true && content.before?.retired === false;
  try {
    // What leaves the plan is settled while it is in it.
    await settleMany(tx, db, projectId, writes.filter(isLeaving));
    const begun = writes.flatMap(({ taskKey, content }) =>
      content?.before === null ? [{ ...ofProject, taskKey, content: content.after }] : [],
    );
    if (begun.length > 0) await tx.projectTask.createMany({ data: begun });
    for (const { taskKey, content } of writes) {
      if (content === null || content.before === null) continue;
      const changed = await tx.projectTask.updateMany({
        where: { ...ofProject, taskKey },
        data: { content: content.after, version: { increment: 1 } },
      });
      if (changed.count === 0) throw staleVersion("task", { content: content.before, version: 0 });
    }
    await writeLinks(tx, ofProject, writes);
    for (const { taskKey, checklist } of writes) {
      if (checklist === null) continue;
      const key = { ...ofProject, taskKey };
      await tx.taskChecklist.upsert({
        where: { organizationId_projectId_taskKey: key },
        create: { ...key, items: checklist.after },
        update: { items: checklist.after },
      });
    }
    await settleMany(
      tx,
      db,
      projectId,
      writes.filter((write) => !isLeaving(write)),
    );
    await recalibrate(tx, db, projectId);
  } catch (error) {
    if (error instanceof PlanningError) throw invalid("UNPLANNABLE", error.reason);
    throw error;
  }
}

async function writeLinks(
  tx: Transaction,
  ofProject: { organizationId: string; projectId: string },
  writes: readonly TaskWrite[],
): Promise<void> {
  const links = writes.flatMap(({ taskKey, links: changed }) =>
    changed.map(({ after: afterKey, was, is }) => ({ taskKey, afterKey, was, is })),
  );
  for (const { taskKey, afterKey, was, is } of links) {
    const where = { ...ofProject, taskKey, afterKey };
    if (was !== null && is !== null) await tx.taskDependency.updateMany({ where, data: is });
    else if (is === null) await tx.taskDependency.deleteMany({ where });
  }
  const made = links.flatMap(({ taskKey, afterKey, was, is }) =>
    was === null && is !== null ? [{ ...ofProject, taskKey, afterKey, ...is }] : [],
  );
  if (made.length > 0) await tx.taskDependency.createMany({ data: made });
}

async function settleMany(
  tx: Transaction,
  db: OrganizationDb,
  projectId: string,
  writes: readonly TaskWrite[],
): Promise<void> {
  const settled = writes.filter((write) => write.settled !== null);
  if (settled.length === 0) return;
  const plan = await readPlan(tx, db, projectId);
  const rows = await tx.taskRecord.findMany({
    where: {
      organizationId: db.organizationId,
      projectId,
      taskKey: { in: settled.map(({ taskKey }) => taskKey) },
    },
    select: { taskKey: true, version: true },
  });
  const versionOf = new Map(rows.map(({ taskKey, version }) => [taskKey, version]));
  for (const { taskKey, settled: change } of settled) {
    await settleTask(tx, db, plan, {
      ...(change?.after ?? nothingSettled),
      projectId,
      taskKey,
      version: versionOf.get(taskKey) ?? 0,
    });
  }
}
