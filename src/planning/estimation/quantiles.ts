import type { Quantiles } from "../schedule/forecast-result";

/** Nearest rank: the smallest value with at least this share of the sorted values at or below it. */
export function quantile(sorted: Float64Array, share: number): number {
  const rank = Math.min(Math.max(Math.ceil(share * sorted.length - 1e-9), 1), sorted.length);
  return sorted[rank - 1] ?? 0;
}

export function quantilesOf(sorted: Float64Array): Quantiles {
  return mapQuantiles((share) => quantile(sorted, share));
}

export function mapQuantiles<T>(at: (share: number) => T): Quantiles<T> {
  return { p10: at(0.1), p50: at(0.5), p80: at(0.8), p95: at(0.95) };
}
