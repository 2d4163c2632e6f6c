import { checkScoredDecision, criterionWeights, type ScoredDecision, valueTable } from "./scored-decision";

export interface WeightFlip {
  readonly criterionId: string;
  readonly weight: number;
  /** The nearest weight at which another option is first as well; null where no weight changes who is first. */
  readonly flip: {
    readonly atWeight: number;
    readonly change: number;
    readonly newFirst: string;
  } | null;
}

/**
 * Which change of one weight flips the first place, the smallest change first. The other weights keep their proportions
 * (equal ones where they are all zero), so every total is a straight line over the changed weight w:
 * w · value + (1 − w) · total of the others; the first place flips where another option's line meets the leader's.
 * Missing scores count as the middle of the scale: see the ranking for what they leave open.
 */
export function weightFlips(decision: ScoredDecision): WeightFlip[] {
  checkScoredDecision(decision);
  const weights = criterionWeights(decision);
  const values = valueTable(decision).map((row) => row.map(({ low, high }) => (low + high) / 2));
  const totals = values.map((row) =>
    row.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0),
  );
  const leader = totals.reduce(
    (best, total, place) => (total > (totals[best] ?? 0) + 1e-12 ? place : best),
    0,
  );
  return decision.criteria
    .map(({ id }, criterion): WeightFlip => {
      const weight = weights[criterion] ?? 0;
      const lines = values.map((row) => ({
        own: row[criterion] ?? 0,
        others: othersTotal(row, weights, criterion),
      }));
      const flips = lines.flatMap((line, place) => {
        const atWeight = place === leader ? null : meets(lines[leader] ?? line, line, weight);
        if (atWeight === null) return [];
        return [{ atWeight, change: atWeight - weight, newFirst: decision.optionIds[place] ?? "" }];
      });
      flips.sort((a, b) => Math.abs(a.change) - Math.abs(b.change));
      return { criterionId: id, weight, flip: flips[0] ?? null };
    })
    .sort((a, b) => distance(a) - distance(b));
}

const distance = ({ flip }: WeightFlip) => (flip ? Math.abs(flip.change) : Number.POSITIVE_INFINITY);

function othersTotal(row: readonly number[], weights: readonly number[], criterion: number): number {
  const rest = row.flatMap((value, index) =>
    index === criterion ? [] : [{ value, weight: weights[index] ?? 0 }],
  );
  const restWeight = rest.reduce((sum, { weight }) => sum + weight, 0);
  return rest.reduce(
    (sum, { value, weight }) => sum + value * (restWeight > 0 ? weight / restWeight : 1 / rest.length),
    0,
  );
}

interface Line {
  readonly own: number;
  readonly others: number;
}

/** The weight at which the lines meet, if there is one from 0 to 1; equal lines meet where they are. */
function meets(leader: Line, other: Line, weight: number): number | null {
  const leadAtZero = leader.others - other.others;
  const leadAtOne = leader.own - other.own;
  const lead = leadAtZero + weight * (leadAtOne - leadAtZero);
  if (Math.abs(lead) < 1e-12) return weight;
  const meeting = leadAtZero / (leadAtZero - leadAtOne);
  return meeting >= 0 && meeting <= 1 ? meeting : null;
}
