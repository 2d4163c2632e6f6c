import { z } from "zod";
import { lockProject, replan } from "@/features/plans/service";
import { settleTasksWithin } from "@/features/plans/tasks.service";
import { editedTask } from "@/features/plans/undo.schema";
import { editedBack } from "@/features/plans/undo.service";
import type { NewEvent } from "@/platform/db/event-log";
import { noJson } from "@/platform/db/no-json";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { peopleSeeing } from "@/platform/db/sight";
import { AppError, invalid } from "@/platform/errors";
import { changesOf } from "./change-rules";
import { readPlansWithPeople } from "./portfolio.queries";
import type { applyScheduleInput, ScheduleContent, takeBackScheduleInput } from "./schema";
import { asJson, bump, eventAbout, findSchedule } from "./service";

/** What applying changed, by project, for taking it back. */
const applied = z.array(z.object({ projectId: z.string(), tasks: z.array(editedTask) }));

/**
 * Makes a kept schedule the plan of every project in it that is not fixed: its tasks wait for their days. An entry on the log for each
 * project. All of it or nothing: refused by name where a project is not as it was when it was scheduled.
 */
export async function applySchedule(db: OrganizationDb, input: z.output<typeof applyScheduleInput>) {
  return await db.write(input, async (tx) => {
    const { id, name, content, appliedAt } = await findSchedule(tx, db, input.scheduleId, "kept");
    if (appliedAt !== null)
      throw invalid("ALREADY_APPLIED", "This schedule is applied already: its changes are on the log.");
    const ids = content.projects.map(({ projectId }) => projectId);
    await lockAll(tx, db, ids);
    const plans = await readPlansWithPeople(tx, db.organizationId, ids);
    await refuseChanged(tx, db, content, (projectId) => plans.get(projectId)?.fingerprint);
    const events: NewEvent[] = [];
    const changed: z.input<typeof applied> = [];
    for (const project of content.projects) {
      const { projectId } = project;
      const plan = plans.get(projectId);
      if (plan === undefined) continue;
      const seeing = new Set((await peopleSeeing(tx, db.organizationId, projectId)).map(({ id }) => id));
      const assigneeOf = new Map(plan.assignees.map(({ taskKey, personId }) => [taskKey, personId]));
      const tasks = project.tasks.map((task) => ({
        ...task,
        personIds: task.personIds.filter((person) => seeing.has(person)),
      }));
      const changes = changesOf(
        { ...project, tasks },
        plan.input.tasks,
        assigneeOf,
        input.assign ? "all" : "nobody",
      );
      if (changes.length === 0) continue;
      const versions = await versionsOf(tx, db.organizationId, projectId);
      const { event } = await settleTasksWithin(tx, db, {
        projectId,
        tasks: changes.map((task) => ({ ...task, version: versions.get(task.taskKey) ?? 0 })),
      });
      await replan(tx, db, projectId);
      events.push({ ...event, data: { ...event.data, schedule: name } });
      changed.push({ projectId, tasks: event.data.tasks });
    }
    if (events.length === 0)
      throw invalid("NOTHING_TO_APPLY", "This schedule changes nothing of the plans as they are now.");
    await bump(tx, db, input, {
      appliedAt: new Date(),
      appliedById: db.actor.membershipId,
      applied: asJson(changed),
    });
    return {
      answer: { version: input.version + 1, projects: events.length },
      steps: events,
      event: eventAbout("schedule.applied", id, {
        name,
        after: { name, projects: changed.map(({ projectId }) => projectId) },
      }),
    };
  });
}

/** Takes an applied schedule back in every project, as long as nobody built on what it did to a task. */
export async function takeBackSchedule(db: OrganizationDb, input: z.output<typeof takeBackScheduleInput>) {
  return await db.write(input, async (tx) => {
    const row = await findSchedule(tx, db, input.scheduleId, "kept");
    if (row.appliedAt === null) throw invalid("NOT_APPLIED", "This schedule is not applied.");
    const done = applied.parse(row.applied);
    const ids = done.map(({ projectId }) => projectId);
    await lockAll(tx, db, ids);
    const names = await namesOf(tx, db, ids);
    const events: NewEvent[] = [];
    for (const { projectId, tasks } of done) {
      const project = names.get(projectId);
      // A deleted project's plan is nobody's; restored, it is as it was left.
      if (project === undefined) continue;
      const back: Awaited<ReturnType<typeof editedBack>>[] = [];
      for (const task of tasks)
        back.push(await editedBack(tx, db, projectId, task, async () => builtOn(project.name, task.name)));
      const { event } = await settleTasksWithin(tx, db, { projectId, tasks: back });
      await replan(tx, db, projectId);
      events.push({ ...event, data: { ...event.data, scheduleTakenBack: row.name } });
    }
    await bump(tx, db, input, { appliedAt: null, appliedById: null, applied: noJson });
    return {
      answer: { version: input.version + 1, projects: events.length },
      steps: events,
      event: eventAbout("schedule.taken-back", row.id, {
        name: row.name,
        before: { name: row.name, projects: ids },
      }),
    };
  });
}

/** In the order of their ids: of two who hold many projects at once none waits for the other for ever. */
async function lockAll(tx: Transaction, db: OrganizationDb, ids: readonly string[]): Promise<void> {
  for (const id of ids.toSorted()) await lockProject(tx, db, id);
}

async function refuseChanged(
  tx: Transaction,
  db: OrganizationDb,
  content: ScheduleContent,
  fingerprintNow: (projectId: string) => string | undefined,
): Promise<void> {
  const names = await namesOf(
    tx,
    db,
    content.projects.map(({ projectId }) => projectId),
  );
  const faults = content.projects.flatMap(({ projectId, fingerprint }) => {
    const project = names.get(projectId);
    if (project === undefined) return ["a project is gone"];
    if (project.launchedAt !== null) return [`${project.name} is launched`];
    return fingerprintNow(projectId) === fingerprint ? [] : [`${project.name} has been changed`];
  });
  if (faults.length === 0) return;
  const more = faults.length > 3 ? `; and ${faults.length - 3} more` : "";
  throw new AppError(
    "CONFLICT",
    "SCHEDULE_STALE",
    `Nothing was applied: ${faults.slice(0, 3).join("; ")}${more}. Level all projects again, and apply what comes of it.`,
  );
}

async function namesOf(tx: Transaction, { organizationId }: OrganizationDb, ids: readonly string[]) {
  const rows = await tx.project.findMany({
    where: { organizationId, deletedAt: null, id: { in: [...ids] } },
    select: { id: true, name: true, launchedAt: true },
  });
  return new Map(rows.map(({ id, ...project }) => [id, project]));
}

async function versionsOf(tx: Transaction, organizationId: string, projectId: string) {
  const rows = await tx.taskRecord.findMany({
    where: { organizationId, projectId },
    select: { taskKey: true, version: true },
  });
  return new Map(rows.map(({ taskKey, version }) => [taskKey, version]));
}

function builtOn(project: string, task: string): AppError {
  return new AppError(
    "CONFLICT",
    "BUILT_ON",
    `Nothing was taken back: “${task}” of ${project} has been changed again since. Taking the schedule back would take that back, too.`,
  );
}
