import { PlanningError } from "../planning-error";
import type { ScoredDecision } from "./scored-decision";

type Weighting = ScoredDecision["weighting"];

/**
 * Importances in the form that the way of weighing asks for, in their proportions: swings with the largest at 100, shares that add
 * up to 1. Throws a PlanningError where none counts.
 * `importancesFor("direct", [100, 60, 40])` → [0.5, 0.3, 0.2]
 */
export function importancesFor(weighting: Weighting, importances: readonly number[]): number[] {
  const largest = Math.max(0, ...importances);
  const total = importances.reduce((sum, importance) => sum + importance, 0);
  if (importances.length > 0 && !(total > 0))
    throw new PlanningError("inconsistent", "criteria", "At least one criterion must count.");
  if (weighting === "direct") return importances.map((importance) => importance / total);
  // The largest is 100 to the last bit: nothing else is a swing.
  return importances.map((importance) => (importance === largest ? 100 : (100 * importance) / largest));
}

/** With one more criterion, that counts as much as the others do on average until somebody weighs it. */
export function importancesWithOneMore(weighting: Weighting, importances: readonly number[]): number[] {
  const total = importances.reduce((sum, importance) => sum + importance, 0);
  const average = importances.length === 0 ? 1 : total / importances.length;
  return importancesFor(weighting, [...importances, average > 0 ? average : 1]);
}

/** Without one criterion; where only what counted nothing is left, the rest count alike. */
export function importancesWithout(
  weighting: Weighting,
  importances: readonly number[],
  place: number,
): number[] {
  const rest = importances.toSpliced(place, 1);
  return importancesFor(weighting, rest.every((importance) => importance === 0) ? rest.map(() => 1) : rest);
}
