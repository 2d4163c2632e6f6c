import { sharedFactorIds, sharedFactorNames } from "../estimation/shared-factors";
import type { ForecastDriver } from "./forecast-result";
import type { TaskResults } from "./results";
import type { PlanSimulation } from "./simulate-plan";
import { correlation, correlationOfSums, correlationRatio, explainedShare } from "./variance-shares";

/** Smaller shares are within the noise of a few thousand runs. */
const leastShare = 0.005;

/**
 * Parts of the variance of the finish, first order: for decisions and loop passes the correlation ratio (variance of
 * the group means over the whole variance: Sobol's first-order index by grouping), for shared factors and for tasks the
 * squared correlation with the factor or the task's own luck. Each is reduced by what pure chance would show. The inputs
 * are independent, so the shares add up to at most about 1; what lacks are interactions.
 */
export function finishDrivers(
  { combinations, results, tasks }: PlanSimulation,
  base: number,
): ForecastDriver[] {
  const { finish, passes, factors } = results.perRun;
  const luckWithFinish = sensitivityTo(finish, base);
  const drivers: ForecastDriver[] = [
    ...combinations.decisions.map((decision, place) => ({
      kind: "decision" as const,
      id: decision.id,
      name: decision.question,
      share: correlationRatio(finish, (run) => combinations.drawn[place]?.[run] ?? 0),
    })),
    {
      kind: "loop",
      id: "loop-passes",
      name: "Adapt-and-evaluate passes",
      share: correlationRatio(finish, (run) => passes[run] ?? 0),
    },
    ...sharedFactorIds.map((id, place) => ({
      kind: "factor" as const,
      id,
      name: sharedFactorNames[id],
      share: explainedShare(correlation(factors[place] ?? finish, finish), results.runs),
    })),
    ...tasks
      .filter((task) => task.results.critical > 0)
      .map(({ task, results: kept }) => ({
        kind: "task" as const,
        id: task.key,
        name: task.name,
        share: explainedShare(luckWithFinish(kept), results.runs),
      })),
  ];
  return drivers
    .filter((driver) => driver.share >= leastShare)
    .sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1));
}

/** The correlation of a task's own luck with the finish, over all runs; in runs without it, its luck is nobody's. */
export function sensitivityTo(finish: Float64Array, base: number): (task: TaskResults) => number {
  let output = 0;
  let outputSquared = 0;
  for (const moment of finish) {
    output += moment - base;
    outputSquared += (moment - base) ** 2;
  }
  return ({ own, ownSquared, ownTimesFinish }) =>
    correlationOfSums({
      count: finish.length,
      input: own,
      inputSquared: ownSquared,
      output,
      outputSquared,
      product: ownTimesFinish,
    });
}
