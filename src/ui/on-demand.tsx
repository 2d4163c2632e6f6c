"use client";

import { Slot } from "radix-ui";
import { type KeyboardEvent, type ReactNode, startTransition, useEffect, useState } from "react";

/**
 * For what a control opens and a page need not load before somebody goes for it. `wanted` turns true with the first opening,
 * when its code is about to be there: until then the page stays as it is, and the first click is not lost.
 */
export function useOnDemand(open: boolean | undefined) {
  const [wanted, setWanted] = useState(false);
  // A transition waits for the code instead of showing a gap.
  const want = () => startTransition(() => setWanted(true));
  useEffect(() => {
    if (open === true) startTransition(() => setWanted(true));
  }, [open]);
  return { wanted, want };
}

/** The control while what it opens is not there. Resting on it, or reaching it by keyboard, begins to load. */
export function OnDemandTrigger({
  opens,
  load,
  onOpen,
  children,
}: {
  opens: "dialog" | "menu";
  load: () => Promise<unknown>;
  onOpen: (by: "pointer" | "keyboard") => void;
  children: ReactNode;
}) {
  // Whoever opens it without a connection is told then.
  const prepare = () => void load().catch(() => {});
  const openByArrow = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    onOpen("keyboard");
  };
  return (
    <Slot.Root
      aria-haspopup={opens}
      aria-expanded={false}
      onPointerEnter={prepare}
      onFocus={prepare}
      {...(opens === "menu" ? { onKeyDown: openByArrow } : {})}
      // A click without a pointer has no detail.
      onClick={(event) => onOpen(event.detail === 0 ? "keyboard" : "pointer")}
    >
      {children}
    </Slot.Root>
  );
}
