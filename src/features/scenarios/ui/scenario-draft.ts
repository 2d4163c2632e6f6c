import {
  broughtUpToDate,
  type IsoDate,
  isIsoDate,
  makePlan,
  type PhaseId,
  type Plan,
  type PlanInput,
  readScenario,
  type ScenarioContent,
  type TaskOverride,
  type ThreePoint,
} from "@/planning";
import { type EstimateDraft, isTyped, parsed } from "@/ui/estimate-draft";

/** A scenario as it is being written. */
export type ScenarioDraft = {
  readonly name: string;
  readonly startsOn: string;
  /** The option taken as chosen, by decision; one that is left open is not in it. */
  readonly choices: Readonly<Record<string, string>>;
  /** What it says of tasks, by task; a part that is as in the plan is not in it. */
  readonly tasks: Readonly<Record<string, TaskParts>>;
};

type TaskParts = Omit<TaskOverride, "taskKey" | "version">;

/** What there is on record of a task, whether it is in the plan or not. */
export type TaskOnRecord = {
  readonly taskKey: string;
  readonly version: number;
  readonly assigneeId: string | null;
};

export function draftOf(
  { name, content }: { readonly name: string; readonly content: ScenarioContent },
  startsOn: IsoDate,
): ScenarioDraft {
  return {
    name,
    startsOn: content.start?.to ?? startsOn,
    choices: Object.fromEntries(content.choices.map(({ decisionId, optionId }) => [decisionId, optionId])),
    tasks: Object.fromEntries(content.tasks.map(({ taskKey, version: _, ...parts }) => [taskKey, parts])),
  };
}

export const nothing: ScenarioContent = { start: null, choices: [], tasks: [] };

/**
 * The draft as it is saved, held against the plan that the person has before them: what can't be in it is left out. Null while a day is
 * half typed.
 */
export function contentOf(
  draft: ScenarioDraft,
  input: PlanInput,
  records: readonly TaskOnRecord[],
): ScenarioContent | null {
  const versionOf = new Map(records.map(({ taskKey, version }) => [taskKey, version]));
  return isIsoDate(draft.startsOn) ? broughtUpToDate(asTyped(draft, input), input, versionOf) : null;
}

function asTyped({ startsOn, choices, tasks }: ScenarioDraft, input: PlanInput): ScenarioContent {
  const isMoved = isIsoDate(startsOn) && startsOn !== input.startsOn;
  return {
    start: isMoved ? { from: input.startsOn, to: startsOn } : null,
    choices: Object.entries(choices).map(([decisionId, optionId]) => ({ decisionId, optionId })),
    tasks: Object.entries(tasks).map(([taskKey, parts]) => ({ taskKey, version: 0, ...parts })),
  };
}

type Estimates = { readonly effort: ThreePoint; readonly duration: ThreePoint };

/** A task with its figures in today's plan and in the scenario. */
export type TaskRow = {
  readonly key: string;
  readonly name: string;
  readonly phase: PhaseId;
  /** Null where the task comes only with an option that the scenario takes. */
  readonly today: Estimates | null;
  /** What it is without what the scenario says of the task itself. */
  readonly otherwise: Estimates;
  readonly assigneeToday: string | null;
  readonly effort: ThreePoint;
  readonly duration: ThreePoint;
  readonly assigneeId: string | null;
  /** Whether the scenario says something of it. */
  readonly isChanged: boolean;
};

/** The tasks that have work to do in the scenario's plan. */
export function rowsOf(
  draft: ScenarioDraft,
  input: PlanInput,
  records: readonly TaskOnRecord[],
): readonly TaskRow[] {
  const { plan, untouched } = readScenario(asTyped(draft, input), input, new Map());
  const today = estimatesIn(makePlan(input));
  const otherwise = estimatesIn(untouched);
  const doneBy = new Map(records.map(({ taskKey, assigneeId }) => [taskKey, assigneeId]));
  return plan.tasks
    .filter(({ status }) => status === "planned" || status === "started")
    .map((task) => {
      const parts = draft.tasks[task.key];
      const own = { effort: task.effortPersonDays, duration: task.durationWorkingDays };
      const assigneeToday = doneBy.get(task.key) ?? null;
      return {
        key: task.key,
        name: task.name,
        phase: task.phase,
        today: today.get(task.key) ?? null,
        otherwise: otherwise.get(task.key) ?? own,
        assigneeToday,
        ...own,
        assigneeId: parts?.assigneeId === undefined ? assigneeToday : parts.assigneeId,
        isChanged: parts !== undefined,
      };
    });
}

function estimatesIn({ tasks }: Plan): Map<string, Estimates> {
  return new Map(
    tasks.map(({ key, effortPersonDays: effort, durationWorkingDays: duration }) => [
      key,
      { effort, duration },
    ]),
  );
}

/** The draft with another estimate of a task; typing what it is otherwise takes it back. */
export function withEstimate(
  draft: ScenarioDraft,
  { key, otherwise }: Pick<TaskRow, "key" | "otherwise">,
  of: "effort" | "duration",
  estimate: EstimateDraft,
): ScenarioDraft {
  const part = of === "effort" ? "effortPersonDays" : "durationWorkingDays";
  return withPart(draft, key, part, isTyped(estimate, otherwise[of]) ? undefined : parsed(estimate));
}

/** The draft with somebody else, or nobody, for a task. */
export function withAssignee(
  draft: ScenarioDraft,
  { key, assigneeToday }: Pick<TaskRow, "key" | "assigneeToday">,
  assigneeId: string | null,
): ScenarioDraft {
  return withPart(draft, key, "assigneeId", assigneeId === assigneeToday ? undefined : assigneeId);
}

/** The draft without what it said of a task. */
export function withoutTask(draft: ScenarioDraft, taskKey: string): ScenarioDraft {
  const { [taskKey]: _, ...tasks } = draft.tasks;
  return { ...draft, tasks };
}

function withPart<Part extends keyof TaskParts>(
  draft: ScenarioDraft,
  taskKey: string,
  part: Part,
  value: TaskParts[Part],
): ScenarioDraft {
  const { [part]: _, ...others }: TaskParts = draft.tasks[taskKey] ?? {};
  const parts = value === undefined ? others : { ...others, [part]: value };
  if (Object.keys(parts).length === 0) return withoutTask(draft, taskKey);
  return { ...draft, tasks: { ...draft.tasks, [taskKey]: parts } };
}
