"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { Fragment } from "react";
import { FollowMenu } from "@/features/attention/ui";
import { ContextTools, Discussion, DiscussionView } from "@/features/comments/ui";
import { useWorkspace } from "@/features/workspaces/ui";
import { phaseNames } from "@/planning";
import { useTRPC } from "@/platform/trpc/client";
import { Avatar } from "@/ui/avatar";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { drawnFirst } from "@/ui/drawn-first";
import { formatDate } from "@/ui/format";
import { DecisionDiamond } from "@/ui/glyphs/decision-diamond";
import { Link } from "@/ui/link";
import { Markdown } from "@/ui/markdown";
import { PageHeader } from "@/ui/page-header";
import { RelativeTime } from "@/ui/time";
import { AddModelDialog } from "./add-model-dialog";
import { DecideDialog } from "./decide-dialog";
import { DependenciesDialog } from "./dependencies-dialog";
import { EditDecisionDialog } from "./edit-decision-dialog";
import { ReopenDialog, StillHoldsDialog, SupersedeDialog } from "./end-outcome-dialog";
import { ExportMenu } from "./export-menu";
import { OptionDialog } from "./option-dialog";
import { OptionList } from "./option-list";
import { PositionsCard } from "./positions-card";
import { processWords } from "./process-words";

import { RationaleSoFar } from "./rationale-so-far";
import { ScoringLine } from "./scoring-line";
import { TextSection } from "./text-section";

// Rendered by the server like everything else; alive a moment after what is above them.
const DecisionEvidence = drawnFirst(() => import("./decision-evidence"));
const LeftOpen = drawnFirst(async () => ({ default: (await import("./left-open")).LeftOpen }));
const OutcomeCard = drawnFirst(async () => ({ default: (await import("./outcome-card")).OutcomeCard }));

