import type { SamplingMethod } from "../estimation/latin-hypercube";
import type { Plan, SilentPlan } from "../plan";
import type { PlannedTask } from "../planned-task";
import { type Combinations, openDecisionsCombiner } from "./combinations";
import { type CompiledNetwork, type NetworkCompiler, networkCompiler } from "./compile-network";
import { effortId, networkMaker } from "./plan-network";
import type { Results, TaskResults } from "./results";
import { type SimulatedNetwork, type SimulationSampling, simulate } from "./simulate";

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

export type PlanSimulator = (
  runs: number,
  method: SamplingMethod,
  options?: { readonly asksWhy: boolean },
) => PlanSimulation;

/** Simulates a plan in so many runs, then in as many others: what hangs on no number of runs is made once. */
export function planSimulator(plan: Plan, seed: number): PlanSimulator {
  const combine = openDecisionsCombiner(plan, seed);
  const compiler = networkCompiler(seed);
  const networkOf = networkMaker(plan.standards);
  const made = new Map<SilentPlan, CompiledNetwork>();
  const compiledOf = (silent: SilentPlan): CompiledNetwork => {
    const known = made.get(silent) ?? compiler.compile(networkOf(silent));
    made.set(silent, known);
    return known;
  };
  return (runs, method, { asksWhy } = { asksWhy: true }) => {
    const combinations = combine(runs, method);
    const networks = combinations.plans.map(({ plan, runs }) => ({ compiled: compiledOf(plan), runs }));
    return simulationOf(combinations, networks, compiler, { seed, runs, method, asksWhy });
  };
}

function simulationOf(
  combinations: Combinations,
  networks: readonly SimulatedNetwork[],
  compiler: NetworkCompiler,
  sampling: SimulationSampling,
): PlanSimulation {
  const taskIds = compiler.taskIds();
  const effortIds = compiler.effortIds();
  const places = { tasks: taskIds.length, effort: effortIds.length };
  const results = simulate(networks, places, sampling);
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
        const effortPersonDays = (results.effortPersonDays[place] ?? 0) / sampling.runs;
        return [
          {
            task,
            effortPersonDays,
            remainingPersonDays: (results.remainingByEffort[place] ?? 0) / sampling.runs,
          },
        ];
      })
      .sort((left, right) => listed(left.task, right.task)),
  };
}
