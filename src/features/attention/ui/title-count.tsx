"use client";

import { useEffect } from "react";

/** Puts the number of what is unread before the title: a tab in the background tells by its name. */
export function TitleCount({ count }: { count: number }) {
  useEffect(() => {
    let stop: (() => void) | null = null;
    let isOver = false;
    void import("./count-in-title").then(
      ({ countInTitle }) => {
        if (!isOver) stop = countInTitle(count);
      },
      () => {},
    );
    return () => {
      isOver = true;
      stop?.();
    };
  }, [count]);
  return null;
}
