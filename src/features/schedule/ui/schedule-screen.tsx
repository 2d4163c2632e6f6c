"use client";

import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useWorkspace } from "@/features/workspaces/ui";
import { useTRPC } from "@/platform/trpc/client";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { formatCount, formatDate } from "@/ui/format";
import { Link } from "@/ui/link";
import { PageHeader } from "@/ui/page-header";
import type { ScheduleRun } from "../queries";
import { KeptSchedules } from "./kept-schedules";
import { LoadCard } from "./load-card";
import { NobodyCard } from "./nobody-card";
import { OrderTable } from "./order-table";
import { RunBar } from "./run-bar";

/** How often the screen asks what a running schedule has found. */
const askEveryMs = 500;

/** All projects in their order, what levelling them together makes of each, and the schedules that are kept. */
export function ScheduleScreen({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const frame = useWorkspace(workspace);
  const { data } = useSuspenseQuery(trpc.schedule.overview.queryOptions({ workspace }));
  const { data: run = null } = useQuery({
    ...trpc.schedule.run.queryOptions({ workspace }),
    refetchInterval: ({ state }) => (isUnderWay(state.data ?? null) ? askEveryMs : false),
  });
  // What was moved or fixed a moment ago is levelled too: a run begins once the changes before it are saved.
  const changes = useRef<Promise<unknown>>(Promise.resolve());
  const onChange = (change: Promise<unknown>) => {
    changes.current = Promise.allSettled([changes.current, change]);
  };
  const mayChange = frame.may("portfolio.schedule");
  const back = (
    <Button asChild>
      <Link href={`/w/${workspace}/portfolio`}>Portfolio</Link>
    </Button>
  );
  if (data.projects.length === 0)
    return (
      <>
        <PageHeader title="Schedule" actions={back} />
        <EmptyState
          title="No project to schedule"
          description="Projects that are not launched yet stand here in the order in which they are preferred, and are levelled together under the people there are."
        />
      </>
    );
  return (
    <>
      <PageHeader
        title="Schedule"
        subtitle={`${formatCount(data.projects.length, "project")} in order of priority · finishes are P50 as of ${formatDate(data.asOf)}`}
        actions={back}
      />
      {mayChange && <RunBar workspace={workspace} run={run} saved={() => changes.current} />}
      <Card
        title="Order and finishes"
        hint={mayChange ? "drag a row, or press Alt and an arrow key on its handle" : undefined}
        className="mb-4"
      >
        <OrderTable
          workspace={workspace}
          asOf={data.asOf}
          version={data.version}
          projects={data.projects}
          scheduled={run?.result ?? null}
          mayChange={mayChange}
          onChange={onChange}
        />
      </Card>
      {run?.result && (
        <div className="mb-4 grid items-start gap-4 lg:grid-cols-2">
          <LoadCard loads={run.result.loads} />
          <NobodyCard workspace={workspace} nobody={run.result.nobody} />
        </div>
      )}
      <KeptSchedules
        workspace={workspace}
        schedules={data.schedules}
        dropped={data.dropped}
        projects={data.projects}
        mayChange={mayChange}
      />
    </>
  );
}

function isUnderWay(run: Pick<ScheduleRun, "state"> | null): boolean {
  return run !== null && (run.state === "waiting" || run.state === "running" || run.state === "interrupted");
}
