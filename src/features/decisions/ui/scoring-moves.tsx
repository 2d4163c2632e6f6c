"use client";

import { type Criterion, movesBetween, rankOptions, type ScoreAgreement } from "@/planning";
import { Card } from "@/ui/card";
import { points, scoresOf } from "../scoring-rules";
import { formatScore, type Matrix, type Scoring } from "./scoring-data";

const mostShown = 8;

/** This round beside the one before: how the ranking moved, and which scores did. */
export function ScoringMoves({
  scoring,
  criteria,
  before,
  after,
}: {
  scoring: Scoring;
  criteria: readonly Criterion[];
  before: Matrix;
  after: Matrix;
}) {
  const { options } = scoring;
  const totals = [before, after].map((matrix) => {
    const scores = scoresOf(options, scoring.criteria, matrix.cells);
    const optionIds = options.map(({ id }) => id);
    return new Map(
      rankOptions({ weighting: "direct", criteria, optionIds, scores }).options.map((option, place) => [
        option.optionId,
        { place: place + 1, total: (option.low + option.high) / 2 },
      ]),
    );
  });
  const moves = movesBetween(criteria, agreementIn(scoring, before), agreementIn(scoring, after)).filter(
    ({ gain }) => Math.abs(gain) > 1e-9,
  );
  const titleOf = (id: string) => options.find((option) => option.id === id)?.title ?? "";
  const nameOf = (id: string) => scoring.criteria.find((criterion) => criterion.id === id)?.name ?? "";
  return (
    <Card title={`Round ${after.round} beside round ${before.round}`} hint="by the same weights">
      <table className="w-full text-left text-sm tabular-nums">
        <caption className="sr-only">Points and places of each option in both rounds</caption>
        <thead className="text-xs text-muted">
          <tr>
            <th scope="col" className="py-1 font-medium">
              Option
            </th>
            <th scope="col" className="py-1 text-right font-medium">
              Round {before.round}
            </th>
            <th scope="col" className="py-1 text-right font-medium">
              Round {after.round}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...(totals[1] ?? [])].map(([optionId, now]) => {
            const was = totals[0]?.get(optionId);
            return (
              <tr key={optionId} className="border-t border-line">
                <th scope="row" className="py-1 pr-2 font-normal [overflow-wrap:anywhere]">
                  {titleOf(optionId)}
                </th>
                <td className="py-1 text-right whitespace-nowrap">
                  {was === undefined ? "" : `${was.place}. · ${points(was.total)}`}
                </td>
                <td className="py-1 pl-4 text-right whitespace-nowrap">
                  {now.place}. · {points(now.total)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <h3 className="mt-3 mb-1 text-sm font-semibold">What moved</h3>
      {moves.length === 0 && <p className="text-sm text-muted">No score moved.</p>}
      <ul className="grid gap-1 text-sm">
        {moves
          .slice(0, mostShown)
          .map(({ optionId, criterionId, before: was, after: now, agreementGain }) => (
            <li key={`${optionId} ${criterionId}`} className="flex justify-between gap-3">
              <span>
                {titleOf(optionId)} · {nameOf(criterionId)}
              </span>
              <span className="shrink-0 tabular-nums">
                {formatScore(was)} → {formatScore(now)}
                {agreementGain !== null && Math.abs(agreementGain) >= 0.01 && (
                  <span className="text-muted"> {agreementGain > 0 ? "closer" : "farther apart"}</span>
                )}
              </span>
            </li>
          ))}
      </ul>
    </Card>
  );
}

function agreementIn(scoring: Scoring, matrix: Matrix): ScoreAgreement[] {
  return scoring.options.flatMap((option, row) =>
    scoring.criteria.flatMap((criterion, column): ScoreAgreement[] => {
      const cell = matrix.cells[row]?.[column] ?? null;
      if (cell === null) return [];
      const { score, mean, members, lowest, highest, agreement } = cell;
      const place = { optionId: option.id, criterionId: criterion.id };
      return [{ ...place, score, mean, members, lowest, highest, agreement, differing: [] }];
    }),
  );
}
