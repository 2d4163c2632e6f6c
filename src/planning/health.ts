import { calendarDaysBetween } from "./schedule/calendar";

/** What a forecast is held against: a day in ISO form, and money in minor units. */
export type HealthInput = {
  readonly launched: boolean;
  readonly targetOn: string | null;
  readonly finish: { readonly p50: string; readonly p80: string };
  readonly budgetMinor: number | null;
  readonly costMinor: { readonly p50: number; readonly p80: number };
};

export const healthStates = ["off-track", "at-risk", "on-track", "no-target", "launched"] as const;
export type HealthState = (typeof healthStates)[number];

/** What is missed, by how much, and at which quantile of the forecast: calendar days after the target, or money above the budget. */
export type HealthReason =
  | { readonly missed: "target"; readonly quantile: 50 | 80; readonly daysLate: number }
  | { readonly missed: "budget"; readonly quantile: 50 | 80; readonly overMinor: number };

export type Health = { readonly state: HealthState; readonly reasons: readonly HealthReason[] };

/**
 * How a project stands against its target day and its budget. Off track: more likely than not to miss one of them (the median
 * misses it). At risk: a chance of more than one in five (P80 misses it). Without either there is nothing to hold it against.
 */
export function projectHealth(input: HealthInput): Health {
  if (input.launched) return { state: "launched", reasons: [] };
  const { targetOn, budgetMinor } = input;
  if (targetOn === null && budgetMinor === null) return { state: "no-target", reasons: [] };
  const reasons: HealthReason[] = [];
  const late =
    targetOn === null ? null : firstBeyond(input.finish, (day) => calendarDaysBetween(targetOn, day));
  if (late !== null) reasons.push({ missed: "target", quantile: late.quantile, daysLate: late.by });
  const over = budgetMinor === null ? null : firstBeyond(input.costMinor, (cost) => cost - budgetMinor);
  if (over !== null) reasons.push({ missed: "budget", quantile: over.quantile, overMinor: over.by });
  const worst = Math.min(...reasons.map(({ quantile }) => quantile));
  return { state: worst === 50 ? "off-track" : worst === 80 ? "at-risk" : "on-track", reasons };
}

/** The lowest of the two quantiles that lies beyond the limit, and by how much. */
function firstBeyond<Value>(
  { p50, p80 }: { readonly p50: Value; readonly p80: Value },
  beyond: (value: Value) => number,
): { quantile: 50 | 80; by: number } | null {
  if (beyond(p50) > 0) return { quantile: 50, by: beyond(p50) };
  return beyond(p80) > 0 ? { quantile: 80, by: beyond(p80) } : null;
}
