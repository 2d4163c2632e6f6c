"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { v4 as uuidv4 } from "uuid";
import type { TextMessage } from "../live.service";
import type { TextDoor } from "./shared-text";

type Cursor = Parameters<TextDoor["point"]>[0];

/** The procedures by which a feature's records have their texts written. */
type TextProcedures<Which> = {
  readonly openText: { readonly query: (which: Which) => ReturnType<TextDoor["open"]> };
  readonly changeText: { readonly mutate: (change: Which & { change: string }) => Promise<unknown> };
  readonly pointInText: { readonly mutate: (cursor: Which & Cursor) => Promise<unknown> };
  readonly settleText: { readonly mutate: (request: Which & { mutationId: string }) => Promise<unknown> };
  readonly followText: {
    readonly subscribe: (
      from: Which & { connectionId: string; after: number },
      on: {
        onData: (message: TextMessage | { data: TextMessage }) => void;
        onConnectionStateChange: (state: { state: string }) => void;
        onError: () => void;
      },
    ) => { unsubscribe: () => void };
  };
};

/** How an editor reaches one text of a record. `which` is the same object from one drawing to the next. */
export function useTextDoor<Which>(procedures: TextProcedures<Which>, which: Which) {
  const queryClient = useQueryClient();
  return useMemo(() => {
    const door: TextDoor = {
      open: async () => await procedures.openText.query(which),
      change: async (change) => await procedures.changeText.mutate({ ...which, change }),
      point: async (cursor) => await procedures.pointInText.mutate({ ...which, ...cursor }),
      follow: (from, on) =>
        procedures.followText.subscribe(
          { ...which, ...from },
          {
            onData: (message) => on.message("data" in message ? message.data : message),
            onConnectionStateChange: ({ state }) => (state === "pending" ? on.found() : on.lost()),
            onError: on.lost,
          },
        ),
    };
    const settle = async () => {
      await procedures.settleText.mutate({ ...which, mutationId: uuidv4() });
      await queryClient.invalidateQueries();
    };
    return { door, settle };
  }, [procedures, which, queryClient]);
}
