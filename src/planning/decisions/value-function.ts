import { PlanningError } from "../planning-error";
import { checkRange } from "./check-effect";

/**
 * How a criterion is scored: from the score that is worth nothing to the one that is worth everything, in a unit. The
 * direction follows: where best is below worst, less is better. Without points the value grows evenly between them; with
 * points it goes straight from one to the next, for "the first tenth of a second matters most".
 */
export interface Scale {
  readonly worst: number;
  readonly best: number;
  readonly unit: string;
  /** Scores strictly between worst and best and what they are worth, on the way from worst to best. */
  readonly points?: readonly { readonly score: number; readonly value: number }[] | undefined;
}

/**
 * What a score is worth, 0 to 1; beyond the ends of the scale it counts as the end.
 * `scoreValue({ worst: 10, best: 0, unit: "s" }, 4)` → 0.6
 */
export function scoreValue(scale: Scale, score: number): number {
  const place = (at: number) => (at - scale.worst) / (scale.best - scale.worst);
  const knots = [
    { place: 0, value: 0 },
    ...(scale.points ?? []).map((point) => ({ place: place(point.score), value: point.value })),
    { place: 1, value: 1 },
  ];
  const at = Math.min(Math.max(place(score), 0), 1);
  const after = Math.max(
    1,
    knots.findIndex((knot) => knot.place >= at),
  );
  const from = knots[after - 1] ?? { place: 0, value: 0 };
  const to = knots[after] ?? { place: 1, value: 1 };
  return from.value + ((at - from.place) / (to.place - from.place)) * (to.value - from.value);
}

/** Throws a PlanningError unless the scale has two ends and its points lead from one to the other without turning back. */
export function checkScale(scale: Scale, field: string): void {
  checkRange(scale.worst, -1e12, 1e12, `${field}.worst`);
  checkRange(scale.best, -1e12, 1e12, `${field}.best`);
  if (scale.worst === scale.best)
    throw new PlanningError("out-of-range", `${field}.best`, "The best score must differ from the worst.");
  let before = { place: 0, value: 0 };
  (scale.points ?? []).forEach(({ score, value }, index) => {
    checkRange(score, -1e12, 1e12, `${field}.points.${index}.score`);
    checkRange(value, 0, 1, `${field}.points.${index}.value`);
    const place = (score - scale.worst) / (scale.best - scale.worst);
    if (place <= before.place || place >= 1 || value < before.value)
      throw new PlanningError(
        "not-ordered",
        `${field}.points.${index}`,
        "Points lead from the worst score to the best, and none is worth less than the one before.",
      );
    before = { place, value };
  });
}
