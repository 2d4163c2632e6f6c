import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import type { AppError } from "@/platform/errors";
import { changedBack, same } from "@/platform/events/take-back";
import { checklistBack } from "./checklist-rules";
import { checklistItems } from "./checklists.schema";
import { toSettledTask } from "./inputs.queries";
import { nothingSettled, type TaskWrite } from "./many-tasks.schema";
import { writeTasksWithin } from "./many-tasks.service";
import { projectTaskContent } from "./schema";
import type { PlanDeed } from "./undo.schema";

/** Takes back what was done to many tasks in one go, all or nothing: where one is not as it was left, somebody built on it. */
export async function takeBackMany(
  tx: Transaction,
  db: OrganizationDb,
  projectId: string,
  { type, data }: Extract<PlanDeed, { type: "tasks.imported" | "task.split" }>,
  refuse: (task: { readonly taskKey: string; readonly name: string }) => Promise<AppError>,
) {
  const taskKeys = data.tasks.map(({ taskKey }) => taskKey);
  const where = { organizationId: db.organizationId, projectId, taskKey: { in: taskKeys } };
  const contents = new Map(
    (await tx.projectTask.findMany({ where })).map(({ taskKey, content }) => [
      taskKey,
      projectTaskContent.parse(content),
    ]),
  );
  const records = new Map(
    (await tx.taskRecord.findMany({ where })).map((row) => [row.taskKey, toSettledTask(row)]),
  );
  const links = new Map(
    (await tx.taskDependency.findMany({ where })).map((row) => [`${row.taskKey} ${row.afterKey}`, row]),
  );
  const checklists = new Map(
    (await tx.taskChecklist.findMany({ where })).map(({ taskKey, items }) => [
      taskKey,
      checklistItems.parse(items),
    ]),
  );
  const taskBack = async (task: TaskWrite): Promise<TaskWrite> => {
    const { taskKey, name, content, settled, checklist } = task;
    if (content !== null && !same(contents.get(taskKey), content.after)) throw await refuse(task);
    const now = records.get(taskKey) ?? nothingSettled;
    const before = settled?.before ?? nothingSettled;
    const back = settled === null ? now : changedBack(now, { before, after: settled.after });
    if (back === null) throw await refuse(task);
    for (const { after, is } of task.links) {
      const link = links.get(`${taskKey} ${after}`) ?? null;
      if (link?.kind !== is?.kind || link?.lagWorkingDays !== is?.lagWorkingDays) throw await refuse(task);
    }
    const items = checklists.get(taskKey) ?? [];
    const itemsBack = checklist && checklistBack(items, checklist);
    if (checklist !== null && itemsBack === null) throw await refuse(task);
    return {
      taskKey,
      name,
      content: content && {
        before: content.after,
        after: content.before ?? { ...content.after, retired: true },
      },
      settled: settled && { before: now, after: back },
      links: task.links.map(({ after, was, is }) => ({ after, was: is, is: was })),
      checklist: itemsBack && { before: items, after: [...itemsBack] },
    };
  };
  const tasks: TaskWrite[] = [];
  for (const task of data.tasks) tasks.push(await taskBack(task));
  await writeTasksWithin(tx, db, projectId, tasks);
  return {
    type,
    subject: { type: "project", id: projectId },
    projectId,
    data: { ...data, added: 0, tasks },
  };
}
