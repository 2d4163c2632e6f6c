import { recalibrate } from "@/features/plans/service";
import { personDaysOf } from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import type { TaskPlace } from "./find.queries";

/**
 * Changes entries of one task and makes its effort so far their sum. A task that was only planned begins with its first entry, on
 * that entry's day. What was typed before the first entry is kept aside, and stands again when the last one is gone. The caller
 * holds the project, and re-plans.
 */
export async function countEntries(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  { projectId, taskKey }: TaskPlace,
  change: () => Promise<void>,
) {
  const key = { organizationId, projectId, taskKey };
  const where = { ...key, deletedAt: null };
  const isFirst = (await tx.timeEntry.count({ where })) === 0;
  await change();
  const { _sum, _count, _min } = await tx.timeEntry.aggregate({
    where,
    _sum: { hours: true },
    _min: { workedOn: true },
    _count: true,
  });
  const record = await tx.taskRecord.findFirst({ where: key });
  const before = record?.actualEffortPersonDays ?? null;
  const typed = isFirst ? before : (record?.typedEffortPersonDays ?? null);
  const after = _count === 0 ? typed : personDaysOf(Number(_sum.hours ?? 0));
  const begins = _count > 0 && (record === null || record.status === "planned");
  const data = {
    actualEffortPersonDays: after,
    typedEffortPersonDays: _count === 0 ? null : typed,
    ...(begins ? { status: "started", startedOn: _min.workedOn } : {}),
  };
  if (record === null) await tx.taskRecord.create({ data: { ...key, ...data } });
  else {
    await tx.taskRecord.updateMany({ where: key, data: { ...data, version: { increment: 1 } } });
  }
  return { before, after, begins };
}

/** The same for one task, with the plan made anew, told as the log tells it. */
export async function settle(
  tx: Transaction,
  db: OrganizationDb,
  place: TaskPlace,
  change: () => Promise<void>,
) {
  const { before, after, begins } = await countEntries(tx, db, place, change);
  await recalibrate(tx, db, place.projectId);
  return { effortPersonDays: { before, after }, ...(begins ? { begun: true } : {}) };
}
