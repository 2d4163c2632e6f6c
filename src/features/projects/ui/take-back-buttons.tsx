"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Redo2, Undo2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { v4 as uuidv4 } from "uuid";
import { refusalOf, useApi, useTRPC } from "@/platform/trpc/client";
import { formatCount } from "@/ui/format";
import { IconButton } from "@/ui/icon-button";
import { toast } from "@/ui/toast-queue";

type Way = "undo" | "redo";

const deeds: Readonly<Record<string, string>> = {
  "task.edited": "the figures of",
  "tasks.edited": "the figures of",
  "task.checklist-changed": "the change of the checklist of",
  "task.added": "adding",
  "task.changed": "the change of",
  "task.linked": "a link of",
  "task.unlinked": "removing a link of",
  "tasks.imported": "the import of",
};

/** Undo and redo of one's own changes of the plan, by button and by the usual keys; also after a reload, since the log remembers. */
export function TakeBackButtons({
  workspace,
  projectKey,
  projectId,
}: {
  workspace: string;
  projectKey: string;
  projectId: string;
}) {
  const api = useApi();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: steps } = useQuery(trpc.plans.takeBackSteps.queryOptions({ workspace, projectKey }));
  /** What was refused, since others built on it: the next press goes for what was done before it. */
  const [refused, setRefused] = useState<ReadonlySet<number>>(new Set());
  const [pending, setPending] = useState(false);
  const busy = useRef(false);
  const nextOf = (way: Way) => steps?.[way].find(({ seq }) => !refused.has(seq));

  const take = async (way: Way) => {
    const step = nextOf(way);
    if (step === undefined || busy.current) return;
    busy.current = true;
    setPending(true);
    try {
      const { seq } = step;
      // Of two that arrive, the later one finds nothing to take back.
      await api.plans[way].mutate({ workspace, mutationId: uuidv4(), projectId, seq });
      toast.success(`${way === "undo" ? "Undone" : "Done again"}: ${tell(step)}`);
    } catch (error) {
      const { code, message } = refusalOf(error);
      toast.error(message);
      if (code === "BUILT_ON") setRefused((now) => new Set([...now, step.seq]));
    } finally {
      await queryClient.invalidateQueries();
      busy.current = false;
      setPending(false);
    }
  };
  const takeLatest = useRef(take);
  takeLatest.current = take;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const way = wayOf(event);
      if (way === null || event.defaultPrevented || isBusyElsewhere(event.target)) return;
      event.preventDefault();
      void takeLatest.current(way);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);

  const button = (way: Way, name: string, keys: string) => {
    const step = nextOf(way);
    return (
      <IconButton
        label={step === undefined ? `${name}: nothing of yours` : `${name}: ${tell(step)}`}
        aria-keyshortcuts={keys}
        // Stays where the focus is when there is nothing left.
        aria-disabled={step === undefined || pending}
        className="aria-disabled:cursor-not-allowed aria-disabled:opacity-55"
        onClick={() => void take(way)}
      >
        {way === "undo" ? (
          <Undo2 aria-hidden="true" className="size-4" />
        ) : (
          <Redo2 aria-hidden="true" className="size-4" />
        )}
      </IconButton>
    );
  };
  return (
    <div className="flex gap-1">
      {button("undo", "Undo", "Control+Z Meta+Z")}
      {button("redo", "Redo", "Control+Shift+Z Meta+Shift+Z")}
    </div>
  );
}

function tell({ type, task, tasks }: { type: string; task: string | null; tasks: number }): string {
  return `${deeds[type] ?? "the change of"} ${task === null ? formatCount(tasks, "task") : `“${task}”`}`;
}

function wayOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Way | null {
  if (altKey || ctrlKey === metaKey) return null;
  if (key.toLowerCase() === "z") return shiftKey ? "redo" : "undo";
  return key.toLowerCase() === "y" && ctrlKey ? "redo" : null;
}

/** Fields have an undoing of their own, and a dialog is not about the plan behind it. */
function isBusyElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest("input, textarea, select, [role=dialog]") !== null;
}
