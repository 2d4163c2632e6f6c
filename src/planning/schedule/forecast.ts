import { normalQuantile } from "../estimation/normal";
import { mapQuantiles, quantile, quantilesOf } from "../estimation/quantiles";
import { randomStream, uniformAt } from "../estimation/random";
import type { Plan } from "../plan";
import { PlanningError } from "../planning-error";
import { type IsoDate, startMoment } from "./calendar";
import { type Combinations, combineOpenDecisions } from "./combinations";
import { demandOf } from "./demand";
import { finishDrivers, squaredCorrelation } from "./drivers";
import { finishDate, finishHistogram } from "./finish-days";
import type { Forecast, Sampling, UsedCalibration } from "./forecast-result";
import { forecastTasks } from "./forecast-tasks";
import { loopPasses } from "./loop";
import { forecastOpenDecisions } from "./open-decision-forecast";
import { newWalk, simulateRun } from "./run";
import { emptyResults, type RunResults } from "./run-results";

/**
 * Simulates the plan many times and reports what came out, as ranges. Every run draws all tasks' effort, duration and
 * machine time, the number of passes, and the open decisions; the same plan, seed and runs give the same forecast.
 */
export function forecastPlan(plan: Plan, sampling: Sampling): Forecast {
  const { seed, runs } = checkSampling(sampling);
  const combinations = combineOpenDecisions(plan, seed, runs);
  const results = simulate(combinations, seed, runs);
  const finishSorted = results.projectFinish.toSorted();
  const base = startMoment(plan.startsOn);
  const finishAt = (share: number): IsoDate => finishDate(quantile(finishSorted, share), base);
  return {
    asOf: plan.asOf,
    seed,
    runs,
    calibration: usedCalibration(plan),
    finish: mapQuantiles(finishAt),
    durationWorkingDays: mapQuantiles((share) => quantile(finishSorted, share) - base),
    effortPersonDays: quantilesOf(results.effort.toSorted()),
    machineHours: quantilesOf(results.machineHours.toSorted()),
    costMinor: quantilesOf(results.cost.toSorted()),
    machineCostMinor: quantilesOf(results.machineCost.toSorted()),
    monthlyCostMinor: quantilesOf(results.monthlyCost.toSorted()),
    ...demandOf(results),
    histogram: finishHistogram(finishSorted, base),
    finishTable: Array.from({ length: 201 }, (_, step) => finishAt(step / 200)),
    drivers: finishDrivers(results, combinations),
    sharedFactorShare: squaredCorrelation(results.shared, results.projectFinish),
    tasks: forecastTasks(results),
    openDecisions: forecastOpenDecisions(plan.openDecisions, results, combinations, base),
  };
}

function usedCalibration({ input: { calibration } }: Plan): UsedCalibration | null {
  if (!calibration) return null;
  const { effortPairs, durationPairs } = calibration;
  return { effortPairs, durationPairs };
}

function checkSampling({ seed, runs }: Sampling): Sampling {
  if (!Number.isSafeInteger(seed)) throw new PlanningError("not-a-number", "seed", "Use a whole number.");
  if (!Number.isInteger(runs) || runs < 1 || runs > 100_000)
    throw new PlanningError("out-of-range", "runs", "Use from 1 to 100,000 runs.");
  return { seed, runs };
}

/** The factor shared by all tasks is stratified over the runs: its tails are always there, so quantiles settle sooner. */
function simulate(combinations: Combinations, seed: number, runs: number): RunResults {
  const results = emptyResults(runs);
  const loop = randomStream(seed, "loop passes");
  const walk = newWalk(results.present.length);
  for (let run = 0; run < runs; run += 1) {
    const plan = combinations.planOf(run);
    const shared = normalQuantile((run + 0.5) / runs);
    const passes =
      plan.loopTo > plan.loopFrom ? loopPasses(plan.loopBudget, plan.loopPass, uniformAt(loop, run)) : 0;
    results.shared[run] = shared;
    results.passes[run] = passes;
    simulateRun(plan, walk, run, shared, passes, results);
  }
  return results;
}
