"use client";

import { type RefObject, useEffect } from "react";

/**
 * j and k (and the arrows) lead into a list and through it, as in the inbox; the other keys act on the row that has the focus, and on
 * nothing else, so that a key pressed by mistake does nothing.
 */
export function useRowKeys(
  list: RefObject<HTMLElement | null>,
  acts: Readonly<Record<string, (row: HTMLElement) => void>>,
): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const { activeElement } = document;
      if (activeElement?.closest(ownKeys) != null) return;
      const rows = [...(list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
      const at = rows.findIndex((row) => row.contains(activeElement));
      const step = steps[event.key] ?? 0;
      // From elsewhere only the letters lead in: the arrows scroll the page.
      if (step !== 0 && (at >= 0 || event.key.length === 1)) {
        event.preventDefault();
        rows[Math.max(0, Math.min(at + step, rows.length - 1))]?.querySelector("a")?.focus();
        return;
      }
      const row = rows[at];
      const act = acts[event.key];
      if (row === undefined || act === undefined) return;
      event.preventDefault();
      act(row);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
}

const ownKeys = "input, textarea, select, [contenteditable], [role=dialog], [role=menu]";

const steps: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
