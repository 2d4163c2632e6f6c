import type { Quantiles } from "@/planning";

export type ChanceBetween = { readonly from: number; readonly to: number };

/**
 * Between which chances a limit holds, as far as the stored quantiles say: a limit at P50 or above and below P80 holds with 50 to 80 %.
 * Nothing is drawn between them, because the forecast does not say how it lies there.
 */
export function chanceBetween(quantiles: Quantiles, limit: number): ChanceBetween {
  const { p10, p50, p80, p95 } = quantiles;
  if (limit < p10) return { from: 0, to: 0.1 };
  if (limit < p50) return { from: 0.1, to: 0.5 };
  if (limit < p80) return { from: 0.5, to: 0.8 };
  if (limit < p95) return { from: 0.8, to: 0.95 };
  return { from: 0.95, to: 1 };
}
