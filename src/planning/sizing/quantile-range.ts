/** An 80 % interval with its median: one outcome in ten lies below p10, one in ten above p90. */
export interface QuantileRange {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** The standard normal distribution's 90 % quantile. */
const normal90 = 1.2815515655446004;

/**
 * 80 % interval of a lognormal quantity from its median and the standard deviation of its natural logarithm.
 * `lognormalRange(100, 0.4)` → p10 59.9, p50 100, p90 167
 */
export function lognormalRange(median: number, logDeviation: number): QuantileRange {
  const factor = Math.exp(normal90 * logDeviation);
  return { p10: median / factor, p50: median, p90: median * factor };
}

/** Every quantile through the same rising function, for example times a constant. */
export function mapRange(range: QuantileRange, change: (value: number) => number): QuantileRange {
  return { p10: change(range.p10), p50: change(range.p50), p90: change(range.p90) };
}
