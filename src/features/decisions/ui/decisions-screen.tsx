"use client";

import { Link } from "@/ui/link";
import { PageHeader } from "@/ui/page-header";
import { TabBar } from "@/ui/tab-bar";
import { asQuery, type DecisionFilter, decisionStates, filterAddress } from "./decision-filter";
import { DecisionGraph } from "./decision-graph";
import { DecisionList } from "./decision-list";
import { DecisionSearch } from "./decision-search";
import { DecisionTimeline } from "./decision-timeline";
import { ExportMenu } from "./export-menu";
import { ReviewsDueCard } from "./reviews-due-card";
import { SuggestedNowCard } from "./suggested-now-card";
import { ViewSwitch } from "./view-switch";

export function DecisionsScreen({ workspace, filter }: { workspace: string; filter: DecisionFilter }) {
  const { state, view } = filter;
  const base = `/w/${workspace}/decisions`;
  const isNarrowed = filter.text !== "" || filter.phase !== null || filter.projectKey !== null;
  return (
    <>
      <PageHeader
        title="Decisions"
        subtitle={subtitles[view]}
        actions={
          <>
            <Link href={`${base}/next`} className="text-sm text-accent underline underline-offset-2">
              Decide next
            </Link>
            <ViewSwitch base={base} filter={filter} />
            <ExportMenu workspace={workspace} which={asQuery(filter)} />
          </>
        }
      />
      <TabBar label="State">
        {decisionStates.map((known) => (
          <Link
            key={known}
            href={filterAddress(base, { ...filter, state: known, before: null })}
            aria-current={known === state ? "page" : undefined}
            className="-mb-px inline-flex min-h-9 items-center border-b-2 border-transparent text-sm text-muted capitalize hover:text-ink aria-[current]:border-ink aria-[current]:font-medium aria-[current]:text-ink"
          >
            {known}
          </Link>
        ))}
      </TabBar>
      <DecisionSearch key={view} workspace={workspace} base={base} filter={filter} />
      {view === "list" && (
        <>
          {(state === "open" || state === "decided") && !isNarrowed && (
            <ReviewsDueCard workspace={workspace} />
          )}
          <DecisionList workspace={workspace} filter={filter} />
          {state === "open" && <SuggestedNowCard workspace={workspace} />}
        </>
      )}
      {view === "timeline" && <DecisionTimeline workspace={workspace} base={base} filter={filter} />}
      {view === "graph" && <DecisionGraph workspace={workspace} filter={filter} />}
    </>
  );
}

const subtitles = {
  list: "Over all projects; the oldest open one first",
  timeline: "What was asked and decided, and what is to be looked at again",
  graph: "Which come before which, and which took whose place",
} as const;
