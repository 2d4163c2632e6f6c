import { checkRange } from "../decisions/check-effect";
import { type DisciplineId, disciplineIds } from "../expertise/disciplines";
import type { TechniqueId } from "../lifecycle/technique-ids";
import { isTechniqueId } from "../lifecycle/techniques";
import { PlanningError } from "../planning-error";
import { type MixedModel, type Observation, solveMixedModel } from "./mixed-model";
import { checkThreePoint, scaleThreePoint, type ThreePoint, threePoint, threePointMean } from "./three-point";

/** Whose work it is: what a correction may depend on. */
export interface CalibrationCell {
  readonly technique: TechniqueId;
  readonly discipline: DisciplineId;
  readonly team: string;
}

/** What was estimated before the work, and what it took, in the same unit. */
export interface CalibrationPair extends CalibrationCell {
  readonly estimate: ThreePoint;
  readonly actual: number;
}

/** What finished work says about estimates of one kind. Neutral: factor 1, spread 1, learned 0. */
export interface Correction {
  /** Actual over estimate, at the median. */
  readonly factor: number;
  /** Standard deviation of the factor's natural logarithm: how sure it is. */
  readonly deviation: number;
  /** How far actuals scatter around corrected estimates, as a multiple of what the estimates' ranges say, as far as known. */
  readonly spread: number;
  /** 0: nothing is known about the factor beyond the prior; 1: everything. */
  readonly learned: number;
  /** How many pairs were of this technique. */
  readonly pairs: number;
}

/**
 * Standard deviations of the logarithm of actual over estimate, before any evidence: Phasewise defaults. Together
 * they are 0.27, a factor of 1.3 either way; surveys of software projects report mean overruns of 30 to 40 %
 * (Moløkken and Jørgensen, A Review of Surveys on Software Effort Estimation, ISESE 2003).
 */
const priorDeviations = { workspace: 0.2, technique: 0.12, discipline: 0.08, team: 0.12 } as const;

/**
 * Before any evidence actuals are taken to scatter √2 times as far as ranges say, because people's ranges are too narrow
 * (Jørgensen, Teigen and Moløkken, Better Sure than Safe?, Journal of Systems and Software 70, 2004). This weighs as much
 * as two pairs: a Phasewise default.
 */
const priorSpread = Math.SQRT2;
const priorSpreadPairs = 2;

/** A typing error must not move everything: a larger ratio counts as this one. */
const largestRatio = 10;

/** Nobody knows better than this; keeps an estimate without a range from outweighing all others. */
const leastLogDeviation = 0.1;

/**
 * Learns from pairs how estimates have to be corrected. With y = ln(actual / estimate's median):
 *
 *   y = workspace + technique + discipline + team + noise,  noise ~ N(0, (spread · s)²)
 *
 * where s is what the estimate's own range says (see `logMoments`) and each effect is normal around 0, so that it is
 * shrunken in proportion to its evidence (see `solveMixedModel`). The spread comes from the residuals r, solved by
 * repetition: spread² = (2 · 2 + Σ r²/s²) / (2 + pairs − freedom).
 *
 * Valid for ratios that are roughly log-normal; the order of pairs changes nothing. Throws a PlanningError for a pair
 * that can't be compared.
 */
export function fitCalibration(pairs: readonly CalibrationPair[]): (cell: CalibrationCell) => Correction {
  pairs.forEach((pair, place) => {
    checkPair(pair, `pairs.${place}`);
  });
  const observed = pairs.map((pair) => {
    const { median, deviation } = logMoments(pair.estimate);
    const limit = Math.log(largestRatio);
    const value = Math.min(Math.max(Math.log(pair.actual) - median, -limit), limit);
    return { value, deviation: Math.max(deviation, leastLogDeviation), groups: groupsOf(pair) };
  });
  const { model, spread } = fitSpread(observed);
  const shareOfEvidence = pairs.length / (pairs.length + priorSpreadPairs);
  return (cell) => {
    const groups = groupsOf(cell);
    const variance = model.variance(groups);
    return {
      factor: Math.exp(model.mean(groups)),
      deviation: Math.sqrt(variance),
      spread: Math.sqrt(1 + shareOfEvidence * (spread ** 2 - 1)),
      learned: Math.max(0, 1 - variance / priorVariance),
      pairs: pairs.filter((pair) => pair.technique === cell.technique).length,
    };
  };
}

