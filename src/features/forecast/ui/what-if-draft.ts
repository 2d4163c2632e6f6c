import type { ProjectTask } from "@/features/plans/queries";
import {
  type IsoDate,
  isIsoDate,
  type ScenarioContent,
  type TaskOverride,
  type TaskRecord,
  type ThreePoint,
} from "@/planning";
import { type EstimateDraft, isTyped, parsed, typed } from "@/ui/estimate-draft";
import type { Asked } from "./use-what-if";

/** What somebody tries out, as it is typed. */
export type WhatIfDraft = {
  readonly startsOn: string;
  readonly runs: string;
  readonly task: {
    readonly key: string;
    readonly effort: EstimateDraft;
    readonly duration: EstimateDraft;
  } | null;
  /** The option taken as given, by decision; one that is left open is not in it. */
  readonly choices: Readonly<Record<string, string>>;
};

export function emptyDraft(startsOn: IsoDate, runs: number): WhatIfDraft {
  return { startsOn, runs: String(runs), task: null, choices: {} };
}

/** What trying another estimate needs of a task. */
export type TriedTask = Pick<
  ProjectTask,
  | "key"
  | "effortPersonDays"
  | "durationWorkingDays"
  | "ownEffort"
  | "ownDuration"
  | "ownExpertise"
  | "discipline"
  | "level"
  | "status"
  | "startedOn"
  | "finishedOn"
  | "actualEffortPersonDays"
  | "version"
  | "actualMachineHours"
>;

/** Done and dropped work takes what it took. */
export function isToDo({ status }: Pick<TriedTask, "status">): boolean {
  return status === "planned" || status === "started";
}

export function draftOfTask({ key, effortPersonDays, durationWorkingDays }: TriedTask) {
  return { key, effort: typed(effortPersonDays), duration: typed(durationWorkingDays) };
}

/** What the draft asks for; null while it says nothing that is not so already, or a date is half typed. */
export function askedBy(
  draft: WhatIfDraft,
  stored: { readonly startsOn: IsoDate; readonly runs: number },
  /** What can be tried: work that is not done, decisions that are open. */
  { tasks, decisions }: { tasks: readonly TriedTask[]; decisions: readonly { readonly id: string }[] },
): Asked | null {
  if (!isIsoDate(draft.startsOn)) return null;
  const task = tasks.find(({ key }) => key === draft.task?.key);
  const record = task && draft.task ? recordOf(task, draft.task) : null;
  const choices = Object.entries(draft.choices)
    .filter(([decisionId]) => decisions.some(({ id }) => id === decisionId))
    .map(([decisionId, optionId]) => ({ decisionId, optionId }));
  const runs = Number(draft.runs);
  const isNew =
    draft.startsOn !== stored.startsOn || runs !== stored.runs || record !== null || choices.length > 0;
  if (!isNew) return null;
  return { whatIf: { startsOn: draft.startsOn, tasks: record === null ? [] : [record], choices }, runs };
}

/** The draft as a scenario keeps it: what it changes, and nothing of how it is simulated; null where it changes nothing. */
export function keptAs(
  draft: WhatIfDraft,
  stored: { readonly startsOn: IsoDate },
  can: { tasks: readonly TriedTask[]; decisions: readonly { readonly id: string }[] },
): ScenarioContent | null {
  const asked = askedBy(draft, { ...stored, runs: Number(draft.runs) }, can);
  if (asked === null) return null;
  const { startsOn: from } = stored;
  const { startsOn: to, choices, tasks } = asked.whatIf;
  const tried = can.tasks.filter(({ key }) => tasks.some(({ taskKey }) => taskKey === key));
  return {
    start: from === to ? null : { from, to },
    choices,
    tasks: tried.flatMap((task) => (draft.task === null ? [] : overrideOf(task, draft.task))),
  };
}

function overrideOf(task: TriedTask, { effort, duration }: NonNullable<WhatIfDraft["task"]>): TaskOverride {
  const { key: taskKey, version, effortPersonDays, durationWorkingDays } = task;
  return {
    taskKey,
    version,
    ...(isTyped(effort, effortPersonDays) ? {} : { effortPersonDays: parsed(effort) }),
    ...(isTyped(duration, durationWorkingDays) ? {} : { durationWorkingDays: parsed(duration) }),
  };
}

/** The task's record with the estimates typed; null when they are those it has. */
function recordOf(task: TriedTask, draft: NonNullable<WhatIfDraft["task"]>): TaskRecord | null {
  const isSame =
    isTyped(draft.effort, task.effortPersonDays) && isTyped(draft.duration, task.durationWorkingDays);
  if (isSame) return null;
  // An estimate that was not touched stays as exact as it is, and the standard's stays the standard's.
  const own = (typing: EstimateDraft, is: ThreePoint, isOwn: boolean) =>
    isTyped(typing, is) ? (isOwn ? is : null) : parsed(typing);
  return {
    taskKey: task.key,
    effortPersonDays: own(draft.effort, task.effortPersonDays, task.ownEffort),
    durationWorkingDays: own(draft.duration, task.durationWorkingDays, task.ownDuration),
    status: task.status,
    startedOn: task.startedOn,
    finishedOn: task.finishedOn,
    actualEffortPersonDays: task.actualEffortPersonDays,
    actualMachineHours: task.actualMachineHours,
    expertise: task.ownExpertise ? { discipline: task.discipline, level: task.level } : null,
  };
}
