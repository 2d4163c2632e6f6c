import { currentForecasts } from "@/features/plans/service";
import { toDay, today } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { leaseSeconds } from "./levelling.service";
import { projectsInOrder, readOrderVersion } from "./order.queries";
import { type ScheduleContent, scheduleContent } from "./schema";

/** The order of the projects with where they stand, and what schedules are kept. */
export async function overview(db: OrganizationDb) {
  const { organizationId } = db;
  return await db.derive(async (tx) => {
    const projects = await projectsInOrder(tx, db);
    const forecasts = await currentForecasts(
      tx,
      db,
      projects.map(({ id }) => id),
    );
    const schedules = await tx.schedule.findMany({
      where: { organizationId },
      orderBy: { keptAt: "desc" },
      take: 50,
      select: {
        id: true,
        name: true,
        version: true,
        keptAt: true,
        keptBy: memberName,
        appliedAt: true,
        appliedBy: memberName,
        deletedAt: true,
      },
    });
    return {
      asOf: today(),
      version: await readOrderVersion(tx, organizationId),
      projects: projects.map(({ id, key, name, targetOn, isFixed }) => ({
        id,
        key,
        name,
        targetOn: targetOn === null ? null : toDay(targetOn),
        isFixed,
        finish: forecasts.get(id)?.finish.p50 ?? null,
      })),
      schedules: schedules
        .filter(({ deletedAt }) => deletedAt === null)
        .map(({ keptBy, appliedBy, deletedAt: _, ...row }) => ({
          ...row,
          keptBy: keptBy.account.name,
          appliedBy: appliedBy?.account.name ?? null,
        })),
      dropped: schedules.flatMap(({ id, name, deletedAt }) =>
        deletedAt === null ? [] : [{ id, name, droppedAt: deletedAt }],
      ),
    };
  });
}

const memberName = { select: { account: { select: { name: true } } } } as const;

export type ScheduleOverview = Awaited<ReturnType<typeof overview>>;

/** My run and what it has found so far; null where I asked for none. */
export async function run(db: OrganizationDb) {
  const { organizationId, actor } = db;
  return await db.read(async (tx) => {
    const row = await tx.scheduleRun.findFirst({
      where: { organizationId, memberId: actor.membershipId },
      select: {
        id: true,
        state: true,
        seed: true,
        askedAt: true,
        beatAt: true,
        improveUntil: true,
        firstAnswerMs: true,
        schedules: true,
        fault: true,
        answer: true,
      },
    });
    if (row === null) return null;
    const { answer, state, beatAt, ...rest } = row;
    const content = scheduleContent.safeParse(answer).data;
    const lastHeard = (beatAt ?? row.askedAt).getTime();
    return {
      ...rest,
      state:
        state === "running" && Date.now() - lastHeard > leaseSeconds * 1000
          ? ("interrupted" as const)
          : toState(state),
      result: content === undefined ? null : await toResult(tx, db, content),
    };
  });
}

export type ScheduleRun = NonNullable<Awaited<ReturnType<typeof run>>>;

function toState(state: string) {
  return state === "waiting" || state === "running" || state === "stopped" ? state : ("failed" as const);
}

/** Kept schedules beside each other, in the order asked for. */
export async function compareSchedules(db: OrganizationDb, scheduleIds: readonly string[]) {
  const { organizationId } = db;
  return await db.read(async (tx) => {
    const rows = await tx.schedule.findMany({
      where: { organizationId, id: { in: [...scheduleIds] }, deletedAt: null },
      select: { id: true, name: true, content: true },
    });
    const compared: { id: string; name: string; result: ScheduleResult }[] = [];
    for (const id of scheduleIds) {
      const row = rows.find((one) => one.id === id);
      if (row === undefined) continue;
      const result = await toResult(tx, db, scheduleContent.parse(row.content));
      compared.push({ id, name: row.name, result });
    }
    return compared;
  });
}

/** What of a schedule the member may see: projects that they see, and tasks only in number. */
async function toResult(tx: Transaction, { organizationId }: OrganizationDb, content: ScheduleContent) {
  const ids = content.projects.map(({ projectId }) => projectId);
  const visible = new Map(
    (
      await tx.project.findMany({
        where: { organizationId, id: { in: ids } },
        select: { id: true, key: true, name: true, targetOn: true },
      })
    ).map(({ id, ...project }) => [id, project]),
  );
  const { projects, nobody, loads, ...rest } = content;
  return {
    ...rest,
    // What is added up over all would tell of those that are not seen.
    loads: visible.size < ids.length ? [] : loads,
    projects: projects.flatMap(({ tasks, fingerprint: _, ...scheduled }) => {
      const project = visible.get(scheduled.projectId);
      if (project === undefined) return [];
      const { key, name, targetOn } = project;
      return [
        {
          ...scheduled,
          key,
          name,
          targetOn: targetOn === null ? null : toDay(targetOn),
          tasks: tasks.length,
          waiting: tasks.filter(({ notBeforeOn }) => notBeforeOn !== null).length,
        },
      ];
    }),
    nobody: nobody.flatMap((task) => {
      const project = visible.get(task.projectId);
      return project === undefined ? [] : [{ ...task, project: project.name, projectKey: project.key }];
    }),
  };
}

export type ScheduleResult = Awaited<ReturnType<typeof toResult>>;