/**
 * The estimate as finished work corrects it: its median times the factor, its logarithmic deviation s times k. At first
 * the estimate's own range holds (k = 1); as more is known, the learned one takes its place:
 * k² = spread² + learned · deviation² / s², within 0.5 and 5. A point without a range stays one.
 */
export function calibrate(estimate: ThreePoint, correction: Correction): ThreePoint {
  if (estimate.optimistic === estimate.pessimistic) return scaleThreePoint(estimate, correction.factor);
  const { median, deviation } = logMoments(estimate);
  const { factor, spread, learned } = correction;
  const uncertainty = correction.deviation / Math.max(deviation, leastLogDeviation);
  const k = Math.sqrt(spread ** 2 + learned * uncertainty ** 2);
  const ranged = withDeviation(estimate, deviation * Math.min(Math.max(k, 0.5), 5));
  return scaleThreePoint(ranged, factor * Math.exp(median - logMoments(ranged).median));
}

/** Raises the points' distances from the median, as ratios, to the power that gives the deviation: a few steps do. */
function withDeviation(estimate: ThreePoint, deviation: number): ThreePoint {
  const middle = Math.exp(logMoments(estimate).median);
  let power = 1;
  let ranged = estimate;
  for (let step = 0; step < 6; step += 1) {
    const missing = deviation / logMoments(ranged).deviation;
    if (Math.abs(missing - 1) < 1e-6) break;
    power = Math.min(power * missing, 10);
    const raised = (point: number) => (point / middle) ** power;
    ranged = threePoint(
      raised(estimate.optimistic),
      raised(estimate.mostLikely),
      raised(estimate.pessimistic),
    );
  }
  return ranged;
}

/** Mean and standard deviation of the logarithm of a log-normal with the mean and variance of the PERT-beta. */
function logMoments(estimate: ThreePoint): { median: number; deviation: number } {
  const mean = threePointMean(estimate);
  const variance = ((mean - estimate.optimistic) * (estimate.pessimistic - mean)) / 7;
  const logVariance = Math.log1p(variance / mean ** 2);
  return { median: Math.log(mean) - logVariance / 2, deviation: Math.sqrt(logVariance) };
}

type Observed = { readonly value: number; readonly deviation: number; readonly groups: readonly string[] };

function fitSpread(observed: readonly Observed[]): { model: MixedModel; spread: number } {
  let spread: number = priorSpread;
  for (let round = 0; ; round += 1) {
    const observations = observed.map(
      ({ value, deviation, groups }): Observation => ({ value, variance: (spread * deviation) ** 2, groups }),
    );
    const model = solveMixedModel(observations, priorVarianceOf);
    const squares = observed.reduce(
      (sum, { value, deviation, groups }) => sum + ((value - model.mean(groups)) / deviation) ** 2,
      0,
    );
    const next = Math.sqrt(
      (priorSpreadPairs * priorSpread ** 2 + squares) / (priorSpreadPairs + observed.length - model.freedom),
    );
    if (round === 20 || Math.abs(next / spread - 1) < 1e-2) return { model, spread: next };
    spread = next;
  }
}

function groupsOf({ technique, discipline, team }: CalibrationCell): string[] {
  return ["workspace", `technique ${technique}`, `discipline ${discipline}`, `team ${team}`];
}

const variances: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(priorDeviations).map(([kind, deviation]) => [kind, deviation ** 2]),
);

const priorVariance = Object.values(variances).reduce((sum, variance) => sum + variance, 0);

function priorVarianceOf(group: string): number {
  return variances[group.split(" ", 1)[0] ?? ""] ?? 0;
}

function checkPair(pair: CalibrationPair, field: string): void {
  if (!isTechniqueId(pair.technique))
    throw new PlanningError("unknown-id", `${field}.technique`, `There is no technique "${pair.technique}".`);
  if (!disciplineIds.includes(pair.discipline))
    throw new PlanningError(
      "unknown-id",
      `${field}.discipline`,
      `There is no discipline "${pair.discipline}".`,
    );
  checkThreePoint(pair.estimate, `${field}.estimate`);
  if (pair.estimate.pessimistic === 0)
    throw new PlanningError("out-of-range", `${field}.estimate`, "Nothing was estimated: there is no ratio.");
  checkRange(pair.actual, 0, 1e6, `${field}.actual`);
  if (pair.actual === 0)
    throw new PlanningError("out-of-range", `${field}.actual`, "Nothing was spent: there is no ratio.");
}
