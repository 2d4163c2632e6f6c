"use client";

import { Square, Timer } from "lucide-react";
import { isForgotten } from "@/planning";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { DialogOnDemand } from "@/ui/dialog-on-demand";
import { formatWorkedHours } from "@/ui/format";
import { localDay } from "@/ui/local-day";
import { onDemand } from "@/ui/on-demand";
import { useNow } from "@/ui/time";
import { toast } from "@/ui/toast-queue";

export type Running = {
  readonly id: string;
  readonly taskName: string;
  readonly startedAt: Date;
};

const stopPanel = onDemand(() => import("./stop-panel"));

/** The timer while it runs, on every page: what it runs on, how long, and the way to stop it. */
export function RunningTimer({ workspace, timer }: { workspace: string; timer: Running }) {
  const now = useNow();
  const { taskName, startedAt } = timer;
  return (
    <section
      aria-label="Timer"
      className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-xs lg:mb-2"
    >
      <span className="flex min-w-0 items-center gap-1.5">
        <Timer aria-hidden="true" className="size-4 shrink-0 text-accent" />
        <span className="min-w-0 truncate max-lg:sr-only">{taskName}</span>
        <span className="shrink-0 tabular-nums text-muted">
          {now === null ? "" : elapsed(startedAt, now)}
        </span>
      </span>
      <StopTimer workspace={workspace} timer={timer} />
    </section>
  );
}

/** Books what the timer counted; one that was forgotten asks how long it was. */
export function StopTimer({ workspace, timer }: { workspace: string; timer: Running }) {
  const api = useApi();
  const now = useNow();
  const { id: timerId, taskName, startedAt } = timer;
  const stop = useSubmit(api.time.stopTimer.mutate, ({ hours }) =>
    toast.success(`${formatWorkedHours(hours)} booked on ${taskName}.`),
  );
  const isOver = now !== null && isForgotten(startedAt, new Date(now));
  if (isOver || stop.refusal !== null) {
    return (
      <DialogOnDemand
        part={stopPanel}
        trigger={
          <Button size="sm" variant="danger">
            How long?
          </Button>
        }
      >
        {(Panel, dialog) => <Panel {...dialog} workspace={workspace} timer={timer} message={stop.message} />}
      </DialogOnDemand>
    );
  }
  return (
    <Button
      size="sm"
      icon={<Square aria-hidden="true" className="size-3" />}
      aria-label={`Stop timer on ${taskName}`}
      pending={stop.pending}
      onClick={() =>
        void stop.submit((mutationId) => ({
          workspace,
          mutationId,
          timerId,
          workedOn: localDay(startedAt),
          hours: null,
        }))
      }
    >
      <span className="max-sm:hidden">Stop</span>
    </Button>
  );
}

/** "0:07", "3:42" */
function elapsed(startedAt: Date, now: number): string {
  const minutes = Math.max(0, Math.floor((now - startedAt.getTime()) / 60_000));
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}
