import { PlanningError } from "../planning-error";
import { checkRange } from "./check-effect";
import { checkScale, type Scale, scoreValue } from "./value-function";

export interface Criterion {
  readonly id: string;
  readonly scale: Scale;
  /** See `ScoredDecision.weighting`. */
  readonly importance: number;
}

export interface Score {
  readonly optionId: string;
  readonly criterionId: string;
  readonly score: number;
}

/** Options scored by criteria. A score that is not there is missing, never zero. */
export interface ScoredDecision {
  /**
   * Swing: the swing from worst to best that matters most has importance 100, each other its part of it, so that
   * importance belongs to the scale's ends (von Winterfeldt and Edwards, Decision Analysis and Behavioral Research, 1986).
   * Direct: importances are shares that add up to 1.
   */
  readonly weighting: "swing" | "direct";
  readonly criteria: readonly Criterion[];
  readonly optionIds: readonly string[];
  readonly scores: readonly Score[];
}

/** Every criterion's share of the whole, adding up to 1. */
export function criterionWeights({ criteria }: ScoredDecision): number[] {
  const total = criteria.reduce((sum, { importance }) => sum + importance, 0);
  return criteria.map(({ importance }) => importance / total);
}

/** What an option's score by a criterion is worth at worst and at best: the same where it is known, 0 and 1 where missing. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
}

/** By option and criterion, in the decision's order. */
export function valueTable({ criteria, optionIds, scores }: ScoredDecision): ValueRange[][] {
  const given = new Map(scores.map((score) => [cellOf(score), score]));
  return optionIds.map((optionId) =>
    criteria.map(({ id, scale }) => {
      const known = given.get(cellOf({ optionId, criterionId: id }));
      if (!known) return { low: 0, high: 1 };
      const value = scoreValue(scale, known.score);
      return { low: value, high: value };
    }),
  );
}

/** Names the place of a score, one text for each pair of option and criterion. */
export function cellOf({ optionId, criterionId }: Pick<Score, "optionId" | "criterionId">): string {
  return JSON.stringify([optionId, criterionId]);
}

/** Throws a PlanningError at the first thing that can't be ranked with. */
export function checkScoredDecision({ weighting, criteria, optionIds, scores }: ScoredDecision): void {
  if (criteria.length === 0) throw new PlanningError("out-of-range", "criteria", "Add a criterion.");
  if (optionIds.length === 0) throw new PlanningError("out-of-range", "optionIds", "Add an option.");
  checkDistinct(
    criteria.map(({ id }) => id),
    "criteria",
  );
  checkDistinct(optionIds, "optionIds");
  for (const { id, scale, importance } of criteria) {
    checkRange(importance, 0, weighting === "swing" ? 100 : 1, `criteria.${id}.importance`);
    checkScale(scale, `criteria.${id}.scale`);
  }
  checkImportances(
    weighting,
    criteria.map(({ importance }) => importance),
  );
  const known = { options: new Set(optionIds), criteria: new Set(criteria.map(({ id }) => id)) };
  for (const { optionId, criterionId, score } of scores) {
    const field = `scores.${optionId}.${criterionId}`;
    if (!known.options.has(optionId))
      throw new PlanningError("unknown-id", field, `There is no option "${optionId}".`);
    if (!known.criteria.has(criterionId))
      throw new PlanningError("unknown-id", field, `There is no criterion "${criterionId}".`);
    checkRange(score, -1e12, 1e12, field);
  }
  checkDistinct(scores.map(cellOf), "scores");
}

function checkImportances(weighting: ScoredDecision["weighting"], importances: readonly number[]): void {
  const refuse = (reason: string) => {
    throw new PlanningError("inconsistent", "criteria", reason);
  };
  if (importances.every((importance) => importance === 0)) refuse("At least one criterion must count.");
  if (weighting === "swing" && Math.max(...importances) !== 100)
    refuse("The swing that matters most has 100 points.");
  const total = importances.reduce((sum, importance) => sum + importance, 0);
  if (weighting === "direct" && Math.abs(total - 1) > 1e-3)
    refuse(`The shares must add up to 100 %; they add up to ${Math.round(total * 100)} %.`);
}

function checkDistinct(ids: readonly string[], field: string): void {
  if (new Set(ids).size !== ids.length)
    throw new PlanningError("duplicate-id", field, "Something appears twice.");
}
