import { normalCdf } from "./normal";
import { scoreOfStep, tableSteps } from "./score-steps";

/**
 * The PERT-beta distribution of a three-point estimate (λ = 4; Malcolm et al. 1959; Vose, Risk Analysis, 2008):
 * Beta(1 + 4c, 5 − 4c) on [0, 1], c the place of the most likely value between the ends. Its mean is (1 + 4c) / 6.
 *
 * Writes its quantiles at the steps of normal scores, stretched to begin at `from`. They are computed for modes a 64th apart and interpolated between
 * them, which keeps the mean exact because it is linear in c; the quantiles are off by less than 2 · 10⁻⁴ of the range.
 */
export function writePertBeta(modePlace: number, from: number, range: number, into: Float64Array): void {
  const place = modePlace * modes;
  const mode = Math.min(Math.floor(place), modes - 1);
  const lower = quantilesOfMode(mode);
  const upper = quantilesOfMode(mode + 1);
  const weight = place - mode;
  for (let step = 0; step <= tableSteps; step += 1) {
    const low = lower[step] ?? 0;
    into[step] = from + range * (low + ((upper[step] ?? 1) - low) * weight);
  }
}

const modes = 64;
const known: (Float64Array | undefined)[] = new Array(modes + 1);

function quantilesOfMode(mode: number): Float64Array {
  const before = known[mode];
  if (before) return before;
  const quantiles = tabulate(mode / modes);
  known[mode] = quantiles;
  return quantiles;
}

/** Integrates the density by Simpson's rule and inverts it at each score. */
function tabulate(modePlace: number): Float64Array {
  const alpha = 1 + 4 * modePlace;
  const beta = 6 - alpha;
  const density = (x: number) => x ** (alpha - 1) * (1 - x) ** (beta - 1);
  const cells = 1024;
  const cumulative = new Float64Array(cells + 1);
  for (let cell = 0; cell < cells; cell += 1) {
    const from = cell / cells;
    const to = (cell + 1) / cells;
    const area = (density(from) + 4 * density((from + to) / 2) + density(to)) / (6 * cells);
    cumulative[cell + 1] = (cumulative[cell] ?? 0) + area;
  }
  const total = cumulative[cells] ?? 1;
  const quantiles = new Float64Array(tableSteps + 1);
  let cell = 0;
  for (let step = 0; step <= tableSteps; step += 1) {
    const target = normalCdf(scoreOfStep(step)) * total;
    while (cell < cells - 1 && (cumulative[cell + 1] ?? total) < target) cell += 1;
    const low = cumulative[cell] ?? 0;
    const high = cumulative[cell + 1] ?? total;
    const within = high > low ? Math.min(1, Math.max(0, (target - low) / (high - low))) : 0;
    quantiles[step] = (cell + within) / cells;
  }
  return quantiles;
}
