"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { rankOptions, type ScoredDecision } from "@/planning";
import { useTRPC } from "@/platform/trpc/client";
import { Callout } from "@/ui/callout";
import { scoresOf } from "../scoring-rules";
import { ScoringAgreement } from "./scoring-agreement";
import { type Scoring, type ScoringRound, type Weights, weighedCriteria } from "./scoring-data";
import { ScoringMatrix } from "./scoring-matrix";
import { ScoringMoves } from "./scoring-moves";
import { ScoringRanking } from "./scoring-ranking";
import type { ScoringThreads } from "./scoring-threads";

/** What a round that may be seen comes to. */
export function ScoringResult({
  workspace,
  scoring,
  round,
  weights,
  trial,
  threads,
}: {
  workspace: string;
  scoring: Scoring;
  round: ScoringRound;
  weights: Weights;
  trial: boolean;
  threads: ScoringThreads;
}) {
  const trpc = useTRPC();
  const which = { workspace, projectKey: scoring.project.key, number: scoring.number };
  const { data: matrix } = useSuspenseQuery(
    trpc.scoring.matrix.queryOptions({ ...which, round: round.number }),
  );
  const { data: earlier } = useSuspenseQuery(
    trpc.scoring.matrix.queryOptions({ ...which, round: Math.max(1, round.number - 1) }),
  );
  const criteria = weighedCriteria(scoring.criteria, weights);
  if (matrix.sealed || scoring.options.length === 0) return null;
  if (matrix.members.length === 0) {
    return <Callout>Nobody handed in scores in this round.</Callout>;
  }
  if (criteria === null) return <Callout tone="warn">At least one criterion must count.</Callout>;
  const decision: ScoredDecision = {
    weighting: "direct",
    criteria,
    optionIds: scoring.options.map(({ id }) => id),
    scores: scoresOf(scoring.options, scoring.criteria, matrix.cells),
  };
  const ranking = rankOptions(decision);
  return (
    <div className="grid min-w-0 grid-cols-1 gap-4">
      <ScoringRanking scoring={scoring} decision={decision} ranking={ranking} trial={trial} />
      {round.number > 1 && earlier.sealed === false && (
        <ScoringMoves scoring={scoring} criteria={criteria} before={earlier} after={matrix} />
      )}
      <ScoringAgreement scoring={scoring} matrix={matrix} />
      <ScoringMatrix
        workspace={workspace}
        scoring={scoring}
        matrix={matrix}
        weights={weights}
        threads={threads}
        order={ranking.options.map(({ optionId }) => optionId)}
      />
    </div>
  );
}
