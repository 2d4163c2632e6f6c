"use client";

import { useEffect } from "react";
import { onDemand, useOnDemand } from "./on-demand";
import { followToasts } from "./toast-queue";

export { toast } from "./toast-queue";

const panel = onDemand(() => import("./toast-panel"));

/**
 * Where short confirmations appear, with an undo where there is one. Once per page, in the root layout. What draws them is loaded
 * when the page is alive: it must be there to tell that the connection is lost.
 */
export function Toaster() {
  const { Component, want } = useOnDemand(panel);
  useEffect(() => {
    const show = () => void panel.load().then(want, () => {});
    show();
    // If it could not be loaded, the next toast tries again.
    return followToasts(show);
  }, [want]);
  return Component === null ? null : <Component />;
}
