"use client";

import { Suspense } from "react";
import { lazyPatiently } from "@/ui/lazy-patiently";

const ViewBar = lazyPatiently(() => import("./view-bar"));

/** The saved views above the portfolio: drawn with the page, alive once their own code has come. */
export function PortfolioViews({ workspace }: { workspace: string }) {
  return (
    <Suspense>
      <ViewBar workspace={workspace} />
    </Suspense>
  );
}
