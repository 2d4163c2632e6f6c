"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useWorkspace } from "@/features/workspaces/ui";
import { useTRPC } from "@/platform/trpc/client";
import { Button } from "@/ui/button";
import { drawnFirst } from "@/ui/drawn-first";
import { EmptyState } from "@/ui/empty-state";
import { formatCount, formatDate } from "@/ui/format";
import { Legend } from "@/ui/glyphs/legend";
import { Link } from "@/ui/link";
import { PageHeader } from "@/ui/page-header";
import type { PortfolioFilter } from "./filter";
import { PortfolioTable } from "./portfolio-table";

const Pictures = drawnFirst(() => import("./pictures"));

/** While forecasts are being brought up to date, the page asks how far that has come. */
const askAgainMs = 2_000;

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
  const { data } = useSuspenseQuery({
    ...trpc.portfolio.overview.queryOptions({ workspace, filter }),
    refetchInterval: ({ state }) => ((state.data?.stale ?? 0) > 0 ? askAgainMs : false),
  });
  const create = frame.may("project.create") && (
    <Button asChild variant="primary">
      <Link href={`/w/${workspace}/projects/new`}>New project</Link>
    </Button>
  );
  if (data.projectCount === 0) {
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
        subtitle={`${formatCount(data.projectCount, "project")} · forecasts as of ${formatDate(data.asOf)}${beingMade(data.stale)}`}
        actions={
          <>
            <Button asChild>
              <Link href={`/w/${workspace}/portfolio/schedule`}>Schedule</Link>
            </Button>
            {create}
          </>
        }
      />
      {views}
      <Pictures workspace={workspace} data={data} filter={filter} />
      <PortfolioTable workspace={workspace} data={data} filter={filter} currency={frame.currency} />
      <div className="mt-4">
        <Legend />
      </div>
    </>
  );
}

function beingMade(stale: number): string {
  return stale === 0 ? "" : ` · ${formatCount(stale, "forecast")} being brought up to date`;
}
