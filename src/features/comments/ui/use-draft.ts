"use client";

import { useCallback, useLayoutEffect, useState } from "react";
import { z } from "zod";
import { type Anchor, anchor } from "../schema";
import type { MentionDraft } from "./mention-draft";

const draft = z.object({
  text: z.string(),
  picked: z.array(
    z.object({
      shown: z.string(),
      mention: z.object({ kind: z.enum(["member", "role", "decision", "project", "task"]), id: z.string() }),
    }),
  ),
  anchor: anchor.nullable(),
});

export type Draft = MentionDraft & { readonly anchor: Anchor | null };

export const emptyDraft: Draft = { text: "", picked: [], anchor: null };

/** What is being written, kept in the tab: a reload or a lost connection does not take it away. */
export function useDraft(key: string) {
  const [value, setValue] = useState<Draft>(emptyDraft);
  const place = `draft ${key}`;
  useLayoutEffect(() => {
    const kept = read(place);
    // What was typed before the page was alive is newer.
    if (kept !== null) setValue((now) => (now.text === "" ? kept : now));
  }, [place]);
  const set = useCallback(
    (change: Partial<Draft>) =>
      setValue((last) => {
        const next = { ...last, ...change };
        keep(place, next);
        return next;
      }),
    [place],
  );
  const sent = useCallback(
    (what: Draft) =>
      setValue((now) => {
        const next = leftAfter(now, what);
        keep(place, next);
        return next;
      }),
    [place],
  );
  return [value, set, sent] as const;
}

/** What stays when something was sent: the answer may come when the next comment has been begun already. */
export function leftAfter(now: Draft, sent: Draft): Draft {
  return {
    ...(now.text === sent.text ? emptyDraft : now),
    anchor: now.anchor === sent.anchor ? null : now.anchor,
  };
}

/** Whether something was being written there. */
export function hasDraft(key: string): boolean {
  return read(`draft ${key}`) !== null;
}

function read(place: string): Draft | null {
  try {
    const parsed = draft.safeParse(JSON.parse(sessionStorage.getItem(place) ?? "null"));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function keep(place: string, value: Draft): void {
  try {
    if (value.text === "" && value.anchor === null) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing, or a text beyond what it keeps: the text stays on the page.
  }
}
