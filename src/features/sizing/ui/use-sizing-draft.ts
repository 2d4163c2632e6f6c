"use client";

import { useEffect, useState } from "react";
import type { SizingInput } from "@/features/decisions/evidence.schema";
import { type Calculation, type Draft, draftFields, draftOf, toCalculation } from "../draft-rules";
import type { FollowedInput } from "../schema";

export type SizingDraft = {
  readonly calculation: Calculation;
  readonly draft: Draft;
  /** The kept calculation that is being changed. */
  readonly open: string | null;
  readonly name: string;
};

const settledAfterMs = 250;

/** What is being calculated, kept in the page's address: a reload loses nothing, and the address can be passed on. */
export function useSizingDraft(address: Readonly<Record<string, string>>) {
  const [state, setState] = useState<SizingDraft>(() => fromAddress(address));
  useEffect(() => {
    const timer = setTimeout(() => {
      const query = new URLSearchParams(toAddress(state)).toString();
      const { pathname, search } = window.location;
      if (search !== `?${query}`) window.history.replaceState(null, "", `${pathname}?${query}`);
    }, settledAfterMs);
    return () => clearTimeout(timer);
  }, [state]);
  return {
    ...state,
    choose: (calculation: Calculation) => setState((last) => ({ ...last, calculation, open: null })),
    change: (field: string, text: string | null) =>
      setState((last) => {
        const { [field]: _, ...rest } = last.draft;
        return { ...last, draft: text === null ? rest : { ...rest, [field]: text } };
      }),
    rename: (name: string) => setState((last) => ({ ...last, name })),
    reset: () => setState((last) => ({ ...last, draft: {}, open: null, name: "" })),
    show: (saved: { id: string; name: string; sizing: SizingInput; follows: readonly FollowedInput[] }) =>
      setState({
        calculation: saved.sizing.calculation,
        draft: draftOf(saved.sizing, saved.follows),
        open: saved.id,
        name: saved.name,
      }),
    opened: (id: string) => setState((last) => ({ ...last, open: id })),
  };
}

function fromAddress(address: Readonly<Record<string, string>>): SizingDraft {
  return {
    calculation: toCalculation(address.calculation),
    draft: Object.fromEntries(Object.entries(address).filter(([field]) => draftFields.has(field))),
    open: address.open ?? null,
    name: address.name ?? "",
  };
}

function toAddress({ calculation, draft, open, name }: SizingDraft): Record<string, string> {
  return {
    calculation,
    ...draft,
    ...(open === null ? {} : { open }),
    ...(name === "" ? {} : { name }),
  };
}
