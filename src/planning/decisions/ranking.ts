import { PlanningError } from "../planning-error";
import { checkRange } from "./check-effect";
import { checkScoredDecision, criterionWeights, type ScoredDecision, valueTable } from "./scored-decision";

/** A lead within the margin is no lead. Whoever sets another one says why. */
export interface Margin {
  /** Of the whole value from 0 to 1. */
  readonly value: number;
  readonly reason: string;
}

export const defaultMargin: Margin = {
  value: 0.05,
  reason:
    "Scores are judgements: a lead below 5 of 100 turns around when one person moves one score by a step. Phasewise default.",
};

export interface RankedOption {
  readonly optionId: string;
  /** Total value from 0 to 1 if every missing score turns out worst, and best. */
  readonly low: number;
  readonly high: number;
  /** The place it may take among all options, from the best case to the worst; ties share the better place. */
  readonly bestPlace: number;
  readonly worstPlace: number;
  readonly missing: readonly string[];
  /** What each criterion adds to the total: weight times value, in the order of criteria. */
  readonly contributions: readonly {
    readonly criterionId: string;
    readonly low: number;
    readonly high: number;
  }[];
}

export type Verdict =
  | { readonly kind: "clear-winner"; readonly optionId: string; readonly leadAtLeast: number }
  | {
      readonly kind: "no-clear-winner";
      /** Those that may be first, or within the margin of it. */
      readonly among: readonly string[];
      /** Margin: too near even if missing scores lie in the middle. */
      readonly because: "margin" | "missing-scores";
    };

export interface Ranking {
  /** By the middle between low and high, the largest first; equal ones by id. */
  readonly options: readonly RankedOption[];
  readonly verdict: Verdict;
  readonly margin: Margin;
}

/**
 * Additive value: an option's total is the sum of weight times value over the criteria (Keeney and Raiffa, Decisions
 * with Multiple Objectives, 1976). Valid where criteria don't depend on each other and nothing is counted twice.
 */
export function rankOptions(decision: ScoredDecision, margin: Margin = defaultMargin): Ranking {
  checkScoredDecision(decision);
  checkRange(margin.value, 0, 1, "margin.value");
  if (margin.reason.trim() === "")
    throw new PlanningError("inconsistent", "margin.reason", "Say why this margin.");
  const weights = criterionWeights(decision);
  const totals = valueTable(decision).map((values, place) => {
    const contributions = decision.criteria.map(({ id }, index) => ({
      criterionId: id,
      low: (weights[index] ?? 0) * (values[index]?.low ?? 0),
      high: (weights[index] ?? 0) * (values[index]?.high ?? 0),
    }));
    return {
      optionId: decision.optionIds[place] ?? "",
      low: contributions.reduce((sum, { low }) => sum + low, 0),
      high: contributions.reduce((sum, { high }) => sum + high, 0),
      missing: decision.criteria.flatMap(({ id }, index) =>
        values[index]?.low === values[index]?.high ? [] : [id],
      ),
      contributions,
    };
  });
  const options = totals
    .map((option) => ({
      ...option,
      bestPlace: 1 + totals.filter((other) => other !== option && other.low > option.high + rounding).length,
      worstPlace: 1 + totals.filter((other) => other !== option && other.high > option.low + rounding).length,
    }))
    .sort((a, b) => {
      const lead = middle(b) - middle(a);
      return Math.abs(lead) > rounding ? lead : a.optionId < b.optionId ? -1 : 1;
    });
  return { options, verdict: verdictOn(options, margin.value), margin };
}

/** Sums of products differ in their last bits by the order of criteria. */
const rounding = 1e-9;

const middle = ({ low, high }: Pick<RankedOption, "low" | "high">) => (low + high) / 2;

function verdictOn(options: readonly RankedOption[], margin: number): Verdict {
  const [first, ...others] = options;
  if (!first) throw new PlanningError("out-of-range", "optionIds", "Add an option.");
  const leadAtLeast = first.low - Math.max(0, ...others.map(({ high }) => high));
  if (others.length === 0 || leadAtLeast >= margin - rounding)
    return { kind: "clear-winner", optionId: first.optionId, leadAtLeast };
  const bar = Math.max(...options.map(({ low }) => low));
  const middleLead = middle(first) - Math.max(...others.map(middle));
  return {
    kind: "no-clear-winner",
    among: options.filter(({ high }) => high > bar - margin - rounding).map(({ optionId }) => optionId),
    because: middleLead >= margin - rounding ? "missing-scores" : "margin",
  };
}
