import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { type Plan, PlanningError } from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid, notFound, staleVersion } from "@/platform/errors";
import { mostLinks, mostOwnTasks } from "./many-tasks.schema";
import {
  type addTaskInput,
  type changeTaskInput,
  type linkTasksInput,
  projectTaskContent,
  type unlinkTasksInput,
} from "./schema";
import { lockProject, readPlan, replan } from "./service";
import { refuseUnknownProject, taskGone } from "./tasks.service";

/** Adds a task of the project's own to one of the plan's techniques, after the tasks it waits for. Re-plans. */
export async function addTask(db: OrganizationDb, input: z.output<typeof addTaskInput>) {
  const { organizationId } = db;
  const { projectId, content } = input;
  const taskKey = `${content.technique}/own-${uuidv7().slice(-12)}`;
  const ofProject = { organizationId, projectId };
  return await db.write(input, async (tx) => {
    const plan = await lockedPlan(tx, db, projectId);
    if (!plan.techniques.some(({ technique }) => technique.id === content.technique)) {
      throw invalid("UNKNOWN_TECHNIQUE", "The plan does not have this technique.", "content.technique");
    }
    if ((await tx.projectTask.count({ where: ofProject })) >= mostOwnTasks) {
      throw invalid("TOO_MANY_TASKS", `Please keep to ${mostOwnTasks} tasks of the project's own.`);
    }
    const after = [...new Set(input.after)];
    for (const key of after) taskOf(plan, key, "after");
    await tx.projectTask.create({ data: { ...ofProject, taskKey, content } });
    await tx.taskDependency.createMany({
      data: after.map((afterKey) => ({ ...ofProject, taskKey, afterKey, kind: "finish-to-start" })),
    });
    await replanSoundly(tx, db, projectId);
    return {
      answer: { taskKey },
      event: {
        type: "task.added",
        subject: { type: "project", id: projectId },
        projectId,
        data: { taskKey, name: content.name, after: { ...content, waitsFor: after } },
      },
    };
  });
}

/** Changes a task of the project's own, takes it out of the plan, or brings it back. It stays in its technique. Re-plans. */
export async function changeTask(db: OrganizationDb, input: z.output<typeof changeTaskInput>) {
  return await db.write(input, async (tx) => await changeTaskWithin(tx, db, input));
}

/** The same inside another verb. */
export async function changeTaskWithin(
  tx: Transaction,
  db: OrganizationDb,
  { projectId, taskKey, version, content }: Unnamed<typeof changeTaskInput>,
) {
  const key = { organizationId: db.organizationId, projectId, taskKey };
  await lockedPlan(tx, db, projectId);
  const before = await tx.projectTask.findFirst({ where: key });
  if (before === null) throw notFound("task");
  const was = projectTaskContent.parse(before.content);
  if (was.technique !== content.technique) {
    throw invalid("OTHER_TECHNIQUE", "A task stays in its technique.", "content.technique");
  }
  const changed = await tx.projectTask.updateMany({
    where: { ...key, version },
    data: { content, version: { increment: 1 } },
  });
  if (changed.count === 0) throw staleVersion("task", { content: was, version: before.version });
  await replanSoundly(tx, db, projectId);
  return {
    answer: { version: version + 1 },
    event: {
      type: "task.changed" as const,
      subject: { type: "project", id: projectId },
      projectId,
      data: { taskKey, name: content.name, before: was, after: content },
    },
  };
}

/** Lets a task wait for another, or changes how it does. Refuses what would let tasks wait for each other. Re-plans. */
export async function linkTasks(db: OrganizationDb, input: z.output<typeof linkTasksInput>) {
  return await db.write(input, async (tx) => await linkTasksWithin(tx, db, input));
}

