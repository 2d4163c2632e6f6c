import { normalCdf } from "./normal";
import type { ThreePoint } from "./three-point";

/**
 * The PERT-beta distribution of a three-point estimate (λ = 4; Vose, Risk Analysis, 2008):
 * Beta(1 + 4c, 5 − 4c) on [optimistic, pessimistic] with c the place of the most likely value between them.
 * Valid for one mode inside the bounds; it never goes beyond the pessimistic value.
 *
 * It is read by normal score instead of probability, because draws are correlated as normals (see schedule/draws):
 * score 0 is the median, 1.645 the 95 % quantile.
 */
export interface PertSampler {
  readonly optimistic: number;
  readonly pessimistic: number;
  readonly shape: Float64Array;
}

export function pertSampler({ optimistic, mostLikely, pessimistic }: ThreePoint): PertSampler {
  const range = pessimistic - optimistic;
  return { optimistic, pessimistic, shape: shapeAt(range === 0 ? 0.5 : (mostLikely - optimistic) / range) };
}

const scoreLimit = 5;
const steps = 256;
const stepsPerScore = steps / (2 * scoreLimit);

/** The value at a normal score. */
export function pertValue(sampler: PertSampler, score: number): number {
  const place = Math.min(Math.max((score + scoreLimit) * stepsPerScore, 0), steps - 1e-9);
  const step = Math.floor(place);
  const low = sampler.shape[step] ?? 0;
  const high = sampler.shape[step + 1] ?? 1;
  return (
    sampler.optimistic + (sampler.pessimistic - sampler.optimistic) * (low + (high - low) * (place - step))
  );
}

/** The probability of at most this value. */
export function pertProbability(sampler: PertSampler, value: number): number {
  if (value >= sampler.pessimistic) return 1;
  if (value <= sampler.optimistic) return 0;
  let low = -scoreLimit;
  let high = scoreLimit;
  for (let halving = 0; halving < 40; halving += 1) {
    const middle = (low + high) / 2;
    if (pertValue(sampler, middle) < value) low = middle;
    else high = middle;
  }
  return normalCdf((low + high) / 2);
}

/** Shapes depend on the mode's place only; a thousandth of the range is finer than any estimate. */
const shapesByThousandth = new Map<number, Float64Array>();

function shapeAt(modePlace: number): Float64Array {
  const thousandth = Math.round(modePlace * 1000);
  const known = shapesByThousandth.get(thousandth);
  if (known) return known;
  const shape = tabulate(thousandth / 1000);
  shapesByThousandth.set(thousandth, shape);
  return shape;
}

/** Integrates the density by Simpson's rule and inverts it at each score. */
function tabulate(modePlace: number): Float64Array {
  const alpha = 1 + 4 * modePlace;
  const beta = 6 - alpha;
  const density = (x: number) => x ** (alpha - 1) * (1 - x) ** (beta - 1);
  const cells = 512;
  const cumulative = new Float64Array(cells + 1);
  for (let cell = 0; cell < cells; cell += 1) {
    const from = cell / cells;
    const to = (cell + 1) / cells;
    const area = (density(from) + 4 * density((from + to) / 2) + density(to)) / (6 * cells);
    cumulative[cell + 1] = (cumulative[cell] ?? 0) + area;
  }
  const total = cumulative[cells] ?? 1;
  const shape = new Float64Array(steps + 1);
  let cell = 0;
  for (let step = 0; step <= steps; step += 1) {
    const target = normalCdf(step / stepsPerScore - scoreLimit) * total;
    while (cell < cells - 1 && (cumulative[cell + 1] ?? total) < target) cell += 1;
    const low = cumulative[cell] ?? 0;
    const high = cumulative[cell + 1] ?? total;
    shape[step] = Math.min(1, (cell + (high > low ? (target - low) / (high - low) : 0)) / cells);
  }
  return shape;
}
