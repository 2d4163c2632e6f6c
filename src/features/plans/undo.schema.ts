import { z } from "zod";
import { checklistItems } from "./checklists.schema";
import { settledTask, taskWrite } from "./many-tasks.schema";
import { linkTasksInput, projectTaskContent } from "./schema";

const { taskKey, kind, lagWorkingDays } = linkTasksInput.shape;

const named = { taskKey, name: z.string() };
export const editedTask = z.object({ ...named, before: settledTask.nullable(), after: settledTask });
const checklist = z.object({ items: checklistItems });
const link = z.object({ kind, lagWorkingDays });
const linkTo = link.extend({ key: taskKey });

/** What an entry of the log says that was done to the plan. */
export const planDeed = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("task.edited"),
    data: editedTask,
  }),
  z.object({
    type: z.literal("tasks.edited"),
    data: z.object({ tasks: z.array(editedTask).min(1) }),
  }),
  z.object({
    type: z.literal("task.added"),
    data: z.object({ ...named, after: projectTaskContent.strip() }),
  }),
  z.object({
    type: z.literal("task.changed"),
    data: z.object({ ...named, before: projectTaskContent, after: projectTaskContent }),
  }),
  z.object({
    type: z.literal("task.linked"),
    data: z.object({ ...named, before: link.nullable(), after: linkTo }),
  }),
  z.object({
    type: z.literal("task.checklist-changed"),
    data: z.object({ ...named, before: checklist, after: checklist }),
  }),
  z.object({ type: z.literal("task.unlinked"), data: z.object({ ...named, before: linkTo }) }),
  z.object({
    type: z.literal("tasks.imported"),
    /** The name is the file's. */
    data: z.object({ name: z.string(), tasks: z.array(taskWrite) }),
  }),
  z.object({
    type: z.literal("task.split"),
    /** The task's, and that of the part that was made of it. */
    data: z.object({ name: z.string(), part: z.string(), tasks: z.array(taskWrite) }),
  }),
]);

export type PlanDeed = z.output<typeof planDeed>;

export type EditedTask = z.output<typeof editedTask>;
