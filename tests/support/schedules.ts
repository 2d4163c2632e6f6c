import { randomUUID } from "node:crypto";
import { toContent } from "@/features/schedule/levelling.service";
import { projectsInOrder } from "@/features/schedule/order.queries";
import { readPortfolio } from "@/features/schedule/portfolio.queries";
import { start } from "@/features/schedule/run.service";
import { dropSchedule, keepSchedule } from "@/features/schedule/service";
import { levelPortfolio } from "@/planning";
import type { OrganizationDb } from "@/platform/db/organization-db";

const request = () => ({ mutationId: randomUUID() });

/** A run that has ended, with the first answer: made here and now, without a thread. */
export async function aFinishedRun(db: OrganizationDb, maxSchedules = 0): Promise<void> {
  const { runId } = await start(db, request());
  const { organizationId } = db;
  await db.derive(async (tx) => {
    const { input, fingerprints } = await readPortfolio(tx, organizationId, await projectsInOrder(tx, db));
    const schedule = levelPortfolio(input, { seed: 1, maxSchedules });
    const answer = JSON.parse(JSON.stringify(toContent({ kind: "end", schedule }, fingerprints)));
    await tx.scheduleRun.updateMany({
      where: { organizationId, id: runId },
      data: { state: "stopped", answer, cost: schedule.cost },
    });
    await tx.job.deleteMany({ where: { organizationId, task: "schedule.level" } });
  });
}

export async function aKeptSchedule(db: OrganizationDb, name: string) {
  await aFinishedRun(db);
  return await keepSchedule(db, { ...request(), name });
}

/** One that can be applied, one that was dropped, one that was applied and changed nothing that still stands; and a run of one's own. */
export async function someSchedules(db: OrganizationDb) {
  const { organizationId } = db;
  const applied = await aKeptSchedule(db, "As agreed in winter");
  await db.derive(
    async (tx) =>
      await tx.schedule.updateMany({
        where: { organizationId, id: applied.id },
        data: { appliedAt: new Date(), appliedById: db.actor.membershipId, applied: [] },
      }),
  );
  const dropped = await aKeptSchedule(db, "Too much at once");
  await dropSchedule(db, { ...request(), scheduleId: dropped.id, version: dropped.version });
  return {
    appliedSchedule: applied,
    droppedSchedule: { id: dropped.id },
    schedule: await aKeptSchedule(db, "One after the other"),
  };
}
