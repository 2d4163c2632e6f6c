import { type Criterion, type Ranking, rankOptions, type Score, type ScoredDecision } from "@/planning";

type Cell = { readonly score: number } | null;
type Option = { readonly id: string; readonly title: string };

/** The matrix as the core ranks it: the median of each cell. */
export function scoresOf(
  options: readonly Option[],
  criteria: readonly { readonly id: string }[],
  cells: readonly (readonly Cell[])[],
): Score[] {
  return options.flatMap((option, row) =>
    criteria.flatMap((criterion, column) => {
      const cell = cells[row]?.[column] ?? null;
      if (cell === null) return [];
      return [{ optionId: option.id, criterionId: criterion.id, score: cell.score }];
    }),
  );
}

/** Who is first, and by how much; or that nobody is. Points are hundredths of the whole value. */
export function tellVerdict({ verdict, options }: Ranking, titleOf: (optionId: string) => string): string {
  if (verdict.kind === "clear-winner") {
    const lead = points(verdict.leadAtLeast);
    const first = titleOf(verdict.optionId);
    return options.length === 1 ? `${first} is the only option.` : `${first} leads by ${lead} of 100 points.`;
  }
  const names = verdict.among.map(titleOf);
  const among = names.length > 4 ? `${names.length} options` : listed(names);
  const because =
    verdict.because === "missing-scores" ? "scores are missing" : "the lead is within the margin";
  return `No clear winner among ${among}: ${because}.`;
}

export function points(value: number): number {
  return Math.round(value * 100);
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** Scoring in one line, for the decision's page. */
export function tellResult(scoring: {
  readonly criteria: readonly Criterion[];
  readonly options: readonly Option[];
  readonly weighting: ScoredDecision["weighting"];
  readonly matrix: { readonly round: number; readonly cells: readonly (readonly Cell[])[] } | null;
  readonly running: { readonly number: number; readonly finished: number } | null;
}): { text: string } {
  const { criteria, options, weighting, matrix, running } = scoring;
  if (criteria.length === 0 || options.length === 0) return { text: "Nothing is scored yet." };
  const by = `${options.length} ${options.length === 1 ? "option" : "options"} by ${criteria.length} ${
    criteria.length === 1 ? "criterion" : "criteria"
  }`;
  const progress =
    running === null ? "" : ` Round ${running.number} is running: ${running.finished} have scored.`;
  if (matrix === null) return { text: `${by}.${progress}` };
  const ranking = rankOptions({
    weighting,
    criteria,
    optionIds: options.map(({ id }) => id),
    scores: scoresOf(options, criteria, matrix.cells),
  });
  const titleOf = (id: string) => options.find((option) => option.id === id)?.title ?? "";
  return { text: `${tellVerdict(ranking, titleOf)}${progress}` };
}
