import { PlanningError } from "../planning-error";

/** An estimate as a person gives it: at best, most likely, at worst. The unit is in the field's name. */
export interface ThreePoint {
  readonly optimistic: number;
  readonly mostLikely: number;
  readonly pessimistic: number;
}

/** `threePoint(1, 2, 5)` → `{ optimistic: 1, mostLikely: 2, pessimistic: 5 }` */
export function threePoint(optimistic: number, mostLikely: number, pessimistic: number): ThreePoint {
  return { optimistic, mostLikely, pessimistic };
}

/** A longer task is no task; keeps every date and sum within what can be written down. */
const longestEstimateDays = 10_000;

/** Throws a PlanningError unless 0 ≤ optimistic ≤ most likely ≤ pessimistic ≤ 10,000 and all are numbers. */
export function checkThreePoint(estimate: ThreePoint, field: string): void {
  const { optimistic, mostLikely, pessimistic } = estimate;
  for (const [name, value] of Object.entries({ optimistic, mostLikely, pessimistic })) {
    if (!Number.isFinite(value))
      throw new PlanningError("not-a-number", `${field}.${name}`, "Enter a number.");
    if (value < 0) throw new PlanningError("negative", `${field}.${name}`, "Enter zero or more.");
    if (value > longestEstimateDays)
      throw new PlanningError("out-of-range", `${field}.${name}`, "Enter at most 10,000 days.");
  }
  if (optimistic > mostLikely || mostLikely > pessimistic) {
    throw new PlanningError(
      "not-ordered",
      field,
      "The optimistic value must not exceed the most likely one, nor that the pessimistic one.",
    );
  }
}

/**
 * Mean of the PERT-beta distribution, (a + 4m + b) / 6 (Malcolm et al., Operations Research 7(5), 1959).
 * `threePointMean(threePoint(1, 2, 9))` → 3
 */
export function threePointMean(estimate: ThreePoint): number {
  return (estimate.optimistic + 4 * estimate.mostLikely + estimate.pessimistic) / 6;
}

export function scaleThreePoint(estimate: ThreePoint, factor: number): ThreePoint {
  return threePoint(
    estimate.optimistic * factor,
    estimate.mostLikely * factor,
    estimate.pessimistic * factor,
  );
}

/**
 * Shares an estimate out between two parts, to the hundredth of a day: what stays, and the share (0 to 1) that goes. Together they are
 * the whole. `splitThreePoint(threePoint(2, 4, 9), 0.25)` → [threePoint(1.5, 3, 6.75), threePoint(0.5, 1, 2.25)]
 */
export function splitThreePoint(
  { optimistic, mostLikely, pessimistic }: ThreePoint,
  share: number,
): readonly [ThreePoint, ThreePoint] {
  // In whole hundredths both parts keep the order of the three, whatever is rounded.
  const went = (days: number) => Math.round(hundredths(days) * share) / 100;
  const stayed = (days: number) => (hundredths(days) - Math.round(hundredths(days) * share)) / 100;
  return [
    threePoint(stayed(optimistic), stayed(mostLikely), stayed(pessimistic)),
    threePoint(went(optimistic), went(mostLikely), went(pessimistic)),
  ];
}

const hundredths = (days: number) => Math.round(days * 100);

/** Adds point by point: right for bounds and means, wider than the truth for quantiles of independent parts. */
export function addThreePoints(estimates: readonly ThreePoint[]): ThreePoint {
  return estimates.reduce(
    (sum, next) =>
      threePoint(
        sum.optimistic + next.optimistic,
        sum.mostLikely + next.mostLikely,
        sum.pessimistic + next.pessimistic,
      ),
    threePoint(0, 0, 0),
  );
}
