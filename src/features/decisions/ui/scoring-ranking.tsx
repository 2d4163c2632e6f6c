"use client";

import { type Dominance, dominances, type Ranking, type ScoredDecision, weightFlips } from "@/planning";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { formatPercent } from "@/ui/format";
import { letterOf } from "@/ui/option-letter";
import { points, tellVerdict } from "../scoring-rules";
import type { Scoring } from "./scoring-data";

const mostFlips = 4;

/** Who leads and how surely, what would turn it, and who need not be looked at any more. */
export function ScoringRanking({
  scoring,
  decision,
  ranking,
  trial,
}: {
  scoring: Scoring;
  decision: ScoredDecision;
  ranking: Ranking;
  /** The weights are being tried out. */
  trial: boolean;
}) {
  const { options, criteria } = scoring;
  const titleOf = (id: string) => options.find((option) => option.id === id)?.title ?? "";
  const nameOf = (id: string) => criteria.find((criterion) => criterion.id === id)?.name ?? "";
  const beaten = dominances(decision);
  const flips = options.length < 2 ? [] : weightFlips(decision).filter(({ flip }) => flip !== null);
  return (
    <Card title="Ranking" hint={trial ? "with the weights you are trying out" : "by the saved weights"}>
      <div aria-live="polite">
        <Callout tone={ranking.verdict.kind === "clear-winner" ? "ok" : "info"}>
          <p className="font-medium">{tellVerdict(ranking, titleOf)}</p>
          <p className="text-xs text-muted">
            A lead below {points(ranking.margin.value)} points is none. {ranking.margin.reason}
          </p>
        </Callout>
      </div>
      <ol className="mt-3 grid text-sm">
        {ranking.options.map((option) => (
          <li key={option.optionId} className="grid gap-1 border-t border-line py-1.5 first:border-0">
            <div className="flex items-baseline gap-3">
              <span className="w-10 shrink-0 text-muted tabular-nums">
                {option.bestPlace === option.worstPlace
                  ? `${option.bestPlace}.`
                  : `${option.bestPlace}.–${option.worstPlace}.`}
              </span>
              <span className="min-w-0 flex-1 font-medium [overflow-wrap:anywhere]">
                <span className="font-normal text-muted">
                  {letterOf(options.findIndex(({ id }) => id === option.optionId))}
                </span>{" "}
                {titleOf(option.optionId)}
              </span>
              <span className="shrink-0 tabular-nums">{tellRange(option)}</span>
            </div>
            <Bar low={option.low} high={option.high} />
            <Notes
              beaten={beaten}
              optionId={option.optionId}
              titleOf={titleOf}
              missing={option.missing.map(nameOf)}
            />
          </li>
        ))}
      </ol>
      <h3 className="mt-3 mb-1 text-sm font-semibold">What would turn it</h3>
      {flips.length === 0 ? (
        <p className="text-sm text-muted">No change of one weight alone puts another option first.</p>
      ) : (
        <ul className="grid gap-1 text-sm">
          {flips.slice(0, mostFlips).map(({ criterionId, weight, flip }) =>
            flip === null ? null : (
              <li key={criterionId} className="tabular-nums">
                {nameOf(criterionId)} from {formatPercent(weight)} to {formatPercent(flip.atWeight)}:{" "}
                {titleOf(flip.newFirst)} draws level
              </li>
            ),
          )}
        </ul>
      )}
    </Card>
  );
}

function tellRange({ low, high }: { low: number; high: number }): string {
  return points(low) === points(high) ? `${points(low)} points` : `${points(low)}–${points(high)} points`;
}

/** Solid up to what is sure, fading up to what missing scores may add. */
function Bar({ low, high }: { low: number; high: number }) {
  return (
    <span aria-hidden="true" className="ml-13 flex h-1.5 overflow-hidden rounded bg-sunk">
      <span className="bg-accent" style={{ width: `${low * 100}%` }} />
      <span
        className="bg-linear-to-r from-accent/50 to-transparent"
        style={{ width: `${(high - low) * 100}%` }}
      />
    </span>
  );
}

function Notes({
  beaten,
  optionId,
  titleOf,
  missing,
}: {
  beaten: readonly Dominance[];
  optionId: string;
  titleOf: (id: string) => string;
  missing: readonly string[];
}) {
  const better = beaten
    .filter(({ dominates }) => dominates === optionId)
    .map((pair) => titleOf(pair.optionId));
  if (better.length === 0 && missing.length === 0) return null;
  const [first = "", ...others] = better;
  return (
    <p className="ml-13 text-xs text-muted">
      {better.length > 0 &&
        `${first}${others.length > 0 ? ` and ${others.length} more are` : " is"} at least as good by every criterion. `}
      {missing.length > 0 &&
        `Nobody scored ${missing.length > 3 ? `${missing.length} criteria` : missing.join(", ")}.`}
    </p>
  );
}
