"use client";

import { lazy, Suspense, useSyncExternalStore } from "react";
import { followToasts, hasToasts } from "./toast-queue";

export { toast } from "./toast-queue";

const ToastPanel = lazy(() => import("./toast-panel"));

/**
 * Where short confirmations appear, with an undo where there is one. Once per page, in the root layout. What draws them is loaded
 * with the first one.
 */
export function Toaster() {
  const wanted = useSyncExternalStore(followToasts, hasToasts, () => false);
  if (!wanted) return null;
  return (
    <Suspense fallback={null}>
      <ToastPanel />
    </Suspense>
  );
}
