"use client";

import { createContext, useContext, useSyncExternalStore } from "react";

export type Live = {
  readonly people: readonly {
    readonly membershipId: string;
    readonly name: string;
    readonly typing: { readonly in: string; readonly until: Date } | null;
  }[];
  readonly connected: boolean;
};

const atFirst: Live = { people: [], connected: true };

/** Who is here and whether the stream stands, for those who ask. */
export function liveStore() {
  let live = atFirst;
  const hearers = new Set<() => void>();
  return {
    get: () => live,
    set: (next: Live) => {
      live = next;
      for (const hear of hearers) hear();
    },
    subscribe: (hear: () => void) => {
      hearers.add(hear);
      return () => void hearers.delete(hear);
    },
  };
}

// A store that stays the same: a context that changed would make React draw anew what is not alive yet, and lose what was typed there.
export const LiveContext = createContext(liveStore());

export function useLive(): Live {
  const store = useContext(LiveContext);
  return useSyncExternalStore(store.subscribe, store.get, () => atFirst);
}
