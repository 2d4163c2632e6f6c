import { lockProject, readPlan } from "@/features/plans/service";
import { holdProject } from "@/features/projects/service";
import { mostHoursPerDay, sumOfHours } from "@/planning";
import { fromDay, nextDayBegins, toDay } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { AppError, invalid, notFound } from "@/platform/errors";
import { mayDo } from "@/platform/permissions";

export type TaskPlace = { readonly projectId: string; readonly taskKey: string };

/** Whose time it is, once it is clear that the actor may book it. */
export async function findMember(tx: Transaction, db: OrganizationDb, memberId: string | null) {
  const { organizationId, actor } = db;
  if (memberId === null || memberId === actor.membershipId)
    return { id: actor.membershipId, name: actor.name };
  const member = await tx.membership.findFirst({
    where: { organizationId, id: memberId, removedAt: null },
    select: { id: true, account: { select: { name: true } } },
  });
  if (member === null) throw notFound("member");
  refuseOthers(db, member.id);
  return { id: member.id, name: member.account.name };
}

function refuseOthers({ actor }: OrganizationDb, memberId: string): void {
  if (memberId === actor.membershipId || mayDo(actor.role, "time.correct")) return;
  throw new AppError(
    "FORBIDDEN",
    "NOT_YOUR_TIME",
    "Only leads and above see and correct the time of others.",
  );
}

/** Holds the project, so that what is booked on its tasks adds up, and finds the task in its plan. */
export async function lockTask(tx: Transaction, db: OrganizationDb, { projectId, taskKey }: TaskPlace) {
  const plan = await lockPlan(tx, db, projectId);
  const task = plan.tasks.find(({ key }) => key === taskKey);
  if (task === undefined) {
    throw invalid("UNKNOWN_TASK", "This task is not in the plan any more. Look at the plan as it is now.");
  }
  return { projectId, taskKey, name: task.name };
}

/** Holds the project and reads its plan. */
export async function lockPlan(tx: Transaction, db: OrganizationDb, projectId: string) {
  await holdProject(tx, db, projectId);
  return await readPlan(tx, db, projectId);
}

/** An entry that the actor may change, with its project held. */
export async function lockEntry(tx: Transaction, db: OrganizationDb, entryId: string, isDeleted: boolean) {
  const where = {
    organizationId: db.organizationId,
    id: entryId,
    deletedAt: isDeleted ? { not: null } : null,
    project: { deletedAt: null },
  };
  const found = await tx.timeEntry.findFirst({ where, select: { projectId: true, memberId: true } });
  if (found === null) throw notFound("time entry");
  refuseOthers(db, found.memberId);
  await lockProject(tx, db, found.projectId);
  const entry = await tx.timeEntry.findFirst({
    where,
    include: { member: { select: { account: { select: { name: true } } } } },
  });
  if (entry === null) throw notFound("time entry");
  const plan = await readPlan(tx, db, entry.projectId);
  const { member, workedOn, hours, ...rest } = entry;
  return {
    ...rest,
    memberName: member.account.name,
    workedOn: toDay(workedOn),
    hours: Number(hours),
    taskName: plan.tasks.find(({ key }) => key === entry.taskKey)?.name ?? entry.taskKey,
  };
}

/** A day to come has no time worked on it; where people already live in tomorrow, tomorrow has. */
export function refuseFuture(workedOn: string): void {
  if (workedOn <= toDay(nextDayBegins(new Date()))) return;
  throw invalid("IN_THE_FUTURE", "This day has not come yet.", "workedOn");
}

/** What the member worked on a day all in all, with these hours, fits in the day. */
export async function refuseLongDay(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  { memberId, workedOn, hours, but }: { memberId: string; workedOn: string; hours: number; but?: string },
): Promise<void> {
  const rows = await tx.timeEntry.findMany({
    where: {
      organizationId,
      memberId,
      workedOn: fromDay(workedOn),
      deletedAt: null,
      ...(but === undefined ? {} : { id: { not: but } }),
    },
    select: { hours: true },
  });
  const others = sumOfHours(rows.map((row) => Number(row.hours)));
  if (others + hours <= mostHoursPerDay) return;
  throw invalid(
    "DAY_TOO_LONG",
    `With ${others} h on other tasks that day, this makes more than ${mostHoursPerDay} h.`,
    "hours",
  );
}
