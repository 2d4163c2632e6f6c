"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import { valueStore } from "@/ui/value-store";

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
  return valueStore<Live>(atFirst);
}

// A store that stays the same: a context that changed would make React draw anew what is not alive yet, and lose what was typed there.
export const LiveContext = createContext(liveStore());

export function useLive(): Live {
  const store = useContext(LiveContext);
  return useSyncExternalStore(store.subscribe, store.get, () => atFirst);
}
