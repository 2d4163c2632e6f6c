import { type LifecycleStandards, noStandards } from "./lifecycle/standards";
import { makePlan } from "./plan";
import type { PlanInput, PlanStandards } from "./plan-input";
import { PlanningError } from "./planning-error";
import { type WorkingCalendar, workingDaysBetween } from "./schedule/calendar";
import type { Forecast } from "./schedule/forecast-result";

/** A part of a plan's input that may have changed between two of them. */
export type PlanPart =
  | { readonly kind: "decision"; readonly decisionId: string }
  | { readonly kind: "task"; readonly taskKey: string }
  /** A task that the workspace or the project has besides the lifecycle's. */
  | { readonly kind: "own-task"; readonly taskKey: string }
  | { readonly kind: "links" }
  | { readonly kind: "as-of" }
  | { readonly kind: "start" }
  | { readonly kind: "pass" }
  | { readonly kind: "standards" }
  | { readonly kind: "calibration" }
  | { readonly kind: "other" };

/** The parts in which the inputs differ: taking all of them over from `after` makes `before` the same as `after`. */
export function changedParts(before: PlanInput, after: PlanInput): PlanPart[] {
  const differ = (...of: (keyof PlanInput)[]) => of.some((key) => !same(before[key], after[key]));
  const parts: (PlanPart | false)[] = [
    differ("asOf") && { kind: "as-of" },
    differ("startsOn") && { kind: "start" },
    differ("loopPass") && { kind: "pass" },
    (differ("holidays") || !same(withoutOwnTasks(before), withoutOwnTasks(after))) && { kind: "standards" },
    differ("links") && { kind: "links" },
    differ("calibration") && { kind: "calibration" },
    differ("template", "distribution") && { kind: "other" },
    ...changedIds(before.decisions, after.decisions, ({ id }) => id).map((decisionId): PlanPart => {
      return { kind: "decision", decisionId };
    }),
    ...changedIds(before.tasks, after.tasks, ({ taskKey }) => taskKey).map((taskKey): PlanPart => {
      return { kind: "task", taskKey };
    }),
  ];
  for (const taskKey of changedKeys(ownTasksOf(before), ownTasksOf(after)))
    parts.push({ kind: "own-task", taskKey });
  return parts.filter((part) => part !== false);
}

function ownTasksOf({ standards }: PlanInput): LifecycleStandards["ownTasks"] {
  return standards.lifecycle?.ownTasks ?? {};
}

/** Without any of its own, the lifecycle is the same whether it says so or not. */
function withoutOwnTasks({ standards }: PlanInput): PlanStandards {
  return { ...standards, lifecycle: { ...(standards.lifecycle ?? noStandards), ownTasks: {} } };
}

function changedKeys<Row>(before: Readonly<Record<string, Row>>, after: Readonly<Record<string, Row>>) {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.filter((key) => !same(before[key], after[key]));
}

function changedIds<Row>(before: readonly Row[], after: readonly Row[], idOf: (row: Row) => string) {
  const ids = [...new Set([...before, ...after].map(idOf))];
  const find = (rows: readonly Row[], id: string) => rows.find((row) => idOf(row) === id);
  return ids.filter((id) => !same(find(before, id), find(after, id)));
}

/** `into` with these parts as they are in `from`. */
export function takeParts(into: PlanInput, from: PlanInput, parts: readonly PlanPart[]): PlanInput {
  let input = into;
  for (const part of parts) input = takePart(input, from, part);
  return input;
}

function takePart(input: PlanInput, from: PlanInput, part: PlanPart): PlanInput {
  switch (part.kind) {
    case "as-of":
      return { ...input, asOf: from.asOf };
    case "start":
      return { ...input, startsOn: from.startsOn };
    case "pass":
      return { ...input, loopPass: from.loopPass };
    case "standards":
      return {
        ...input,
        standards: withTasks(from.standards, ownTasksOf(input)),
        holidays: from.holidays,
      };
    case "links":
      return { ...input, links: from.links };
    case "own-task": {
      const { [part.taskKey]: _, ...others } = ownTasksOf(input);
      const taken = ownTasksOf(from)[part.taskKey];
      const own = taken === undefined ? others : { ...others, [part.taskKey]: taken };
      return { ...input, standards: withTasks(input.standards, own) };
    }
    case "calibration":
      return { ...input, calibration: from.calibration };
    case "other":
      return { ...input, template: from.template, distribution: from.distribution };
    case "decision": {
      const others = input.decisions.filter(({ id }) => id !== part.decisionId);
      const taken = from.decisions.filter(({ id }) => id === part.decisionId);
      return { ...input, decisions: [...others, ...taken] };
    }
    case "task": {
      const others = input.tasks.filter(({ taskKey }) => taskKey !== part.taskKey);
      const taken = from.tasks.filter(({ taskKey }) => taskKey === part.taskKey);
      return { ...input, tasks: [...others, ...taken] };
    }
  }
}

function withTasks(standards: PlanStandards, ownTasks: LifecycleStandards["ownTasks"]): PlanStandards {
  return { ...standards, lifecycle: { ...(standards.lifecycle ?? noStandards), ownTasks } };
}

/** Whether a plan can be made of it: what an older version kept may lack parts, or name what is gone. */
export function canBePlanned(input: PlanInput): boolean {
  try {
    makePlan(input);
    return true;
  } catch (error) {
    if (error instanceof PlanningError || error instanceof TypeError) return false;
    throw error;
  }
}

/** After minus before: positive is later, more, dearer. */
export interface PlanMove {
  readonly finishP50WorkingDays: number;
  readonly finishP80WorkingDays: number;
  readonly effortP50PersonDays: number;
  readonly costP50Minor: number;
}

type Moved = Pick<Forecast, "finish" | "effortPersonDays" | "costMinor">;

/** How far a forecast moved. With one calendar for all steps of a way, the steps add up to the whole. */
export function moveBetween(before: Moved, after: Moved, calendar: WorkingCalendar): PlanMove {
  return {
    finishP50WorkingDays: workingDaysBetween(before.finish.p50, after.finish.p50, calendar),
    finishP80WorkingDays: workingDaysBetween(before.finish.p80, after.finish.p80, calendar),
    effortP50PersonDays: after.effortPersonDays.p50 - before.effortPersonDays.p50,
    costP50Minor: after.costMinor.p50 - before.costMinor.p50,
  };
}

/** Whether two forecasts are the same in what a move tells. */
export function isSameForecast(before: Moved, after: Moved): boolean {
  return (
    same(before.finish, after.finish) &&
    same(before.effortPersonDays, after.effortPersonDays) &&
    same(before.costMinor, after.costMinor)
  );
}

/** Equal as JSON: what is left out and what is undefined are the same, the order of an object's keys says nothing. */
function same(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left) || Array.isArray(right)) {
    if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
    return left.every((value, place) => same(value, right[place]));
  }
  if (!isObject(left) || !isObject(right)) return false;
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) =>
    same(left[key], right[key]),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
