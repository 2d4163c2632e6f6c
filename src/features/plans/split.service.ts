import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { type PlannedTask, splitThreePoint } from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid, staleVersion } from "@/platform/errors";
import { toSettledTask } from "./inputs.queries";
import {
  mostLinks,
  mostOwnTasks,
  nothingSettled,
  type SettledTask,
  type TaskWrite,
} from "./many-tasks.schema";
import { writeTasksWithin } from "./many-tasks.service";
import type { splitTaskInput } from "./schema";
import { lockProject, readPlan } from "./service";
import { refuseUnknownProject, taskGone } from "./tasks.service";

type Split = z.output<typeof splitTaskInput>;

/**
 * Makes two of a task that is not begun: part of its work becomes a task of the project's own, after it or beside it, and whatever
 * waited for the end of the one waits for both. The estimates of both are the team's from then on. Re-plans.
 */
export async function splitTask(db: OrganizationDb, input: Split) {
  const { projectId, taskKey, version } = input;
  return await db.write(input, async (tx) => {
    await lockProject(tx, db, projectId);
    await refuseUnknownProject(tx, db, projectId);
    const { tasks } = await readPlan(tx, db, projectId);
    const task = tasks.find(({ key }) => key === taskKey);
    if (task === undefined) throw taskGone();
    const row = await tx.taskRecord.findFirst({
      where: { organizationId: db.organizationId, projectId, taskKey },
    });
    const before = row === null ? null : toSettledTask(row);
    if ((row?.version ?? 0) !== version)
      throw staleVersion("task", { ...before, version: row?.version ?? 0 });
    if (task.status !== "planned") {
      throw invalid(
        "BEGUN",
        "Only a task that is not begun can be split. Add another task for the rest of the work.",
      );
    }
    const part = `${task.technique}/own-${uuidv7().slice(-12)}`;
    const writes = [
      keepsItsPart(task, before, input),
      newPart(task, part, input),
      ...waitForBoth(tasks, task.key, part),
    ];
    await refuseTooMany(tx, db, projectId, writes);
    await writeTasksWithin(tx, db, projectId, writes);
    return {
      answer: { taskKey: part },
      event: {
        type: "task.split",
        subject: { type: "project", id: projectId },
        projectId,
        data: { name: task.name, part: input.name, tasks: writes },
      },
    };
  });
}

const unchanged = { content: null, settled: null, links: [], checklist: null } as const;

/** What stays of the task is what the new part does not take. */
function keepsItsPart(task: PlannedTask, before: SettledTask | null, { share }: Split): TaskWrite {
  const [effortPersonDays] = splitThreePoint(task.effortPersonDays, share);
  const [durationWorkingDays] = splitThreePoint(task.durationWorkingDays, share);
  const after = { ...(before ?? nothingSettled), effortPersonDays, durationWorkingDays };
  return { ...unchanged, links: [], taskKey: task.key, name: task.name, settled: { before, after } };
}

function newPart(task: PlannedTask, taskKey: string, { name, share, order }: Split): TaskWrite {
  const { technique, deliverable, discipline, level, inLoop } = task;
  const [, effortPersonDays] = splitThreePoint(task.effortPersonDays, share);
  const [, durationWorkingDays] = splitThreePoint(task.durationWorkingDays, share);
  const content = {
    ...{ technique, name, deliverable, discipline, level, inLoop, retired: false },
    ...{ effortPersonDays, durationWorkingDays },
  };
  const links =
    order === "after"
      ? [{ after: task.key, kind: "finish-to-start" as const, lagWorkingDays: 0 }]
      : task.links;
  return {
    ...unchanged,
    taskKey,
    name,
    content: { before: null, after: content },
    // As the team's own: what decisions and parameters do to an estimate is in it already.
    settled: {
      before: null,
      after: { ...nothingSettled, effortPersonDays, durationWorkingDays, expertise: { discipline, level } },
    },
    links: links.map(({ after, kind, lagWorkingDays }) => ({
      after,
      was: null,
      is: { kind, lagWorkingDays },
    })),
  };
}

/** Whatever waits for the end of the task waits for the end of its part, too. */
function waitForBoth(tasks: readonly PlannedTask[], taskKey: string, part: string): TaskWrite[] {
  return tasks.flatMap(({ key, name, links }) => {
    const link = links.find(({ after, kind }) => after === taskKey && kind !== "start-to-start");
    if (link === undefined) return [];
    const { kind, lagWorkingDays } = link;
    return [
      {
        ...unchanged,
        taskKey: key,
        name,
        links: [{ after: part, was: null, is: { kind, lagWorkingDays } }],
      },
    ];
  });
}

async function refuseTooMany(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  projectId: string,
  writes: readonly TaskWrite[],
): Promise<void> {
  const ofProject = { organizationId, projectId };
  if ((await tx.projectTask.count({ where: ofProject })) >= mostOwnTasks) {
    throw invalid("TOO_MANY_TASKS", `Please keep to ${mostOwnTasks} tasks of the project's own.`);
  }
  const added = writes.reduce((sum, { links }) => sum + links.length, 0);
  if ((await tx.taskDependency.count({ where: ofProject })) + added > mostLinks) {
    throw invalid("TOO_MANY_LINKS", `Please keep to ${mostLinks.toLocaleString("en")} links.`);
  }
}
