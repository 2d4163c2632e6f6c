import { cellOf } from "@/planning";
import type { KeptCell } from "../scoring.schema";
import type { Scoring } from "./scoring-data";

/** A cell as somebody fills it in: what is typed, and a note. */
export type DraftCell = { readonly text: string; readonly note: string };
export type Draft = ReadonlyMap<string, DraftCell>;

export const emptyCell: DraftCell = { text: "", note: "" };
/** Typed as "x" or "-", and shown so. */
export const cantJudge = "–";

export function draftOf(cells: readonly KeptCell[]): Draft {
  return new Map(
    cells.map((cell) => [
      cellOf(cell),
      { text: cell.score === null ? cantJudge : String(cell.score), note: cell.note },
    ]),
  );
}

/** The score that is typed: null for "can't judge", undefined where there is none or none that can be read. */
export function scoreIn(text: string, judged: boolean): number | null | undefined {
  if (text === cantJudge) return null;
  const typed = text.trim().replace(",", ".");
  if (!/^[-−–]?\d+(\.\d+)?$/.test(typed)) return undefined;
  const score = Number(typed.replace(/[−–]/, "-"));
  return judged && !(Number.isInteger(score) && score >= 1 && score <= 5) ? undefined : score;
}

/** What is filled in and not handed in yet, of what there is to score. */
export function cellsOf(scoring: Scoring, draft: Draft): KeptCell[] {
  const given = new Set(scoring.mine.given.map(cellOf));
  return scoring.options.flatMap((option) =>
    scoring.criteria.flatMap((criterion): KeptCell[] => {
      const place = { optionId: option.id, criterionId: criterion.id };
      const cell = draft.get(cellOf(place));
      const score = cell === undefined ? undefined : scoreIn(cell.text, criterion.words.length > 0);
      if (cell === undefined || score === undefined || given.has(cellOf(place))) return [];
      return [{ ...place, score, note: cell.note }];
    }),
  );
}
