"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { About, Anchor } from "../schema";

type View = {
  readonly about: About;
  readonly show: (about: About) => void;
  /** What the next thread will be about. */
  readonly anchor: Anchor | null;
  /** Begins a thread about it: the discussion comes into view and its field takes the focus. */
  readonly begin: (anchor: Anchor | null) => void;
  /** Counts up with each beginning. */
  readonly begun: number;
};

const ViewContext = createContext<View | null>(null);

/** Joins a page's discussion with what it is about: options, criteria, cells of the scoring, and words of the context. */
export function DiscussionView({ children }: { children: ReactNode }) {
  const [about, show] = useState<About>("anything");
  const [{ anchor, begun }, setBeginning] = useState<{ anchor: Anchor | null; begun: number }>({
    anchor: null,
    begun: 0,
  });
  const view = useMemo(
    () => ({
      about,
      show,
      anchor,
      begun,
      begin: (next: Anchor | null) => setBeginning((last) => ({ anchor: next, begun: last.begun + 1 })),
    }),
    [about, anchor, begun],
  );
  return <ViewContext value={view}>{children}</ViewContext>;
}

export function useDiscussionView(): View {
  const view = useContext(ViewContext);
  if (view === null) throw new Error("A discussion stands within a DiscussionView.");
  return view;
}
