import { samplingMethods } from "../estimation/latin-hypercube";
import { mapQuantiles, quantile, quantilesOf } from "../estimation/quantiles";
import { sortedCopy } from "../estimation/sorted";
import type { Plan } from "../plan";
import { PlanningError } from "../planning-error";
import { type IsoDate, startMoment } from "./calendar";
import { demandOf } from "./demand";
import { finishDrivers } from "./drivers";
import { type EffortPart, effortParts } from "./effort-parts";
import { finishDate, finishHistogram } from "./finish-days";
import type { Forecast, Sampling, UsedCalibration } from "./forecast-result";
import { forecastTasks } from "./forecast-tasks";
import { forecastOpenDecisions } from "./open-decision-forecast";
import { type PlanSimulation, type PlanSimulator, planSimulator } from "./simulate-plan";
import { spreadOf } from "./spread";
import { type DemandInWeek, weeklyDemand } from "./weekly-demand";

const runsAtMost = 1_000_000;

/**
 * Simulates the plan many times and reports what came out, as ranges. Every run draws all tasks' effort, duration and
 * machine time, the number of passes, the shared factors and the open decisions; the same plan, seed, runs and method give
 * the same forecast.
 */
export function forecastPlan(plan: Plan, sampling: Sampling): Forecast {
  return forecastOf(plan, sampling, simulated(planSimulator(plan, sampling.seed), sampling));
}

/** The same forecast, and from the same runs what it asks of people week by week and where its effort goes. */
export function forecastWithDemand(
  plan: Plan,
  sampling: Sampling,
): {
  readonly forecast: Forecast;
  readonly demandByWeek: readonly DemandInWeek[];
  readonly effort: readonly EffortPart[];
} {
  const simulation = simulated(planSimulator(plan, sampling.seed), sampling);
  return {
    forecast: forecastOf(plan, sampling, simulation),
    demandByWeek: weeklyDemand(plan, simulation),
    effort: effortParts(plan, simulation),
  };
}

/** Finish and effort alone, for one number of runs after another: the very figures of the forecast with as many. */
export function totalsForecaster(plan: Plan, seed: number): (runs: number) => ForecastTotals {
  const simulator = planSimulator(plan, seed);
  return (runs) => {
    const { method } = checkSampling({ seed, runs });
    const { perRun } = simulator(runs, method, { asksWhy: false }).results;
    return totalsOf(plan, sortedCopy(perRun.finish), sortedCopy(perRun.effortPersonDays));
  };
}

function simulated(simulator: PlanSimulator, sampling: Sampling): PlanSimulation {
  const { runs, method } = checkSampling(sampling);
  return simulator(runs, method);
}

export type ForecastTotals = Pick<Forecast, "finish" | "effortPersonDays">;

function totalsOf(
  { startsOn, calendar }: Plan,
  finishSorted: Float64Array,
  effortSorted: Float64Array,
): ForecastTotals {
  const base = startMoment(startsOn, calendar);
  return {
    finish: mapQuantiles((share) => finishDate(quantile(finishSorted, share), base, calendar)),
    effortPersonDays: quantilesOf(effortSorted),
  };
}

function forecastOf(plan: Plan, { seed, runs }: Sampling, simulation: PlanSimulation): Forecast {
  const { perRun } = simulation.results;
  const { calendar } = plan;
  const finishSorted = sortedCopy(perRun.finish);
  const effortSorted = sortedCopy(perRun.effortPersonDays);
  const machineHoursSorted = sortedCopy(perRun.machineHours);
  const costSorted = sortedCopy(perRun.costMinor);
  const base = startMoment(plan.startsOn, calendar);
  const finishAt = (share: number): IsoDate => finishDate(quantile(finishSorted, share), base, calendar);
  return {
    asOf: plan.asOf,
    seed,
    runs,
    calibration: usedCalibration(plan),
    ...totalsOf(plan, finishSorted, effortSorted),
    durationWorkingDays: mapQuantiles((share) => quantile(finishSorted, share) - base),
    machineHours: quantilesOf(machineHoursSorted),
    costMinor: quantilesOf(costSorted),
    machineCostMinor: quantilesOf(sortedCopy(perRun.machineCostMinor)),
    monthlyCostMinor: quantilesOf(sortedCopy(perRun.monthlyCostMinor)),
    ...demandOf(simulation),
    histogram: finishHistogram(finishSorted, base, calendar),
    finishTable: Array.from({ length: 201 }, (_, step) => finishAt(step / 200)),
    spread: {
      effortPersonDays: spreadOf(effortSorted),
      machineHours: spreadOf(machineHoursSorted),
      costMinor: spreadOf(costSorted),
    },
    drivers: finishDrivers(simulation, base),
    tasks: forecastTasks(plan, simulation, base),
    openDecisions: forecastOpenDecisions(plan, simulation, base),
  };
}

function usedCalibration({ input: { calibration } }: Plan): UsedCalibration | null {
  if (!calibration) return null;
  const { effortPairs, durationPairs } = calibration;
  return { effortPairs, durationPairs };
}

function checkSampling({ seed, runs, method = "stratified" }: Sampling): Required<Sampling> {
  if (!Number.isSafeInteger(seed)) throw new PlanningError("not-a-number", "seed", "Use a whole number.");
  if (!Number.isInteger(runs) || runs < 1 || runs > runsAtMost)
    throw new PlanningError("out-of-range", "runs", "Use from 1 to 1,000,000 runs.");
  if (!samplingMethods.includes(method))
    throw new PlanningError("unknown-id", "method", `There is no sampling method "${method}".`);
  return { seed, runs, method };
}
