"use client";

import { createContext, useContext, useEffect } from "react";

/**
 * Hears where the workspace's log stood when a page was rendered. An event that came while the page was on its way was heard by the
 * page before, and the new one does not know of it.
 */
export const AsOfContext = createContext<(position: number) => void>(() => {});

/** A new object with every rendering, so that each is told even where the log has not moved. */
export function AsOf({ rendering }: { rendering: { readonly position: number } }) {
  const tell = useContext(AsOfContext);
  useEffect(() => tell(rendering.position), [tell, rendering]);
  return null;
}
