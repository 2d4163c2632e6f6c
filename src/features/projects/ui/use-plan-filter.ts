"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useRef, useState } from "react";
import { type PlanFilter, planAddress, readPlanFilter } from "./plan-filter";

/**
 * What the address says about the plan, and the way to change it. A change shows at once: the router hears of the new address later,
 * and until then what it knows is behind.
 */
export function usePlanFilter() {
  const pathname = usePathname();
  const search = useSearchParams();
  const [known, setKnown] = useState(() => ({ search, filter: readPlanFilter(search) }));
  if (known.search !== search) {
    setKnown({ search, filter: isBehind(search) ? known.filter : readPlanFilter(search) });
  }
  const { filter } = known;
  const now = useRef(filter);
  now.current = filter;
  const change = useCallback(
    (part: Partial<PlanFilter>) => {
      const { view } = now.current;
      const next = { ...now.current, ...part };
      now.current = next;
      setKnown((before) => ({ ...before, filter: next }));
      const address = planAddress(pathname, next);
      // Another view is a place to come back to; another filter or zoom is not.
      if (next.view === view) window.history.replaceState(null, "", address);
      else window.history.pushState(null, "", address);
    },
    [pathname],
  );
  const addressOf = (part: Partial<PlanFilter>) => planAddress(pathname, { ...filter, ...part });
  return { filter, change, addressOf };
}

/** Whether the address has gone on since. */
function isBehind(search: Pick<URLSearchParams, "toString">): boolean {
  if (typeof window === "undefined") return false;
  return new URLSearchParams(window.location.search).toString() !== search.toString();
}
