import { checkScoredDecision, type ScoredDecision, valueTable } from "./scored-decision";

export interface Dominance {
  readonly optionId: string;
  readonly dominates: string;
}

/**
 * Which options are at least as good as another by every criterion and better by one, whatever the weights and however
 * missing scores turn out: nobody need prefer the other.
 */
export function dominances(decision: ScoredDecision): Dominance[] {
  checkScoredDecision(decision);
  const table = valueTable(decision);
  return decision.optionIds.flatMap((optionId, one) =>
    decision.optionIds.flatMap((dominates, other) => {
      const pairs = decision.criteria.map((_, index) => ({
        low: table[one]?.[index]?.low ?? 0,
        high: table[other]?.[index]?.high ?? 1,
      }));
      const always = one !== other && pairs.every(({ low, high }) => low >= high);
      return always && pairs.some(({ low, high }) => low > high) ? [{ optionId, dominates }] : [];
    }),
  );
}
