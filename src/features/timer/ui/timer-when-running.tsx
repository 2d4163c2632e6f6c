"use client";

import { type ComponentProps, Suspense } from "react";
import { lazyPatiently } from "@/ui/lazy-patiently";
import type { RunningTimer } from "./running-timer";

const Running = lazyPatiently(async () => ({ default: (await import("./running-timer")).RunningTimer }));

/** The running timer, whose code comes when there is one: most people have none on most pages. */
export function TimerWhenRunning(props: ComponentProps<typeof RunningTimer>) {
  return (
    <Suspense>
      <Running {...props} />
    </Suspense>
  );
}
