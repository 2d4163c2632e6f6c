"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { type ComponentProps, useState, useSyncExternalStore } from "react";
import { dayPlus } from "@/planning";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { FormError } from "@/ui/form-error";
import { formatDateRange } from "@/ui/format";
import { localDay } from "@/ui/local-day";
import { onDemand, useOnDemand } from "@/ui/on-demand";
import { PageHeader } from "@/ui/page-header";
import type { TimeRow } from "../queries";
import { AddTask } from "./add-task";
import type ImportForm from "./import-form";
import { useHours } from "./use-hours";
import { WeekActions } from "./week-actions";
import { WeekGrid } from "./week-grid";

type Props = {
  workspace: string;
  /** A day of the week. */
  day: string;
  /** Whose week; null is one's own. */
  memberId: string | null;
};

/** Where time is booked, by those who work on projects. */
export function TimeScreen(props: Props) {
  const trpc = useTRPC();
  const { workspace } = props;
  const { data: frame } = useSuspenseQuery(trpc.workspaces.frame.queryOptions({ workspace }));
  if (frame.permissions.includes("time.book")) return <Sheet {...props} />;
  return (
    <>
      <PageHeader title="Time" />
      <EmptyState
        title="No time sheet"
        description="A viewer reads and comments, and books no time. Ask an admin of the workspace for another role."
      />
    </>
  );
}

/** A week of a member's time over all projects. */
function Sheet({ workspace, day, memberId }: Props) {
  const trpc = useTRPC();
  const api = useApi();
  const { data: week } = useSuspenseQuery(trpc.time.week.queryOptions({ workspace, day, memberId }));
  const { data: frame } = useSuspenseQuery(trpc.workspaces.frame.queryOptions({ workspace }));
  const edits = useHours(workspace, week, day, memberId);
  const [added, setAdded] = useState<readonly TimeRow[]>([]);
  const start = useSubmit(api.time.startTimer.mutate);
  const discard = useSubmit(api.time.discardTimer.mutate);
  const today = useToday();
  const isSame = (a: TimeRow, b: TimeRow) => a.projectId === b.projectId && a.taskKey === b.taskKey;
  const rows = [...week.rows, ...added.filter((row) => !week.rows.some((other) => isSame(row, other)))];
  const { timer } = frame;
  const whom = week.member.isMe ? "you" : week.member.name;
  return (
    <>
      <PageHeader
        title="Time"
        subtitle={`${formatDateRange(week.monday, dayPlus(week.monday, 6))}, hours${week.member.isMe ? "" : ` of ${week.member.name}`}`}
        actions={
          <WeekActions workspace={workspace} week={week} memberId={memberId} me={frame.membershipId} />
        }
      />
      <div className="grid gap-4">
        <FormError message={start.message ?? discard.message} />
        {rows.length === 0 ? (
          <EmptyState
            title="Nothing on the sheet yet"
            description={`Tasks that are assigned to ${whom} and not done, and those with time of the last two weeks, are here. Any other can be added below.`}
          />
        ) : (
          <WeekGrid
            workspace={workspace}
            week={week}
            rows={rows}
            today={today}
            edits={edits}
            timed={
              week.member.isMe && timer !== null
                ? { projectKey: timer.project.key, taskKey: timer.taskKey }
                : null
            }
            onStart={
              week.member.isMe && timer === null
                ? ({ projectId, taskKey }) =>
                    void start.submit((mutationId) => ({ workspace, mutationId, projectId, taskKey }))
                : null
            }
            onDiscard={() => {
              if (timer === null) return;
              void discard.submit((mutationId) => ({ workspace, mutationId, timerId: timer.id }));
            }}
          />
        )}
        <Card title="Add a task">
          <AddTask
            workspace={workspace}
            projects={week.projects}
            onAdd={(row) => setAdded((before) => [...before.filter((other) => !isSame(row, other)), row])}
          />
        </Card>
        <Card title="Import from a spreadsheet">
          <ImportOnDemand workspace={workspace} memberId={memberId} projects={week.projects} />
        </Card>
        <p className="max-w-prose text-xs text-muted">
          A task's effort so far is the sum of its entries from all people as soon as it has one; before, it
          is what was typed into the task. The first entry begins a planned task on its day. A timer counts
          whole minutes, kept as hours with two decimals.
        </p>
      </div>
    </>
  );
}

const importForm = onDemand(() => import("./import-form"));

function ImportOnDemand(props: ComponentProps<typeof ImportForm>) {
  const { Component, want } = useOnDemand(importForm);
  if (Component !== null) return <Component {...props} />;
  return <Button onClick={want}>Import a CSV file…</Button>;
}

/** The day it is where the person is: the server can't know it. */
function useToday(): string | null {
  return useSyncExternalStore(
    () => () => {},
    () => localDay(new Date()),
    () => null,
  );
}
