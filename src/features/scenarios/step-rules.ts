import {
  type IsoDate,
  lifecycleWith,
  type ScenarioContent,
  type ScenarioReading,
  type TaskOverride,
  type ThreePoint,
} from "@/planning";
import type { Fault } from "./fault-rules";

/** What telling a scenario needs to know of its project beside the plan. */
export type Known = {
  readonly decisions: readonly {
    readonly id: string;
    readonly number: number;
    readonly question: string;
    readonly options: readonly { readonly id: string; readonly title: string }[];
  }[];
  /** Who does the tasks today, and what people are called. */
  readonly assigneeOf: ReadonlyMap<string, string>;
  readonly nameOf: ReadonlyMap<string, string>;
};

export type TaskChange =
  | {
      readonly of: "effort" | "duration";
      readonly before: ThreePoint;
      readonly after: ThreePoint;
    }
  | { readonly of: "assignee"; readonly before: string | null; readonly after: string | null };

/** One thing that applying a scenario does to the plan. */
export type Step =
  | {
      readonly kind: "decision";
      readonly decisionId: string;
      readonly number: number;
      readonly question: string;
      readonly option: string;
    }
  | {
      readonly kind: "task";
      readonly taskKey: string;
      readonly name: string;
      readonly changes: readonly TaskChange[];
    }
  | { readonly kind: "start"; readonly before: IsoDate; readonly after: IsoDate };

/** What a scenario would do to the plan as it is now, in the order in which it is done. */
export function stepsOf(content: ScenarioContent, reading: ScenarioReading, known: Known): Step[] {
  const decisions = reading.whatIf.choices.flatMap(({ decisionId, optionId }): Step[] => {
    const decision = known.decisions.find(({ id }) => id === decisionId);
    if (decision === undefined) return [];
    const { number, question, options } = decision;
    const option = options.find(({ id }) => id === optionId)?.title ?? "";
    return [{ kind: "decision", decisionId, number, question, option }];
  });
  const tasks = reading.tasks.flatMap((override): Step[] => {
    const changes = changesOf(override, reading, known);
    const name = reading.plan.tasks.find(({ key }) => key === override.taskKey)?.name ?? override.taskKey;
    return changes.length === 0 ? [] : [{ kind: "task", taskKey: override.taskKey, name, changes }];
  });
  const { start } = content;
  const before = reading.startsOnNow;
  const moves = start !== null && start.to !== before;
  return [...decisions, ...tasks, ...(moves ? [{ kind: "start" as const, before, after: start.to }] : [])];
}

function changesOf(override: TaskOverride, reading: ScenarioReading, known: Known): TaskChange[] {
  const { taskKey, effortPersonDays, durationWorkingDays, assigneeId } = override;
  const before = reading.untouched.tasks.find(({ key }) => key === taskKey);
  const after = reading.plan.tasks.find(({ key }) => key === taskKey);
  if (before === undefined || after === undefined) return [];
  const changes: TaskChange[] = [];
  if (effortPersonDays !== undefined && !isSame(before.effortPersonDays, after.effortPersonDays))
    changes.push({ of: "effort", before: before.effortPersonDays, after: after.effortPersonDays });
  if (durationWorkingDays !== undefined && !isSame(before.durationWorkingDays, after.durationWorkingDays))
    changes.push({ of: "duration", before: before.durationWorkingDays, after: after.durationWorkingDays });
  const does = known.assigneeOf.get(taskKey) ?? null;
  if (assigneeId !== undefined && assigneeId !== does) {
    const called = (id: string | null) =>
      id === null ? null : (known.nameOf.get(id) ?? "somebody who left the workspace");
    changes.push({ of: "assignee", before: called(does), after: called(assigneeId) });
  }
  return changes;
}

function isSame(a: ThreePoint, b: ThreePoint): boolean {
  return a.optimistic === b.optimistic && a.mostLikely === b.mostLikely && a.pessimistic === b.pessimistic;
}

/** The faults with what people call the things they are about. */
export function faultsOf({ faults, input }: ScenarioReading, { decisions }: Known): Fault[] {
  const lifecycle = lifecycleWith(input.standards.lifecycle);
  return faults.map((fault) => {
    const { kind } = fault;
    if ("taskKey" in fault) {
      const task = lifecycle.tasks.find(({ key }) => key === fault.taskKey);
      return { kind, what: task?.name ?? fault.taskKey };
    }
    if (!("decisionId" in fault)) return { kind, what: "The project's start" };
    const decision = decisions.find(({ id }) => id === fault.decisionId);
    return { kind, what: decision ? `D-${decision.number} ${decision.question}` : "A decision" };
  });
}
