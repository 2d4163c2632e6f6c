"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Suspense, useMemo, useState } from "react";
import { Discussion, DiscussionView } from "@/features/comments/ui";
import { useWorkspace } from "@/features/workspaces/ui";
import { cellOf, phaseNames } from "@/planning";
import { useTRPC } from "@/platform/trpc/client";
import { Callout } from "@/ui/callout";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { PageHeader } from "@/ui/page-header";
import { Skeleton } from "@/ui/skeleton";
import { CriterionDialog } from "./criterion-dialog";
import { ScoringCriteria } from "./scoring-criteria";
import { type Scoring, savedWeights, type Weights } from "./scoring-data";
import { ScoringGrid } from "./scoring-grid";
import { ScoringResult } from "./scoring-result";
import { ScoringRounds } from "./scoring-rounds";
import { scoringThreads } from "./scoring-threads";

/** Weighing the options of a decision: criteria, blind scores, rounds, and what they come to. */
export function ScoringScreen({
  workspace,
  projectKey,
  number,
}: {
  workspace: string;
  projectKey: string;
  number: number;
}) {
  const trpc = useTRPC();
  const frame = useWorkspace(workspace);
  const which = { workspace, projectKey, number };
  const { data: scoring } = useSuspenseQuery(trpc.scoring.byNumber.queryOptions(which));
  const about = { subjectType: "decision", subjectId: scoring.id } as const;
  const { data: discussed } = useSuspenseQuery(trpc.comments.outline.queryOptions({ workspace, ...about }));
  const threads = useMemo(() => scoringThreads(discussed), [discussed]);
  const [chosen, setChosen] = useState<number | null>(null);
  const [tried, setTried] = useState<Weights | null>(null);
  const base = `/w/${workspace}/projects/${projectKey}`;
  const weights = tried !== null && matches(scoring, tried) ? tried : savedWeights(scoring);
  const trial = weights === tried;
  const round = scoring.rounds.find((candidate) => candidate.number === chosen) ?? scoring.rounds.at(-1);
  const editable = scoring.isOpen && frame.may("decision.edit");
  const both = { workspace, scoring };
  const discussion = (
    <Discussion
      workspace={workspace}
      subject={{
        ...about,
        projectId: scoring.project.id,
        options: scoring.options,
        criteria: scoring.criteria,
        context: scoring.context,
        version: scoring.version,
        mayEdit: editable,
      }}
    />
  );
  return (
    <DiscussionView>
      <PageHeader
        eyebrow={
          <>
            <Link href={base} className="hover:underline">
              {scoring.project.name}
            </Link>{" "}
            ·{" "}
            <Link href={`${base}/phases/${scoring.phase}`} className="hover:underline">
              {phaseNames[scoring.phase]}
            </Link>{" "}
            ·{" "}
            <Link href={`${base}/decisions/${number}`} className="hover:underline">
              D-{number} {scoring.question}
            </Link>
          </>
        }
        title="Scoring"
        subtitle="Everybody scores alone first; only then are scores compared."
      />
      {round === undefined || scoring.criteria.length === 0 ? (
        <div className="grid grid-cols-1 gap-6">
          <EmptyState
            title="No criteria yet"
            description="What should a good option be measured by? Add quality on your own data, cost, latency, licence, whatever the choice depends on; each with its scale and weight. Then everybody scores, independently."
            action={editable ? <CriterionDialog {...both} criterion={null} /> : undefined}
          />
          {discussion}
        </div>
      ) : (
        <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_340px]">
          <div className="grid min-w-0 grid-cols-1 gap-4">
            <ScoringRounds {...both} round={round} onChoose={setChosen} />
            {scoring.options.length === 0 && (
              <Callout>
                There is no option to score yet.{" "}
                <Link href={`${base}/decisions/${number}`} className="underline underline-offset-2">
                  Add options to the decision
                </Link>
              </Callout>
            )}
            {isMine(scoring, round.number) && frame.may("position.take") && (
              <ScoringGrid key={round.id} {...both} round={round} threads={threads} />
            )}
            {round.sees && (
              <Suspense fallback={<Skeleton className="h-96" />}>
                <ScoringResult {...both} round={round} weights={weights} trial={trial} threads={threads} />
              </Suspense>
            )}
          </div>
          <div className="grid min-w-0 grid-cols-1 gap-6">
            <ScoringCriteria
              {...both}
              editable={editable}
              weights={weights}
              trial={trial}
              threads={threads}
              onChange={setTried}
            />
            {discussion}
          </div>
        </div>
      )}
    </DiscussionView>
  );
}

/** Whether there is something left for the asker to score in the round. */
function isMine(scoring: Scoring, number: number): boolean {
  const last = scoring.rounds.at(-1);
  if (last === undefined || last.number !== number || last.revealed !== null || !scoring.isOpen) return false;
  const given = new Set(scoring.mine.given.map(cellOf));
  return scoring.options.some((option) =>
    scoring.criteria.some(
      (criterion) => !given.has(cellOf({ optionId: option.id, criterionId: criterion.id })),
    ),
  );
}

/** Weights that are tried out hold as long as they are about the criteria that there are. */
function matches(scoring: Scoring, tried: Weights): boolean {
  const known = new Set(scoring.criteria.map(({ id }) => id));
  return tried.of.length === known.size && tried.of.every(({ criterionId }) => known.has(criterionId));
}
