"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import Link from "next/link";
import { Discussion } from "@/features/comments/ui";
import { useWorkspace } from "@/features/workspaces/ui";
import { phaseNames } from "@/planning";
import { useTRPC } from "@/platform/trpc/client";
import { Avatar } from "@/ui/avatar";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { formatDate } from "@/ui/format";
import { DecisionDiamond } from "@/ui/glyphs/decision-diamond";
import { Markdown } from "@/ui/markdown";
import { PageHeader } from "@/ui/page-header";
import { RelativeTime } from "@/ui/time";
import { DecideDialog } from "./decide-dialog";
import { EditDecisionDialog } from "./edit-decision-dialog";
import { ReopenDialog, SupersedeDialog } from "./end-outcome-dialog";
import { OptionDialog } from "./option-dialog";
import { OptionList } from "./option-list";
import { OutcomeCard } from "./outcome-card";
import { PositionsCard } from "./positions-card";

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
  const records = new Map(previews.options.map(({ optionId, ...record }) => [optionId, record]));
  const base = `/w/${workspace}/projects/${projectKey}`;
  const isOpen = decision.state === "open";
  const mayEdit = isOpen && frame.may("decision.edit");
  return (
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
                {isOpen ? "decides after advice" : "owns this"}
              </span>
              {decision.dueOn !== null && <span>due {formatDate(decision.dueOn)}</span>}
              <span>
                asked by {decision.askedBy}, <RelativeTime at={decision.askedAt} />
              </span>
            </span>
          }
          actions={
            <>
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
                  <ReopenDialog workspace={workspace} decision={decision} />
                  <SupersedeDialog workspace={workspace} decision={decision} />
                </>
              )}
            </>
          }
        />
        <div className="grid gap-5">
          <Links base={base} decision={decision} />
          {decision.standing !== null && (
            <OutcomeCard outcome={decision.standing} currency={frame.currency} />
          )}
          {decision.context !== "" && <Markdown text={decision.context} />}
          <section aria-labelledby="options">
            <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
              <h2 id="options" className="text-sm font-semibold">
                Options and what they do to the plan{" "}
                <span className="font-normal text-muted">against the plan as it stands</span>
              </h2>
              {mayEdit && (
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
              )}
            </div>
            <OptionList
              workspace={workspace}
              decision={decision}
              records={records}
              currency={frame.currency}
              editable={mayEdit}
            />
          </section>
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
          decisionId={decision.id}
          options={decision.options}
          positions={decision.positions}
          myMembershipId={frame.membershipId}
          mayTake={isOpen && frame.may("position.take")}
        />
        <Discussion workspace={workspace} subject={{ subjectType: "decision", subjectId: decision.id }} />
      </aside>
    </div>
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
  };
}) {
  const { supersedes, supersededBy, dependsOn, neededBy } = decision;
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
  if (supersedes === null && supersededBy === null && dependsOn.length === 0 && neededBy.length === 0)
    return null;
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
      {supersedes !== null && <p className="text-muted">Supersedes {link(supersedes)}</p>}
      {neededBy.length > 0 && <p className="text-muted">Waited for by {neededBy.map(link)}</p>}
    </div>
  );
}
