"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useState } from "react";
import { useTRPC } from "@/platform/trpc/client";
import { type Address, readAddress, readView } from "../address-rules";

const settledAfterMs = 250;

/** The shortlist by what the page's address says: a reload loses nothing, and the address can be passed on. */
export function useSelection(workspace: string, projectKey: string, start: Address) {
  const trpc = useTRPC();
  const [address, setAddress] = useState(start);
  useEffect(() => {
    const timer = setTimeout(() => {
      const query = new URLSearchParams(address).toString();
      const { pathname, search } = window.location;
      if (search === (query === "" ? "" : `?${query}`)) return;
      window.history.replaceState(null, "", query === "" ? pathname : `${pathname}?${query}`);
    }, settledAfterMs);
    return () => clearTimeout(timer);
  }, [address]);
  const { errors, ...asked } = readAddress(useDeferredValue(address));
  const { data, isPlaceholderData } = useQuery(
    trpc.selection.shortlist.queryOptions(
      { workspace, projectKey, ...asked },
      { placeholderData: keepPreviousData },
    ),
  );
  return {
    address,
    errors,
    limits: asked.limits,
    data,
    isBehind: isPlaceholderData,
    view: readView(address),
    /** Null: as the brief has it. */
    change: (field: string, text: string | null) =>
      setAddress(({ [field]: _, ...rest }) => (text === null ? rest : { ...rest, [field]: text })),
    forget: (fields: readonly string[]) =>
      setAddress((last) =>
        Object.fromEntries(Object.entries(last).filter(([field]) => !fields.includes(field))),
      ),
  };
}

export type Selection = ReturnType<typeof useSelection>;
