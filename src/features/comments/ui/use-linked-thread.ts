"use client";

import { useEffect, useRef } from "react";

/**
 * Goes to the thread or comment that the page's address names. One that is not among those shown is asked for once: `onMissing`.
 * `shown` changes whenever other threads are drawn.
 */
export function useLinkedThread(shown: unknown, onMissing: () => void): void {
  const asked = useRef(false);
  const arrived = useRef(false);
  const latest = useRef(onMissing);
  latest.current = onMissing;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is read from the page
  useEffect(() => {
    const [, id] = /^#((?:thread|comment)-[0-9a-f-]{36})$/.exec(location.hash) ?? [];
    if (id === undefined || arrived.current) return;
    const place = document.getElementById(id);
    if (place !== null) {
      arrived.current = true;
      // The browser went there itself, when it was there from the beginning.
      if (asked.current) place.scrollIntoView();
    } else if (!asked.current) {
      asked.current = true;
      latest.current();
    }
  }, [shown]);
}
