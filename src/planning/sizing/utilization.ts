import { checkQuantity } from "./check-quantity";
import { lognormalRange, mapRange, type QuantileRange } from "./quantile-range";

/**
 * Model FLOP utilisation: 6ND over (accelerator-hours · 3600 · dense 16-bit peak), everything that a run loses
 * included: communication, recomputation, restarts, waiting.
 *
 * ln(utilisation) = −1.88 + 0.224 · min(age, 4) + normal(0, 0.419): least squares over 12 published runs on 6 kinds of
 * chip, age the years from the chip's introduction to the publication. The runs are one half of those at hand, split by
 * family of models; `npm run validate:sizing` repeats the fit on that half and measures on the other.
 */
export const utilizationFit = {
  intercept: -1.88,
  perYear: 0.224,
  matureAfterYears: 4,
  logDeviation: 0.419,
} as const;

/** No published run of a whole pre-training got more; only single steps and kernels do. */
const highestUtilization = 0.75;

/**
 * Utilisation to expect: 0.153 at the median when a chip is new, 0.374 from its fourth year on. Without an age the
 * stack is taken as mature: software keeps what it learned, so today's first runs start where older chips ended.
 * `utilizationRange()` → p10 0.218, p50 0.374, p90 0.640
 */
export function utilizationRange(chipAgeYears: number = utilizationFit.matureAfterYears): QuantileRange {
  checkQuantity(chipAgeYears, { max: 100 }, "chipAgeYears");
  const { intercept, perYear, matureAfterYears, logDeviation } = utilizationFit;
  const median = Math.exp(intercept + perYear * Math.min(chipAgeYears, matureAfterYears));
  return mapRange(lognormalRange(median, logDeviation), (share) => Math.min(share, highestUtilization));
}
