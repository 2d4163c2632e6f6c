import { type TaskRecord, unknownTask } from "@/planning";
import type { ScheduleContent } from "./schema";

type ScheduledProject = ScheduleContent["projects"][number];

/** A task as it is to be once the schedule is applied; what of it the schedule does not say stays. */
export type ScheduledChange = TaskRecord & { readonly assigneeId: string | null };

/**
 * What applying a schedule changes of a project's tasks: the days they are not begun before, and, where people are to be assigned, who does
 * what nobody has. A day that an earlier schedule made a task wait for goes when this one has none.
 */
export function changesOf(
  { isFixed, tasks: scheduled }: Pick<ScheduledProject, "isFixed" | "tasks">,
  records: readonly TaskRecord[],
  assigneeOf: ReadonlyMap<string, string>,
  assigning: "all" | "nobody",
): ScheduledChange[] {
  if (isFixed) return [];
  const known = new Map(records.map((record) => [record.taskKey, record]));
  return scheduled.flatMap(({ taskKey, notBeforeOn, personIds }) => {
    const record = known.get(taskKey) ?? unknownTask(taskKey);
    const before = assigneeOf.get(taskKey) ?? null;
    const given = assigning === "all" ? (personIds[0] ?? null) : null;
    const assigneeId = before ?? given;
    if ((record.notBeforeOn ?? null) === notBeforeOn && assigneeId === before) return [];
    return [{ ...record, notBeforeOn, assigneeId }];
  });
}
