"use client";

import { Slot } from "radix-ui";
import {
  type ComponentType,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { toast } from "./toast-queue";

/** A component that a page need not load before somebody goes for it. */
export type OnDemand<Props> = {
  /** Null until its code is there. */
  readonly component: () => ComponentType<Props> | null;
  readonly load: () => Promise<void>;
};

export function onDemand<Props>(load: () => Promise<{ default: ComponentType<Props> }>): OnDemand<Props> {
  let component: ComponentType<Props> | null = null;
  return {
    component: () => component,
    load: async () => {
      component = (await load()).default;
    },
  };
}

/**
 * `Component` is there once it was wanted, or `open` was true, and its code has come: until then the page stays as it is, and the
 * first click is not lost. Code that is there is used at once, so that keys pressed quickly find what they opened.
 */
export function useOnDemand<Props>(part: OnDemand<Props>, open = false) {
  const [wanted, setWanted] = useState(false);
  const want = useCallback(() => {
    if (part.component() !== null) return setWanted(true);
    void part.load().then(
      // At once, so that no key falls between the control and what takes the focus from it.
      () => flushSync(() => setWanted(true)),
      () =>
        toast.error("This part of the page could not be loaded. Check the connection, or reload the page."),
    );
  }, [part]);
  useEffect(() => {
    if (open) want();
  }, [open, want]);
  return { Component: wanted ? part.component() : null, want };
}

/** The control while what it opens is not there. Resting on it, or reaching it by keyboard, begins to load. */
export function OnDemandTrigger<Props>({
  opens,
  part,
  onOpen,
  children,
}: {
  opens: "dialog" | "menu";
  part: OnDemand<Props>;
  onOpen: (by: "pointer" | "keyboard") => void;
  children: ReactNode;
}) {
  // Whoever opens it without a connection is told then.
  const prepare = () => void part.load().catch(() => {});
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
