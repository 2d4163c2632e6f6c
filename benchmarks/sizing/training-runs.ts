import { acceleratorById, isAcceleratorId, trainingCompute, trainingTime, utilizationFit } from "@/planning";
import type { TrainingRun } from "./reference-data";

/** Predicted over reported. */
export interface Ratio {
  readonly model: string;
  readonly ratio: number;
}

export interface HoursRatio extends Ratio {
  /** Whether the report lies in the predicted 80 % interval. */
  readonly isCovered: boolean;
  /** The interval's upper end over its lower. */
  readonly width: number;
}

export function computeRatio(run: TrainingRun): Ratio {
  const { flop } = trainingCompute({ parameters: run.parameters, tokens: run.tokens_seen });
  return { model: run.model, ratio: flop / run.training_flop };
}

/** `knowsAge`: tells the sizing how old the chip was; otherwise it takes the default, as a plan does. */
export function hoursRatio(run: TrainingRun, { knowsAge }: { readonly knowsAge: boolean }): HoursRatio {
  if (!isAcceleratorId(run.accelerator)) throw new Error(`${run.model}: no accelerator ${run.accelerator}`);
  const { p10, p50, p90 } = trainingTime({
    parameters: run.parameters,
    tokens: run.tokens_seen,
    accelerator: run.accelerator,
    ...(knowsAge ? { chipAgeYears: chipAgeYears(run) } : {}),
  }).acceleratorHours;
  const reported = run.accelerator_hours;
  return {
    model: run.model,
    ratio: p50 / reported,
    isCovered: p10 <= reported && reported <= p90,
    width: p90 / p10,
  };
}

/** The fit behind the default, done again: ln(utilisation) on the chip's age, by least squares. */
export function fitUtilization(runs: readonly TrainingRun[]): {
  readonly intercept: number;
  readonly perYear: number;
  readonly logDeviation: number;
} {
  const ages = runs.map((run) => Math.min(chipAgeYears(run), utilizationFit.matureAfterYears));
  const logs = runs.map((run) => Math.log(reachedUtilization(run)));
  const [meanAge, meanLog] = [mean(ages), mean(logs)];
  const crossed = sum(ages.map((age, place) => (age - meanAge) * ((logs[place] ?? 0) - meanLog)));
  const perYear = crossed / sum(ages.map((age) => (age - meanAge) ** 2));
  const intercept = meanLog - perYear * meanAge;
  const squares = sum(ages.map((age, place) => ((logs[place] ?? 0) - intercept - perYear * age) ** 2));
  return { intercept, perYear, logDeviation: Math.sqrt(squares / (runs.length - 2)) };
}

function chipAgeYears(run: TrainingRun): number {
  const { introduced } = acceleratorById(run.accelerator);
  const days = (Date.parse(run.published) - Date.parse(`${introduced}-01`)) / 86_400_000;
  return Math.max(0, days / 365.25);
}

function reachedUtilization(run: TrainingRun): number {
  const peak = acceleratorById(run.accelerator).peakFlopPerSecond["16-bit"];
  return (6 * run.parameters * run.tokens_seen) / (run.accelerator_hours * 3600 * peak);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
