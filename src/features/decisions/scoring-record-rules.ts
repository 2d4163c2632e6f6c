import { cellOf, type MemberScore, rankOptions, type ScoredDecision, scoreAgreement } from "@/planning";
import type { KeptCell } from "./scoring.schema";
import { tellVerdict } from "./scoring-rules";

type Criterion = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly worst: number;
  readonly best: number;
  readonly unit: string;
  readonly words: readonly string[];
  readonly importance: number;
};

type RevealedRound = {
  readonly number: number;
  readonly reason: string;
  readonly openedAt: Date;
  readonly revealedAt: Date | null;
  readonly revealedBy: string;
  readonly sheets: readonly {
    readonly memberId: string;
    readonly name: string;
    readonly cells: readonly KeptCell[];
  }[];
};

/** A round as a record keeps it: what each option was given by each criterion, what that makes, and who gave what. */
export function roundRecord(
  {
    options,
    criteria,
    weighting,
  }: {
    readonly options: readonly { readonly id: string; readonly title: string }[];
    readonly criteria: readonly Criterion[];
    readonly weighting: ScoredDecision["weighting"];
  },
  { sheets, ...round }: RevealedRound,
) {
  const titles = new Map(options.map(({ id, title }) => [id, title]));
  const names = new Map(criteria.map(({ id, name }) => [id, name]));
  // What was removed since has no place any more.
  const cells = sheets.flatMap((sheet) =>
    sheet.cells
      .filter(({ optionId, criterionId }) => titles.has(optionId) && names.has(criterionId))
      .map((cell) => ({ ...cell, memberId: sheet.memberId, name: sheet.name })),
  );
  const given = cells.flatMap(({ memberId, optionId, criterionId, score }): MemberScore[] =>
    score === null ? [] : [{ memberId, optionId, criterionId, score }],
  );
  const subject = {
    weighting,
    criteria: criteria.map(({ id, worst, best, unit, importance }) => ({
      id,
      importance,
      scale: { worst, best, unit },
    })),
    optionIds: options.map(({ id }) => id),
  };
  const agreed = new Map(
    given.length === 0 ? [] : scoreAgreement(subject, given).map((cell) => [cellOf(cell), cell]),
  );
  const scores = [...agreed.values()].map(({ optionId, criterionId, score }) => ({
    optionId,
    criterionId,
    score,
  }));
  return {
    ...round,
    verdict:
      scores.length === 0
        ? ""
        : tellVerdict(rankOptions({ ...subject, scores }), (id) => titles.get(id) ?? ""),
    /** By option in their order. */
    results: options.map(({ id, title }) => ({
      option: title,
      criteria: criteria.flatMap((criterion) => {
        const cell = agreed.get(cellOf({ optionId: id, criterionId: criterion.id }));
        if (cell === undefined) return [];
        const { score: median, lowest, highest, members } = cell;
        return [{ criterion: criterion.name, unit: criterion.unit, median, lowest, highest, members }];
      }),
    })),
    scores: cells.map(({ name, optionId, criterionId, score, note }) => ({
      by: name,
      option: titles.get(optionId) ?? "",
      criterion: names.get(criterionId) ?? "",
      score,
      note,
    })),
  };
}
