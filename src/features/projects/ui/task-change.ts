import type { ProjectTask } from "@/features/plans/queries";
import { type IsoDate, isIsoDate } from "@/planning";
import { type SavedTask, type TaskDraft, taskDraft, toTaskRecord, withStatus } from "./task-draft";

/** The cells of a table that are edited where they stand. */
export const cellFields = ["expertise", "effort", "duration", "status", "assigneeId"] as const;
export type CellField = (typeof cellFields)[number];

/** What a person settled in cells, that may not have reached the server yet. */
export type TaskChange = Partial<Pick<TaskDraft, CellField>>;

/** What is typed in a cell of a task and not settled yet. */
export type TypedTask = { readonly task: ProjectTask; readonly change: TaskChange };

/** The draft with the change in it. A state brings its days along. */
export function changed(draft: TaskDraft, change: TaskChange, today: string): TaskDraft {
  const { status, ...rest } = change;
  const next = { ...draft, ...rest };
  return status === undefined || status === draft.status ? next : withStatus(next, status, today);
}

/** A cell as text to compare and to show. */
export function cellText(draft: TaskDraft, field: CellField): string {
  const value = draft[field];
  if (typeof value === "string") return value;
  return [value.optimistic, value.mostLikely, value.pessimistic].join(" – ");
}

/**
 * The cells in which what is there now is neither what the person saw when they changed it nor what they made of it: only about
 * these there is something to choose. Whatever else was saved meanwhile stands.
 */
export function contested(
  seen: Partial<Record<CellField, string>>,
  mine: TaskDraft,
  there: TaskDraft,
): CellField[] {
  return cellFields.filter((field) => {
    const before = seen[field];
    const now = cellText(there, field);
    return before !== undefined && now !== before && now !== cellText(mine, field);
  });
}

/** The task as it will be once the change is saved; slack and forecast follow from the server. */
export function withChange(
  task: ProjectTask,
  change: TaskChange,
  today: string,
  nameOf: (memberId: string) => string,
): ProjectTask {
  const record = toTaskRecord(changed(taskDraft(task), change, today), task.standard);
  return withRecord(task, { ...record, version: task.version }, nameOf);
}

/** The task with what is on record about it. */
export function withRecord(
  task: ProjectTask,
  record: SavedTask,
  nameOf: (memberId: string) => string,
): ProjectTask {
  const { effortPersonDays: effort, durationWorkingDays: duration, assigneeId } = record;
  return {
    ...task,
    effortPersonDays: effort ?? task.standard.effortPersonDays,
    durationWorkingDays: duration ?? task.standard.durationWorkingDays,
    estimatedBy: effort === null && duration === null ? "standard" : "team",
    ownEffort: effort !== null,
    ownDuration: duration !== null,
    discipline: record.expertise?.discipline ?? task.standard.discipline,
    level: record.expertise?.level ?? task.standard.level,
    ownExpertise: record.expertise != null,
    status: record.status,
    startedOn: asDay(record.startedOn),
    finishedOn: asDay(record.finishedOn),
    notBeforeOn: asDay(record.notBeforeOn),
    actualEffortPersonDays: record.actualEffortPersonDays,
    actualMachineHours: record.actualMachineHours,
    version: record.version,
    assignee: assigneeId === null ? null : { id: assigneeId, name: nameOf(assigneeId) },
  };
}

function asDay(day: string | null): IsoDate | null {
  return day !== null && isIsoDate(day) ? day : null;
}
