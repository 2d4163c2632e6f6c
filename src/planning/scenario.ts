import type { ThreePoint } from "./estimation/three-point";
import { makePlan, type Plan } from "./plan";
import type { PlanInput, TaskRecord } from "./plan-input";
import type { IsoDate } from "./schedule/calendar";
import { type WhatIf, withWhatIf } from "./what-if";

/** What a scenario changes about a task. A part that is left out stays as it is; a null one is the standard's, or nobody's. */
export interface TaskOverride {
  readonly taskKey: string;
  /** The version of what was known about the task when this was written; 0 when nothing was. */
  readonly version: number;
  readonly effortPersonDays?: ThreePoint | null | undefined;
  readonly durationWorkingDays?: ThreePoint | null | undefined;
  /** Moves no figure of the plan, which counts disciplines and not people. */
  readonly assigneeId?: string | null | undefined;
}

/** A what-if that is kept: what it changes, and what it was like when that was written. */
export interface ScenarioContent {
  readonly start: { readonly from: IsoDate; readonly to: IsoDate } | null;
  readonly choices: WhatIf["choices"];
  readonly tasks: readonly TaskOverride[];
}

/** Why a part of a scenario can't be applied to the plan as it is now. */
export type ScenarioFault =
  | { readonly kind: "start-moved" }
  | {
      readonly kind: "decision-settled" | "decision-gone" | "option-gone";
      readonly decisionId: string;
    }
  | { readonly kind: "task-changed" | "task-done" | "task-gone"; readonly taskKey: string };

export interface ScenarioReading {
  readonly faults: readonly ScenarioFault[];
  readonly startsOnNow: IsoDate;
  /** What of it still can be so. Where something changed meanwhile, the scenario's figure stands. */
  readonly whatIf: WhatIf;
  /** The plan with its choices alone: what its overrides change. */
  readonly untouched: Plan;
  /** The plan's input and the plan if it were so. */
  readonly input: PlanInput;
  readonly plan: Plan;
  /** The overrides of tasks that are in that plan and have work to do. */
  readonly tasks: readonly TaskOverride[];
}

/** `versionOf`: the versions of what is known about tasks now; a task that is not in it is as its standard says. */
export function readScenario(
  content: ScenarioContent,
  input: PlanInput,
  versionOf: ReadonlyMap<string, number>,
): ScenarioReading {
  const faults: ScenarioFault[] = [];
  if (content.start !== null && content.start.from !== input.startsOn) faults.push({ kind: "start-moved" });
  const choices = content.choices.filter(({ decisionId, optionId }) => {
    const kind = choiceFault(input, decisionId, optionId);
    if (kind !== null) faults.push({ kind, decisionId });
    return kind === null;
  });
  const startsOn = content.start?.to ?? input.startsOn;
  // Whether a task is in the plan depends on what is chosen.
  const untouched = makePlan(withWhatIf(input, { startsOn, choices, tasks: [] }));
  const tasks = content.tasks.filter(({ taskKey, version }) => {
    const status = untouched.tasks.find(({ key }) => key === taskKey)?.status;
    const kind = taskFault(status, version !== (versionOf.get(taskKey) ?? 0));
    if (kind !== null) faults.push({ kind, taskKey });
    return kind === null || kind === "task-changed";
  });
  const whatIf = { startsOn, choices, tasks: tasks.flatMap((task) => recordOf(task, input)) };
  const tried = withWhatIf(input, whatIf);
  const startsOnNow = input.startsOn;
  return { faults, startsOnNow, whatIf, untouched, input: tried, plan: makePlan(tried), tasks };
}

function choiceFault(input: PlanInput, decisionId: string, optionId: string) {
  const decision = input.decisions.find(({ id }) => id === decisionId);
  if (decision === undefined) return "decision-gone";
  if (decision.state !== "open") return "decision-settled";
  return decision.options.some(({ id }) => id === optionId) ? null : "option-gone";
}

function taskFault(status: TaskRecord["status"] | undefined, isChanged: boolean) {
  if (status === undefined || status === "dropped") return "task-gone";
  if (status === "done") return "task-done";
  return isChanged ? "task-changed" : null;
}

/** What would be known of the task; nothing where only who does it would change. */
function recordOf(
  { taskKey, effortPersonDays, durationWorkingDays }: TaskOverride,
  input: PlanInput,
): TaskRecord[] {
  if (effortPersonDays === undefined && durationWorkingDays === undefined) return [];
  const known = input.tasks.find((record) => record.taskKey === taskKey) ?? unknownTask(taskKey);
  return [
    {
      ...known,
      effortPersonDays: effortPersonDays === undefined ? known.effortPersonDays : effortPersonDays,
      durationWorkingDays:
        durationWorkingDays === undefined ? known.durationWorkingDays : durationWorkingDays,
    },
  ];
}

/** What is known of a task about which nobody has said anything. */
export function unknownTask(taskKey: string): TaskRecord {
  return {
    taskKey,
    effortPersonDays: null,
    durationWorkingDays: null,
    status: "planned",
    startedOn: null,
    finishedOn: null,
    actualEffortPersonDays: null,
    actualMachineHours: null,
  };
}

/** The scenario without what can't be any more, and with the rest as somebody has seen it now. */
export function broughtUpToDate(
  content: ScenarioContent,
  input: PlanInput,
  versionOf: ReadonlyMap<string, number>,
): ScenarioContent {
  const { whatIf, tasks } = readScenario(content, input, versionOf);
  const moves = content.start !== null && content.start.to !== input.startsOn;
  return {
    start: moves ? { from: input.startsOn, to: whatIf.startsOn } : null,
    choices: whatIf.choices,
    tasks: tasks.map((task) => ({ ...task, version: versionOf.get(task.taskKey) ?? 0 })),
  };
}
