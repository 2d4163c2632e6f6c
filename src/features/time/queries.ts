import type { z } from "zod";
import { readPlans } from "@/features/plans/service";
import { presentMembers } from "@/features/workspaces/queries";
import { dayPlus, daysOfWeek, isoDate, mondayOf } from "@/planning";
import { fromDay, toDay } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { mayDo } from "@/platform/permissions";
import { findMember } from "./find.queries";
import type { bookedInput, weekInput } from "./schema";

/** Tasks that somebody booked time on so long before the week are still on the sheet. */
const recentDays = 14;

/** A member's week: the tasks they are assigned to and not done with, and those they booked time on lately, in all projects. */
export async function timeWeek(db: OrganizationDb, input: z.output<typeof weekInput>) {
  const { organizationId, actor } = db;
  return await db.read(async (tx) => {
    const member = await findMember(tx, db, input.memberId);
    const monday = mondayOf(isoDate(input.day));
    const days = daysOfWeek(monday);
    const entries = await readEntries(tx, db, member.id, dayPlus(monday, -recentDays), dayPlus(monday, 6));
    const assigned = await tx.taskRecord.findMany({
      where: {
        organizationId,
        assigneeId: member.id,
        status: { in: ["planned", "started"] },
        project: { deletedAt: null },
      },
      select: { projectId: true, taskKey: true },
    });
    const places = new Map(
      [...assigned, ...entries].map(({ projectId, taskKey }) => [
        `${projectId} ${taskKey}`,
        { projectId, taskKey },
      ]),
    );
    const projectIds = [...new Set([...places.values()].map(({ projectId }) => projectId))];
    const plans = await readPlans(tx, db, projectIds);
    const projects = await tx.project.findMany({
      where: { organizationId, deletedAt: null },
      orderBy: { name: "asc" },
      take: 500,
      select: { id: true, key: true, name: true },
    });
    const projectOf = new Map(projects.map((project) => [project.id, project]));
    const maySeeOthers = mayDo(actor.role, "time.correct");
    return {
      monday,
      days,
      member: { ...member, isMe: member.id === actor.membershipId },
      /** Whose sheets the person may look at besides their own. */
      members: maySeeOthers
        ? (await presentMembers(tx, organizationId)).map(({ id, name }) => ({ id, name }))
        : [],
      projects,
      rows: [...places.values()]
        .flatMap(({ projectId, taskKey }) => {
          const project = projectOf.get(projectId);
          const task = plans.get(projectId)?.tasks.find(({ key }) => key === taskKey);
          const own = entries.filter((entry) => entry.projectId === projectId && entry.taskKey === taskKey);
          const cells = days.map((day) => own.find(({ workedOn }) => workedOn === day)?.cell ?? null);
          const isSpent = task === undefined || task.status === "dropped";
          if (project === undefined || (isSpent && cells.every((cell) => cell === null))) return [];
          return [
            {
              projectId,
              projectKey: project.key,
              projectName: project.name,
              taskKey,
              name: task?.name ?? taskKey,
              order: task?.order ?? 0,
              cells,
            },
          ];
        })
        .sort((a, b) => a.projectName.localeCompare(b.projectName, "en") || a.order - b.order),
    };
  });
}

/** What a member has booked on any task of a project that stands, by day. */
export async function bookedTime(db: OrganizationDb, input: z.output<typeof bookedInput>) {
  return await db.read(async (tx) => await readBooked(tx, db, (await findMember(tx, db, input.memberId)).id));
}

export async function readBooked(tx: Transaction, { organizationId }: OrganizationDb, memberId: string) {
  const rows = await tx.timeEntry.findMany({
    where: { organizationId, memberId, deletedAt: null },
    orderBy: [{ workedOn: "desc" }, { id: "asc" }],
    take: 20_000,
    select: { projectId: true, taskKey: true, workedOn: true, hours: true },
  });
  return rows.map((row) => ({ ...row, workedOn: toDay(row.workedOn), hours: Number(row.hours) }));
}

export type TimeWeek = Awaited<ReturnType<typeof timeWeek>>;
export type TimeRow = TimeWeek["rows"][number];
export type TimeCell = NonNullable<TimeRow["cells"][number]>;

async function readEntries(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  memberId: string,
  from: string,
  to: string,
) {
  const rows = await tx.timeEntry.findMany({
    where: {
      organizationId,
      memberId,
      deletedAt: null,
      workedOn: { gte: fromDay(from), lte: fromDay(to) },
      project: { deletedAt: null },
    },
    orderBy: { workedOn: "desc" },
    take: 2_000,
    select: {
      id: true,
      projectId: true,
      taskKey: true,
      workedOn: true,
      hours: true,
      note: true,
      version: true,
    },
  });
  return rows.map(({ id, projectId, taskKey, workedOn, hours, note, version }) => ({
    projectId,
    taskKey,
    workedOn: toDay(workedOn),
    cell: { entryId: id, version, hours: Number(hours), note },
  }));
}