/** The same inside another verb. */
export async function linkTasksWithin(
  tx: Transaction,
  db: OrganizationDb,
  { projectId, taskKey, after: afterKey, kind, lagWorkingDays }: Unnamed<typeof linkTasksInput>,
) {
  const { organizationId } = db;
  const key = { organizationId, projectId, taskKey, afterKey };
  const plan = await lockedPlan(tx, db, projectId);
  const task = taskOf(plan, taskKey, "taskKey");
  const other = taskOf(plan, afterKey, "after");
  if (taskKey === afterKey) throw invalid("SAME_TASK", "A task can't wait for itself.", "after");
  if ((await tx.taskDependency.count({ where: { organizationId, projectId } })) >= mostLinks) {
    throw invalid("TOO_MANY_LINKS", `Please keep to ${mostLinks.toLocaleString("en")} links.`);
  }
  const before = await tx.taskDependency.findFirst({ where: key });
  const data = { kind, lagWorkingDays };
  if (before === null) await tx.taskDependency.create({ data: { ...key, ...data } });
  else await tx.taskDependency.updateMany({ where: key, data });
  const { setAsideLinks } = await replanSoundly(tx, db, projectId);
  const refused = setAsideLinks.find(({ link }) => link.task === taskKey && link.after === afterKey);
  if (refused !== undefined) throw invalid("UNPLANNABLE", refused.reason, "after");
  return {
    answer: { linked: true },
    event: {
      type: "task.linked" as const,
      subject: { type: "project", id: projectId },
      projectId,
      data: {
        taskKey,
        name: task.name,
        before: before === null ? null : { kind: before.kind, lagWorkingDays: before.lagWorkingDays },
        after: { key: afterKey, name: other.name, ...data },
      },
    },
  };
}

/** Takes back that a task waits for another: what the standards say of the two holds again. Re-plans. */
export async function unlinkTasks(db: OrganizationDb, input: z.output<typeof unlinkTasksInput>) {
  return await db.write(input, async (tx) => await unlinkTasksWithin(tx, db, input));
}

/** The same inside another verb. */
export async function unlinkTasksWithin(
  tx: Transaction,
  db: OrganizationDb,
  { projectId, taskKey, after: afterKey }: Unnamed<typeof unlinkTasksInput>,
) {
  const key = { organizationId: db.organizationId, projectId, taskKey, afterKey };
  const plan = await lockedPlan(tx, db, projectId);
  const before = await tx.taskDependency.findFirst({ where: key });
  if (before === null) throw notFound("link");
  await tx.taskDependency.deleteMany({ where: key });
  await replanSoundly(tx, db, projectId);
  const nameOf = (which: string) => plan.tasks.find((task) => task.key === which)?.name ?? which;
  return {
    answer: { linked: false },
    event: {
      type: "task.unlinked" as const,
      subject: { type: "project", id: projectId },
      projectId,
      data: {
        taskKey,
        name: nameOf(taskKey),
        before: {
          key: afterKey,
          name: nameOf(afterKey),
          kind: before.kind,
          lagWorkingDays: before.lagWorkingDays,
        },
      },
    },
  };
}

/** What a request asks for, without the request's name. */
type Unnamed<Input extends z.ZodType<{ mutationId: string }>> = Omit<z.output<Input>, "mutationId">;

async function lockedPlan(tx: Transaction, db: OrganizationDb, projectId: string): Promise<Plan> {
  await lockProject(tx, db, projectId);
  await refuseUnknownProject(tx, db, projectId);
  return await readPlan(tx, db, projectId);
}

function taskOf(plan: Plan, key: string, field: string) {
  const task = plan.tasks.find((one) => one.key === key);
  if (task === undefined) throw taskGone(field);
  return task;
}

async function replanSoundly(tx: Transaction, db: OrganizationDb, projectId: string): Promise<Plan> {
  try {
    return (await replan(tx, db, projectId)).plan;
  } catch (error) {
    if (error instanceof PlanningError) throw invalid("UNPLANNABLE", error.reason);
    throw error;
  }
}
