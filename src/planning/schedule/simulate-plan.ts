import type { SamplingMethod } from "../estimation/latin-hypercube";
import type { Plan } from "../plan";
import type { PlannedTask } from "../planned-task";
import { type Combinations, combineOpenDecisions } from "./combinations";
import { networkCompiler } from "./compile-network";
import { effortId, networkMaker } from "./plan-network";
import type { Results, TaskResults } from "./results";
import { simulate } from "./simulate";

/** What the runs of a plan left behind, with what their places mean. */
export interface PlanSimulation {
  readonly combinations: Combinations;
  readonly results: Results;
  /** Every task that was in any run, in the order of plans. */
  readonly tasks: readonly { readonly task: PlannedTask; readonly results: TaskResults }[];
  /** Means over all runs, per task and level of expertise. */
  readonly efforts: readonly {
    readonly task: PlannedTask;
    readonly effortPersonDays: number;
    readonly remainingPersonDays: number;
  }[];
}

export function simulatePlan(plan: Plan, seed: number, runs: number, method: SamplingMethod): PlanSimulation {
  const combinations = combineOpenDecisions(plan, seed, runs, method);
  const compiler = networkCompiler(seed);
  const networkOf = networkMaker(plan.standards);
  const networks = combinations.plans.map(({ plan, runs }) => ({
    compiled: compiler.compile(networkOf(plan)),
    runs,
  }));
  const taskIds = compiler.taskIds();
  const effortIds = compiler.effortIds();
  const places = { tasks: taskIds.length, effort: effortIds.length };
  const results = simulate(networks, places, { seed, runs, method });
  // Most tasks are the same in all plans: each is listed once, after those of earlier plans.
  const everyTask = [...new Set(combinations.plans.toReversed().flatMap(({ plan }) => plan.tasks))].reverse();
  const byKey = new Map(everyTask.map((task) => [task.key, task]));
  const byEffortId = new Map(everyTask.map((task) => [effortId(task), task]));
  const listed = (left: PlannedTask, right: PlannedTask) =>
    left.order - right.order || left.level - right.level;
  return {
    combinations,
    results,
    tasks: results.tasks
      .flatMap((kept, place) => {
        const task = byKey.get(taskIds[place] ?? "");
        return task ? [{ task, results: kept }] : [];
      })
      .sort((left, right) => listed(left.task, right.task)),
    efforts: effortIds
      .flatMap((id, place) => {
        const task = byEffortId.get(id);
        if (!task) return [];
        const effortPersonDays = (results.effortPersonDays[place] ?? 0) / runs;
        return [
          { task, effortPersonDays, remainingPersonDays: (results.remainingByEffort[place] ?? 0) / runs },
        ];
      })
      .sort((left, right) => listed(left.task, right.task)),
  };
}
