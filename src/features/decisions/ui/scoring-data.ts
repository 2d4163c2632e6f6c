import type { Criterion, ScoredDecision } from "@/planning";
import type { scoringCell, scoringMatrix, scoringOf } from "../scoring.queries";

export type Scoring = Awaited<ReturnType<typeof scoringOf>>;
export type ScoringCriterion = Scoring["criteria"][number];
export type ScoringRound = Scoring["rounds"][number];
export type Matrix = Extract<Awaited<ReturnType<typeof scoringMatrix>>, { sealed: false }>;
export type MatrixCell = Matrix["cells"][number][number];
export type CellScores = Extract<Awaited<ReturnType<typeof scoringCell>>, { sealed: false }>["scores"];

const figure = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

export function formatScore(score: number): string {
  return figure.format(score).replace("-", "−");
}

/** `tellScale(…)` → "0 to 10 s, lower is better" */
export function tellScale({ worst, best, unit, words }: Omit<ScoringCriterion, "id">): string {
  if (words.length > 0) return `1 ${words[0]} to ${words.length} ${words.at(-1)}`;
  const [low, high] = worst < best ? [worst, best] : [best, worst];
  return `${formatScore(low)} to ${formatScore(high)}${unit === "" ? "" : ` ${unit}`}, ${
    worst < best ? "higher" : "lower"
  } is better`;
}

export type Weights = {
  readonly weighting: ScoredDecision["weighting"];
  /** In their order; importance from 0 to 100, its size beside that of the others is what counts. */
  readonly of: readonly { readonly criterionId: string; readonly importance: number }[];
};

/** As saved, in points of a hundred. */
export function savedWeights({ weighting, criteria }: Scoring): Weights {
  const scale = weighting === "direct" ? 100 : 1;
  return {
    weighting,
    of: criteria.map(({ id, importance }) => ({ criterionId: id, importance: importance * scale })),
  };
}

export function shareOf(weights: Weights, criterionId: string): number {
  const total = weights.of.reduce((sum, { importance }) => sum + importance, 0);
  const own = weights.of.find((weight) => weight.criterionId === criterionId)?.importance ?? 0;
  return total === 0 ? 0 : own / total;
}

/** The criteria as the core ranks by them, weighed as somebody tries it out; null while nothing counts. */
export function weighedCriteria(criteria: readonly ScoringCriterion[], weights: Weights): Criterion[] | null {
  if (weights.of.every(({ importance }) => importance === 0)) return null;
  return criteria.map(({ id, worst, best, unit }) => ({
    id,
    importance: shareOf(weights, id),
    scale: { worst, best, unit },
  }));
}
