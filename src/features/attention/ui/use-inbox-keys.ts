"use client";

import { type RefObject, useEffect } from "react";

export type InboxKeys = {
  readonly done: (index: number) => void;
  readonly toggleRead: (index: number) => void;
  readonly undo: () => void;
  readonly help: () => void;
};

/**
 * j and k lead into the list, from wherever nothing else hears them, and through it; the keys that change something act on the row that
 * has the focus, and on nothing else, so that a key pressed by mistake somewhere on the page does nothing.
 */
export function useInboxKeys(list: RefObject<HTMLElement | null>, keys: InboxKeys): void {
  useEffect(() => {
    const rows = () => [...(list.current?.querySelectorAll<HTMLElement>("[data-item]") ?? [])];
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const { activeElement } = document;
      const all = rows();
      const index = all.findIndex((row) => row.contains(activeElement));
      // In a field, a dialog or a menu keys have a meaning of their own.
      const isAnywhere = activeElement?.closest(ownKeys) == null;
      if (index < 0 && !isAnywhere) return;
      const go = (to: number) => all[Math.max(0, Math.min(to, all.length - 1))]?.querySelector("a")?.focus();
      const action = actionOf(event.key, index, isAnywhere);
      if (action === null) return;
      event.preventDefault();
      if (action === "next") go(index + 1);
      else if (action === "previous") go(index - 1);
      else if (action === "snooze") all[index]?.querySelector<HTMLElement>("[data-action=snooze]")?.click();
      else if (action === "done") keys.done(index);
      else if (action === "read") keys.toggleRead(index);
      else if (action === "undo") keys.undo();
      else keys.help();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
}

const ownKeys = "input, textarea, select, [contenteditable], [role=dialog], [role=menu]";

type Action = "next" | "previous" | "done" | "snooze" | "read" | "undo" | "help";

const actions: Readonly<Record<string, Action>> = {
  j: "next",
  ArrowDown: "next",
  k: "previous",
  ArrowUp: "previous",
  e: "done",
  h: "snooze",
  u: "read",
  z: "undo",
  "?": "help",
};

function actionOf(key: string, index: number, isAnywhere: boolean): Action | null {
  const action = actions[key] ?? null;
  if (index >= 0) return action;
  const leadsIn = key === "j" || key === "k" || action === "help" || action === "undo";
  return isAnywhere && leadsIn ? action : null;
}
