"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useWorkspace } from "@/features/workspaces/ui";
import { useTRPC } from "@/platform/trpc/client";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { formatCount, formatDate } from "@/ui/format";
import { Legend } from "@/ui/glyphs/legend";
import { Link } from "@/ui/link";
import { PageHeader } from "@/ui/page-header";
import { DecideNext } from "./decide-next";
import { EffortCard } from "./effort-card";
import { ExpertiseCard } from "./expertise-card";
import type { PortfolioFilter } from "./filter";
import { MadeOf } from "./made-of";
import { PortfolioTable } from "./portfolio-table";

export function PortfolioScreen({
  workspace,
  filter,
  views,
}: {
  workspace: string;
  filter: PortfolioFilter;
  /** The saved views as tabs, and what takes one elsewhere. */
  views: ReactNode;
}) {
  const trpc = useTRPC();
  const frame = useWorkspace(workspace);
  const { data } = useSuspenseQuery(trpc.portfolio.overview.queryOptions({ workspace }));
  const create = frame.may("project.create") && (
    <Button asChild variant="primary">
      <Link href={`/w/${workspace}/projects/new`}>New project</Link>
    </Button>
  );
  if (data.projects.length === 0) {
    return (
      <>
        <PageHeader title="Portfolio" />
        <EmptyState
          title="Nothing to see yet"
          description="With the first project you see here where effort goes, which expertise is short, and what to decide next."
          action={create}
        />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title="Portfolio"
        subtitle={`${formatCount(data.projects.length, "project")} · forecasts as of ${formatDate(data.asOf)}`}
        actions={create}
      />
      {views}
      <div className="mb-4 grid items-start gap-4 lg:grid-cols-2 xl:grid-cols-[280px_minmax(0,1fr)_290px]">
        <EffortCard workspace={workspace} projects={data.projects} everyTechnique={filter.everyTechnique} />
        <ExpertiseCard workspace={workspace} projects={data.projects} people={data.people} asOf={data.asOf} />
        <DecideNext workspace={workspace} projects={data.projects} />
      </div>
      <MadeOf workspace={workspace} projects={data.projects} people={data.people} show={filter.show} />
      <PortfolioTable
        workspace={workspace}
        projects={data.projects}
        filter={filter}
        currency={frame.currency}
      />
      <div className="mt-4">
        <Legend />
      </div>
    </>
  );
}
