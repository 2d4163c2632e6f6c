import { z } from "zod";
import type { IsoDate } from "@/planning";
import { checklistItems } from "./checklists.schema";
import { editTaskInput, linkTasksInput, projectTaskContent } from "./schema";
import { contradictions, taskContradiction } from "./task-rules";

const { taskKey, kind, lagWorkingDays } = linkTasksInput.shape;
const link = z.object({ kind, lagWorkingDays });

/** Of a project. */
export const mostOwnTasks = 400;
export const mostLinks = 1_000;

/** What can be settled about a task, as the log keeps it. Entries of older versions know less. */
export const settledTask = editTaskInput
  .omit({ mutationId: true, projectId: true, taskKey: true, version: true })
  .strip();

/** What is written of one task among many, as it was and as it is to be; null where nothing was, or is to be. */
export const taskWrite = z.object({
  taskKey,
  name: z.string(),
  /** Of a task of the project's own. */
  content: z
    .object({ before: projectTaskContent.strip().nullable(), after: projectTaskContent.strip() })
    .nullable(),
  settled: z.object({ before: settledTask.nullable(), after: settledTask }).nullable(),
  links: z.array(z.object({ after: taskKey, was: link.nullable(), is: link.nullable() })),
  checklist: z.object({ before: checklistItems, after: checklistItems }).nullable(),
});

export type TaskWrite = z.output<typeof taskWrite>;
export type SettledTask = z.output<typeof settledTask>;

/** What is settled about a task, in itself without contradiction on this day. */
export function settledTaskOn(today: IsoDate) {
  return settledTask.superRefine((task, context) => {
    const contradiction = taskContradiction(task, today);
    if (contradiction === null) return;
    const { message, field } = contradictions[contradiction];
    context.addIssue({ code: "custom", message, path: [field] });
  });
}

/** Of a task about which nobody has said anything. */
export const nothingSettled: SettledTask = {
  effortPersonDays: null,
  durationWorkingDays: null,
  status: "planned",
  startedOn: null,
  finishedOn: null,
  actualEffortPersonDays: null,
  actualMachineHours: null,
  assigneeId: null,
  expertise: null,
};
