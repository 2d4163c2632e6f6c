import type { IsoDate, TaskStatus } from "@/planning";

export type TaskContradiction =
  | "start-needed"
  | "finish-needed"
  | "not-started"
  | "not-done"
  | "finish-before-start"
  | "start-in-future"
  | "finish-in-future";

/** What about a task's state and its days can't be true at once, or null. Days are ISO days, so they compare as text. */
export function taskContradiction(
  task: { status: TaskStatus; startedOn: string | null; finishedOn: string | null },
  today: IsoDate,
): TaskContradiction | null {
  const { status, startedOn, finishedOn } = task;
  if ((status === "started" || status === "done") && startedOn === null) return "start-needed";
  if (status === "done" && finishedOn === null) return "finish-needed";
  if (status === "planned" && startedOn !== null) return "not-started";
  if (status !== "done" && finishedOn !== null) return "not-done";
  if (startedOn !== null && finishedOn !== null && finishedOn < startedOn) return "finish-before-start";
  if (startedOn !== null && startedOn > latest(today)) return "start-in-future";
  if (finishedOn !== null && finishedOn > latest(today)) return "finish-in-future";
  return null;
}

/** Where people already live in tomorrow, tomorrow is a fact. */
function latest(today: IsoDate): string {
  const tomorrow = new Date(`${today}T00:00:00Z`);
  tomorrow.setUTCDate(tomorrow.getUTCDate() + 1);
  return tomorrow.toISOString().slice(0, 10);
}

/** How each is told, with the field it is about. */
export const contradictions = {
  "start-needed": {
    code: "START_NEEDED",
    message: "Please say when the task was started.",
    field: "startedOn",
  },
  "finish-needed": {
    code: "FINISH_NEEDED",
    message: "Please say when the task was finished.",
    field: "finishedOn",
  },
  "not-started": {
    code: "NOT_STARTED",
    message: "A planned task has no start yet. Choose “started”, or leave this empty.",
    field: "startedOn",
  },
  "not-done": {
    code: "NOT_DONE",
    message: "Only a task that is done has a finish. Choose “done”, or leave this empty.",
    field: "finishedOn",
  },
  "finish-before-start": {
    code: "FINISH_BEFORE_START",
    message: "Please give a finish on or after the start.",
    field: "finishedOn",
  },
  "start-in-future": {
    code: "IN_THE_FUTURE",
    message: "This day has not come yet. A start to come is a plan, not a fact.",
    field: "startedOn",
  },
  "finish-in-future": {
    code: "IN_THE_FUTURE",
    message: "This day has not come yet. Say so when the task is done.",
    field: "finishedOn",
  },
} as const satisfies Record<TaskContradiction, { code: string; message: string; field: string }>;
