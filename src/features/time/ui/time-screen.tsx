"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
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
import { Select } from "@/ui/select";
import type { TimeRow } from "../queries";
import { AddTask } from "./add-task";
import type ImportForm from "./import-form";
import { useHours } from "./use-hours";
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
  const router = useRouter();
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
  const address = (of: { monday?: string; member?: string | null }) => {
    const query = new URLSearchParams();
    if (of.monday !== undefined) query.set("week", of.monday);
    if (of.member !== null && of.member !== undefined) query.set("member", of.member);
    return `/w/${workspace}/time?${query}`;
  };
  return (
    <>
      <PageHeader
        title="Time"
        subtitle={`${formatDateRange(week.monday, dayPlus(week.monday, 6))}, hours${week.member.isMe ? "" : ` of ${week.member.name}`}`}
        actions={
          <>
            {week.members.length > 1 && (
              <Select
                aria-label="Whose time"
                value={week.member.id}
                onChange={(event) => {
                  const { value } = event.target;
                  router.push(
                    address({ monday: week.monday, member: value === frame.membershipId ? null : value }),
                  );
                }}
              >
                {week.members.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
            <nav aria-label="Weeks" className="flex gap-1">
              <Button asChild>
                <Link href={address({ monday: dayPlus(week.monday, -7), member: memberId })}>
                  <ChevronLeft aria-hidden="true" className="size-4" /> Previous week
                </Link>
              </Button>
              <Button asChild>
                <Link href={address({ member: memberId })}>This week</Link>
              </Button>
              <Button asChild>
                <Link href={address({ monday: dayPlus(week.monday, 7), member: memberId })}>
                  Next week <ChevronRight aria-hidden="true" className="size-4" />
                </Link>
              </Button>
            </nav>
          </>
        }
      />
      <div className="grid gap-4">
        <FormError message={start.message ?? discard.message} />
        {rows.length === 0 ? (
          <EmptyState
            title="Nothing on the sheet yet"
            description="Tasks that are assigned to you, and those you booked time on in the last two weeks, are here. Any other can be added below."
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
