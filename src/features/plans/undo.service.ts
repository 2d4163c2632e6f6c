import { unknownTask } from "@/planning";
import type { Change, OrganizationDb, Transaction } from "@/platform/db/organization-db";
import type { AppError } from "@/platform/errors";
import { builtOnSince, type TakeBack, takeBack } from "@/platform/events/own-steps";
import { changedBack, same } from "@/platform/events/take-back";
import { checklistBack } from "./checklist-rules";
import { keepChecklist, readChecklist } from "./checklists.service";
import { toSettledTask } from "./inputs.queries";
import { takeBackMany } from "./many-tasks-undo.service";
import { changeTaskWithin, linkTasksWithin, unlinkTasksWithin } from "./own-tasks.service";
import { projectTaskContent } from "./schema";
import { lockProject } from "./service";
import { editTasksWithin, editTaskWithin, refuseUnknownProject } from "./tasks.service";
import { readSteps } from "./undo.queries";
import type { EditedTask, PlanDeed } from "./undo.schema";

/** Undoes what the member did to the plan, or does again what they undid, where nobody built on it. Re-plans. */
export async function takeBackInPlan(db: OrganizationDb, input: TakeBack) {
  const { projectId } = input;
  return await takeBack(db, input, {
    hold: async (tx) => {
      await lockProject(tx, db, projectId);
      await refuseUnknownProject(tx, db, projectId);
    },
    read: readSteps,
    inverse: async (tx, deed) =>
      await inverse(tx, db, projectId, deed, async (task) => await refusalOf(tx, db, input, task)),
  });
}

type Named = { readonly taskKey: string; readonly name: string };

/** Says why something of a task can't be taken back. */
type Refusal = (task: Named) => Promise<AppError>;

/** Does the opposite of a deed, as a deed of its own; asks for a refusal where the plan is not as the deed left it. */
async function inverse(
  tx: Transaction,
  db: OrganizationDb,
  projectId: string,
  deed: PlanDeed,
  refuse: Refusal,
): Promise<Change<unknown>> {
  if (deed.type === "tasks.edited") {
    const tasks: Awaited<ReturnType<typeof editedBack>>[] = [];
    for (const edited of deed.data.tasks) tasks.push(await editedBack(tx, db, projectId, edited, refuse));
    return await editTasksWithin(tx, db, { projectId, tasks });
  }
  if (deed.type === "tasks.imported" || deed.type === "task.split")
    return { answer: null, event: await takeBackMany(tx, db, projectId, deed, refuse) };
  const { taskKey } = deed.data;
  const key = { organizationId: db.organizationId, projectId, taskKey };
  const refusal = async () => await refuse(deed.data);
  switch (deed.type) {
    case "task.edited":
      return await editTaskWithin(tx, db, {
        projectId,
        ...(await editedBack(tx, db, projectId, deed.data, refuse)),
      });
    case "task.added":
    case "task.changed": {
      const row = await tx.projectTask.findFirst({ where: key });
      if (row === null || !same(projectTaskContent.parse(row.content), deed.data.after))
        throw await refusal();
      const content = deed.type === "task.added" ? { ...deed.data.after, retired: true } : deed.data.before;
      return await changeTaskWithin(tx, db, { projectId, taskKey, version: row.version, content });
    }
    case "task.linked": {
      const { before, after } = deed.data;
      const row = await tx.taskDependency.findFirst({ where: { ...key, afterKey: after.key } });
      if (row === null || row.kind !== after.kind || row.lagWorkingDays !== after.lagWorkingDays)
        throw await refusal();
      const link = { projectId, taskKey, after: after.key };
      if (before === null) return await unlinkTasksWithin(tx, db, link);
      return await linkTasksWithin(tx, db, { ...link, ...before });
    }
    case "task.checklist-changed": {
      const before = await readChecklist(tx, db, projectId, taskKey);
      const { before: was, after: left } = deed.data;
      const after = checklistBack(before, { before: was.items, after: left.items });
      if (after === null) throw await refusal();
      return await keepChecklist(tx, db, { projectId, taskKey, before, after });
    }
    case "task.unlinked": {
      const { key: after, kind, lagWorkingDays } = deed.data.before;
      if ((await tx.taskDependency.count({ where: { ...key, afterKey: after } })) > 0) throw await refusal();
      return await linkTasksWithin(tx, db, { projectId, taskKey, after, kind, lagWorkingDays });
    }
  }
}

/** What is known of a task with what an edit changed as it was before. */
export async function editedBack(
  tx: Transaction,
  db: OrganizationDb,
  projectId: string,
  edited: EditedTask,
  refuse: Refusal,
) {
  const { taskKey, after } = edited;
  const row = await tx.taskRecord.findFirst({
    where: { organizationId: db.organizationId, projectId, taskKey },
  });
  if (row === null) throw await refuse(edited);
  const now = toSettledTask(row);
  const before = edited.before ?? { ...unknownTask(taskKey), assigneeId: null };
  const back = changedBack(now, { before, after });
  if (back === null) throw await refuse(edited);
  // What an edit leaves out stays: what was not known before is taken back by saying so.
  const { actualMachineHours = null, expertise = null, notBeforeOn = null } = back;
  return { ...back, actualMachineHours, expertise, notBeforeOn, taskKey, version: row.version };
}

/** Says who built on what a member wants to take back. */
async function refusalOf(
  tx: Transaction,
  db: OrganizationDb,
  input: TakeBack,
  { taskKey, name }: Named,
): Promise<AppError> {
  const aboutTask = {
    OR: [
      { data: { path: ["taskKey"], equals: taskKey } },
      { data: { path: ["tasks"], array_contains: [{ taskKey }] } },
    ],
  };
  return await builtOnSince(tx, db, input, aboutTask, `“${name}”`);
}