export function DecisionScreen({
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
  const { data: decision } = useSuspenseQuery(trpc.decisions.byNumber.queryOptions(which));
  const { data: previews } = useSuspenseQuery(trpc.decisions.optionPreviews.queryOptions(which));
  const about = { subjectType: "decision", subjectId: decision.id } as const;
  const { data: discussed } = useSuspenseQuery(trpc.comments.outline.queryOptions({ workspace, ...about }));
  const records = new Map(previews.options.map(({ optionId, ...record }) => [optionId, record]));
  const base = `/w/${workspace}/projects/${projectKey}`;
  const isOpen = decision.state === "open";
  const mayEdit = isOpen && frame.may("decision.edit");
  return (
    <DiscussionView>
      <div className="grid grid-cols-1 gap-6 xl:grid-cols-[minmax(0,1fr)_330px]">
        <div className="min-w-0">
          <PageHeader
            eyebrow={
              <>
                <Link href={base} className="hover:underline">
                  {decision.project.name}
                </Link>{" "}
                ·{" "}
                <Link href={`${base}/phases/${decision.phase}`} className="hover:underline">
                  {phaseNames[decision.phase]}
                </Link>{" "}
                · D-{decision.number}
              </>
            }
            mark={<DecisionDiamond open={isOpen} superseded={decision.state === "superseded"} size={22} />}
            title={decision.question}
            subtitle={
              <span className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
                <span className="flex items-center gap-1.5">
                  <Avatar name={decision.owner.name} size="sm" /> {decision.owner.name}{" "}
                  {isOpen ? processWords[decision.process].decides : "owns this"}
                </span>
                {decision.dueOn !== null && <span>due {formatDate(decision.dueOn)}</span>}
                <span>
                  asked by {decision.askedBy}, <RelativeTime at={decision.askedAt} />
                </span>
              </span>
            }
            actions={
              <>
                <ExportMenu workspace={workspace} which={{ projectKey, number }} />
                <FollowMenu
                  workspace={workspace}
                  subject={{ kind: "decision", decisionId: decision.id }}
                  what="decision"
                />
                {mayEdit && <EditDecisionDialog workspace={workspace} decision={decision} />}
                {isOpen && decision.mayDecide && decision.options.length > 0 && (
                  <DecideDialog
                    workspace={workspace}
                    decision={decision}
                    previews={records}
                    currency={frame.currency}
                  />
                )}
                {decision.state === "decided" && decision.mayDecide && (
                  <>
                    <StillHoldsDialog
                      workspace={workspace}
                      decision={decision}
                      isDue={decision.standing?.isReviewDue ?? false}
                    />
                    <ReopenDialog workspace={workspace} decision={decision} />
                    <SupersedeDialog workspace={workspace} decision={decision} />
                  </>
                )}
              </>
            }
          />
          <div className="grid gap-5">
            <Links base={base} decision={decision} />
            {mayEdit && (
              <div>
                <DependenciesDialog workspace={workspace} decision={decision} />
              </div>
            )}
            {decision.standing !== null && (
              <OutcomeCard outcome={decision.standing} currency={frame.currency} />
            )}
            {isOpen && previews.open !== null && previews.open.options.length > 0 && (
              <LeftOpen open={previews.open} runs={previews.runs} asOf={previews.asOf} />
            )}
            <TextSection
              workspace={workspace}
              decisionId={decision.id}
              field="context"
              isEmpty={decision.context === ""}
              editable={mayEdit}
            >
              <div className="relative">
                <div id="context">
                  <Markdown text={decision.context} />
                </div>
                {frame.may("comment.write") && (
                  <ContextTools context={decision.context} quotes={discussed.quotes} />
                )}
              </div>
            </TextSection>
            <section aria-labelledby="options">
              <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
                <h2 id="options" className="text-sm font-semibold">
                  Options and what they do to the plan{" "}
                  <span className="font-normal text-muted">against the plan as it stands</span>
                </h2>
                {mayEdit && (
                  <span className="flex flex-wrap items-center gap-2">
                    {decision.phase === "model-selection" && (
                      <Link
                        href={`${base}/models`}
                        className="text-sm text-accent underline underline-offset-2"
                      >
                        Shortlist by the brief
                      </Link>
                    )}
                    <AddModelDialog
                      workspace={workspace}
                      decisionId={decision.id}
                      currency={frame.currency}
                    />
                    <OptionDialog
                      workspace={workspace}
                      decisionId={decision.id}
                      option={null}
                      currency={frame.currency}
                      trigger={
                        <Button size="sm" icon={<Plus aria-hidden="true" className="size-3.5" />}>
                          Add an option
                        </Button>
                      }
                    />
                  </span>
                )}
              </div>
              <OptionList
                workspace={workspace}
                decision={decision}
                records={records}
                currency={frame.currency}
                editable={mayEdit}
                threads={discussed.options}
              />
            </section>
            <DecisionEvidence workspace={workspace} decision={decision} />
            <ScoringLine {...which} />
            {isOpen && <RationaleSoFar workspace={workspace} decision={decision} editable={mayEdit} />}
            {decision.outcomes
              .filter((outcome) => outcome.ended !== null)
              .map((outcome) => (
                <OutcomeCard key={outcome.id} outcome={outcome} currency={frame.currency} />
              ))}
          </div>
        </div>
        <aside
          aria-label="Positions and discussion"
          className="grid min-w-0 grid-cols-1 content-start gap-6 border-line max-xl:border-t max-xl:pt-6 xl:border-l xl:pl-5"
        >
          <PositionsCard
            workspace={workspace}
            decision={decision}
            isOpen={isOpen}
            myMembershipId={frame.membershipId}
            may={{
              take: isOpen && frame.may("position.take"),
              answer: isOpen && decision.mayDecide,
              consult: mayEdit,
            }}
          />
          <Discussion
            workspace={workspace}
            subject={{
              ...about,
              projectId: decision.project.id,
              options: decision.options,
              criteria: decision.criteria,
              context: decision.context,
              version: decision.version,
              mayEdit,
            }}
          />
        </aside>
      </div>
    </DiscussionView>
  );
}

type Linked = { number: number; question: string };

function Links({
  base,
  decision,
}: {
  base: string;
  decision: {
    supersedes: Linked | null;
    supersededBy: Linked | null;
    dependsOn: readonly (Linked & { state: string })[];
    neededBy: readonly Linked[];
    from: {
      taskKey: string | null;
      comment: { id: string; author: string; decision: number | null } | null;
    };
  };
}) {
  const { supersedes, supersededBy, dependsOn, neededBy, from } = decision;
  const link = (other: Linked) => (
    <Link
      key={other.number}
      href={`${base}/decisions/${other.number}`}
      className="text-accent underline underline-offset-2"
    >
      D-{other.number} {other.question}
    </Link>
  );
  const undecided = dependsOn.filter((other) => other.state === "open");
  const settled = dependsOn.filter((other) => other.state !== "open");
  const list = (others: readonly Linked[]) =>
    others.map((other, place) => (
      <Fragment key={other.number}>
        {place > 0 && ", "}
        {link(other)}
      </Fragment>
    ));
  const nothing =
    supersedes === null && supersededBy === null && dependsOn.length === 0 && neededBy.length === 0;
  if (nothing && from.taskKey === null && from.comment === null) return null;
  return (
    <div className="grid gap-2 text-sm">
      {supersededBy !== null && (
        <Callout title="This decision was superseded">{link(supersededBy)} takes its place.</Callout>
      )}
      {undecided.length > 0 && (
        <Callout title="Other decisions should come first">
          <span className="grid">{undecided.map(link)}</span>
        </Callout>
      )}
      {from.comment !== null && (
        <p className="text-muted">
          Asked from{" "}
          <Link
            href={`${base}${from.comment.decision === null ? "" : `/decisions/${from.comment.decision}`}#comment-${from.comment.id}`}
            className="text-accent underline underline-offset-2"
          >
            a comment by {from.comment.author}
          </Link>
        </p>
      )}
      {from.taskKey !== null && (
        <p className="text-muted">
          Asked from{" "}
          <Link
            href={`${base}/plan#task-${from.taskKey}`}
            className="text-accent underline underline-offset-2"
          >
            a task of the plan
          </Link>
        </p>
      )}
      {supersedes !== null && <p className="text-muted">Supersedes {link(supersedes)}</p>}
      {settled.length > 0 && <p className="text-muted">Came after {list(settled)}</p>}
      {neededBy.length > 0 && <p className="text-muted">Waited for by {list(neededBy)}</p>}
    </div>
  );
}
