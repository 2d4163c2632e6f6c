import { z } from "zod";
import type { ProjectTask } from "@/features/plans/queries";
import { editTaskInput } from "@/features/plans/schema";
import { isIsoDate, type TaskRecord, type TaskStatus, type ThreePoint, taskStatuses } from "@/planning";
import { type EstimateDraft, isTyped, parsed, typed } from "@/ui/estimate-draft";
import { choiceOf, expertiseOf, expertiseText } from "./expertise-choices";

/** What the team knows about a task, as it is typed. */
export type TaskDraft = {
  effort: EstimateDraft;
  duration: EstimateDraft;
  status: TaskStatus;
  startedOn: string;
  finishedOn: string;
  /** The day before which it is not begun. */
  notBeforeOn: string;
  actual: string;
  machineHours: string;
  assigneeId: string;
  /** Whom it needs, as a choice of `expertiseChoices`; empty for whom the standard says. */
  expertise: string;
};

export const taskFieldNames = {
  effort: "Effort, person-days",
  duration: "Duration, working days",
  status: "State",
  startedOn: "Started",
  finishedOn: "Finished",
  notBeforeOn: "Not before",
  actual: "Effort so far",
  machineHours: "Machine time so far",
  assigneeId: "Who",
  expertise: "Needs",
} as const satisfies Record<keyof TaskDraft, string>;

export const taskFields = [
  "effort",
  "duration",
  "status",
  "startedOn",
  "finishedOn",
  "notBeforeOn",
  "actual",
  "machineHours",
  "assigneeId",
  "expertise",
] as const satisfies readonly (keyof TaskDraft)[];

const threePoint = z.object({ optimistic: z.number(), mostLikely: z.number(), pessimistic: z.number() });

/** A task's record as a refused write brings it; a task nobody had settled yet has version 0. */
export const savedTask = z.object({
  version: z.number(),
  effortPersonDays: threePoint.nullable(),
  durationWorkingDays: threePoint.nullable(),
  status: z.enum(taskStatuses),
  startedOn: z.string().nullable(),
  finishedOn: z.string().nullable(),
  notBeforeOn: z.string().nullable().default(null),
  actualEffortPersonDays: z.number().nullable(),
  actualMachineHours: z.number().nullable().default(null),
  assigneeId: z.string().nullable(),
  expertise: editTaskInput.shape.expertise.default(null),
});

export type SavedTask = z.output<typeof savedTask>;

export function taskDraft(task: ProjectTask): TaskDraft {
  const { discipline, level, ownExpertise } = task;
  const expertise = ownExpertise ? { discipline, level } : null;
  return draftOf({ ...task, expertise, assigneeId: task.assignee?.id ?? null }, task.standard);
}

/** The record as a draft; where it has no estimate of its own, the standard's holds. */
export function draftOf(record: Omit<SavedTask, "version">, standard: Estimates): TaskDraft {
  const { effortPersonDays, durationWorkingDays, status, actualEffortPersonDays: actual } = record;
  const { actualMachineHours: machineHours } = record;
  return {
    effort: typed(effortPersonDays ?? standard.effortPersonDays),
    duration: typed(durationWorkingDays ?? standard.durationWorkingDays),
    status,
    startedOn: record.startedOn ?? "",
    finishedOn: record.finishedOn ?? "",
    notBeforeOn: record.notBeforeOn ?? "",
    actual: actual === null ? "" : String(actual),
    machineHours: machineHours === null ? "" : String(machineHours),
    assigneeId: record.assigneeId ?? "",
    expertise: record.expertise ? choiceOf(record.expertise) : "",
  };
}

type Estimates = { effortPersonDays: ThreePoint; durationWorkingDays: ThreePoint };

/** The draft as a record: an estimate that says what the standard says is not the team's own. */
export function toTaskRecord(draft: TaskDraft, standard: Estimates) {
  const own = (estimate: EstimateDraft, of: ThreePoint) => (isTyped(estimate, of) ? null : parsed(estimate));
  return {
    effortPersonDays: own(draft.effort, standard.effortPersonDays),
    durationWorkingDays: own(draft.duration, standard.durationWorkingDays),
    status: draft.status,
    startedOn: draft.startedOn === "" ? null : draft.startedOn,
    finishedOn: draft.finishedOn === "" ? null : draft.finishedOn,
    notBeforeOn: isIsoDate(draft.notBeforeOn) ? draft.notBeforeOn : null,
    actualEffortPersonDays: draft.actual === "" ? null : Number(draft.actual),
    actualMachineHours: draft.machineHours === "" ? null : Number(draft.machineHours),
    assigneeId: draft.assigneeId === "" ? null : draft.assigneeId,
    expertise: expertiseOf(draft.expertise),
  };
}

/** What planning knows of a task if the draft were saved. */
export function planningRecord(task: ProjectTask, draft: TaskDraft): TaskRecord {
  const { assigneeId: _, startedOn, finishedOn, ...known } = toTaskRecord(draft, task.standard);
  const day = (text: string | null) => (text !== null && isIsoDate(text) ? text : null);
  return { ...known, taskKey: task.key, startedOn: day(startedOn), finishedOn: day(finishedOn) };
}

/** A state that happened has a day: today, until somebody says another. A state that did not happen has none. */
export function withStatus(draft: TaskDraft, status: TaskStatus, today: string): TaskDraft {
  const begun = status === "started" || status === "done";
  return {
    ...draft,
    status,
    startedOn: status === "planned" ? "" : draft.startedOn || (begun ? today : ""),
    finishedOn: status === "done" ? draft.finishedOn || today : "",
  };
}

/** The draft as text to compare with another version of it. */
export function taskTexts(draft: TaskDraft, nameOf: (memberId: string) => string) {
  const days = ({ optimistic, mostLikely, pessimistic }: EstimateDraft) =>
    [optimistic, mostLikely, pessimistic].join(" – ");
  return {
    ...draft,
    effort: days(draft.effort),
    duration: days(draft.duration),
    assigneeId: draft.assigneeId === "" ? "" : nameOf(draft.assigneeId),
    expertise: draft.expertise === "" ? "" : expertiseText(draft.expertise),
  };
}
