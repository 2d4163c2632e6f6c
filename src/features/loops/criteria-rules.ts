import { type SuccessCriterion, tellTarget } from "@/planning";

/** A success criterion of the brief with its target in words. */
export type PassCriterion = SuccessCriterion & { readonly words: string };

export function criteriaOf(successCriteria: readonly SuccessCriterion[]): PassCriterion[] {
  return successCriteria.map((criterion) => ({ ...criterion, words: tellTarget(criterion) }));
}

/** Results belong to the criterion of their metric, whatever its capitals. */
export const metricKey = (metric: string) => metric.trim().toLowerCase();
