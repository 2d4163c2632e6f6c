import { cellOf } from "@/planning";

/** How many threads a criterion has, and an option by a criterion. */
export type ScoringThreads = {
  readonly ofCriterion: (criterionId: string) => number;
  readonly ofCell: (cell: { readonly optionId: string; readonly criterionId: string }) => number;
};

export function scoringThreads({
  criteria,
  cells,
}: {
  readonly criteria: readonly { readonly criterionId: string; readonly threads: number }[];
  readonly cells: readonly {
    readonly optionId: string;
    readonly criterionId: string;
    readonly threads: number;
  }[];
}): ScoringThreads {
  const byCriterion = new Map(criteria.map(({ criterionId, threads }) => [criterionId, threads]));
  const byCell = new Map(cells.map(({ threads, ...cell }) => [cellOf(cell), threads]));
  return {
    ofCriterion: (criterionId) => byCriterion.get(criterionId) ?? 0,
    ofCell: (cell) => byCell.get(cellOf(cell)) ?? 0,
  };
}
