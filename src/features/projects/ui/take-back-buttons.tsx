"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Redo2, Undo2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { v4 as uuidv4 } from "uuid";
import { refusalOf } from "@/platform/trpc/client";
import { IconButton } from "@/ui/icon-button";
import { toast } from "@/ui/toast-queue";

type Way = "undo" | "redo";

type Step = { readonly seq: number };

/** The project of which something is taken back. */
export type TakeBackPlace = {
  readonly workspace: string;
  readonly projectKey: string;
  readonly projectId: string;
};

type Buttons = {
  /** Which step would be taken next; 0 where there is none. */
  readonly seqOf: (way: Way) => number;
  readonly take: (way: Way) => Promise<void>;
};

/** Of all on the page: the keys take the latest step of them all, one after another. */
const buttonsOnPage = new Set<Buttons>();
let lastTaken: Promise<void> = Promise.resolve();

/** Whether there is such a step, which then is taken as soon as those before it are. */
function takeLatest(way: Way): boolean {
  const latest = () =>
    [...buttonsOnPage].reduce<Buttons | null>((best, buttons) => {
      return buttons.seqOf(way) > (best?.seqOf(way) ?? 0) ? buttons : best;
    }, null);
  if (latest() === null) return false;
  lastTaken = lastTaken.then(async () => await latest()?.take(way));
  return true;
}

/**
 * Undo and redo of one's own changes, by button and by the usual keys; also after a reload, since the log remembers. `take` takes a
 * step back, `tell` says what it was.
 */
export function TakeBackButtons<One extends Step>({
  steps,
  take: takeStep,
  tell,
  isQuiet = false,
}: {
  steps: { readonly undo: readonly One[]; readonly redo: readonly One[] } | undefined;
  take: (step: { readonly way: Way; readonly seq: number; readonly mutationId: string }) => Promise<unknown>;
  tell: (step: One) => string;
  /** Not there while there is nothing of one's own. */
  isQuiet?: boolean;
}) {
  const queryClient = useQueryClient();
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
      // Of two that arrive, the later one finds nothing to take back.
      await takeStep({ mutationId: uuidv4(), way, seq: step.seq });
      toast.success(`${way === "undo" ? "Undone" : "Done again"}: ${tell(step)}`);
    } catch (error) {
      const { code, message } = refusalOf(error);
      toast.error(message);
      if (code === "BUILT_ON") setRefused((now) => new Set([...now, step.seq]));
    } finally {
      await queryClient.invalidateQueries();
      // The page has heard of what was fetched: the next press is for the step before.
      await new Promise((resolve) => setTimeout(resolve, 0));
      busy.current = false;
      setPending(false);
    }
  };
  const latest = useRef({ take, nextOf });
  latest.current = { take, nextOf };
  useEffect(() => {
    const own: Buttons = {
      seqOf: (way) => latest.current.nextOf(way)?.seq ?? 0,
      take: async (way) => await latest.current.take(way),
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const way = wayOf(event);
      // The first to hear of a key answers for all; a key that is held down is one press.
      if (way === null || event.repeat || event.defaultPrevented || isBusyElsewhere(event.target)) return;
      if (takeLatest(way)) event.preventDefault();
    };
    buttonsOnPage.add(own);
    window.addEventListener("keydown", onKeyDown);
    return () => {
      buttonsOnPage.delete(own);
      window.removeEventListener("keydown", onKeyDown);
    };
  }, []);

  if (isQuiet && (steps === undefined || steps.undo.length + steps.redo.length === 0)) return null;
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

function wayOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Way | null {
  if (altKey || ctrlKey === metaKey) return null;
  if (key.toLowerCase() === "z") return shiftKey ? "redo" : "undo";
  return key.toLowerCase() === "y" && ctrlKey ? "redo" : null;
}

/** Fields have an undoing of their own, and a dialog is not about what is behind it. */
function isBusyElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest("input, textarea, select, [role=dialog]") !== null;
}
