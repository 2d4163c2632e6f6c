"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { v4 as uuidv4 } from "uuid";
import type { z } from "zod";
import { type Refusal, refusalOf } from "./client";

/**
 * Sends a form or an action once at a time. The same input sent again is the same request, so that a retry after a lost answer
 * is applied once; a refusal stays to be shown while the form keeps what was typed.
 */
export function useSubmit<Input, Output>(
  send: (input: Input) => Promise<Output>,
  onDone?: (output: Output) => void | Promise<void>,
) {
  const queryClient = useQueryClient();
  const attempt = useRef<{ input: string; mutationId: string } | null>(null);
  const busy = useRef(false);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const submit = async (build: (mutationId: string) => Input): Promise<Output | null> => {
    if (busy.current) return null;
    busy.current = true;
    setPending(true);
    const input = JSON.stringify(build(""));
    if (attempt.current?.input !== input) attempt.current = { input, mutationId: uuidv4() };
    try {
      const output = await send(build(attempt.current.mutationId));
      attempt.current = null;
      setRefusal(null);
      await queryClient.invalidateQueries();
      await onDone?.(output);
      return output;
    } catch (error) {
      setRefusal(refusalOf(error));
      return null;
    } finally {
      busy.current = false;
      setPending(false);
    }
  };

  return {
    submit,
    pending,
    refusal,
    /** The message for a form as a whole: nothing when the fields say it. */
    message: refusal === null ? null : refusal.message,
    /** The message for one field of the input. */
    errorOf: (field: string): string | undefined => refusal?.fieldErrors[field]?.[0],
    forget: () => setRefusal(null),
  };
}

/**
 * The same for an editable record: the input names the version that the draft grew from. When somebody saved meanwhile, `theirs`
 * is the record as it stands now, until the person has seen it and goes on from it.
 */
export function useVersionedSubmit<Input, Output, Current extends { readonly version: number }>(
  send: (input: Input) => Promise<Output>,
  { version, current, onDone }: { version: number; current: z.ZodType<Current>; onDone: () => void },
) {
  const [seen, setSeen] = useState(version);
  const { submit, refusal, forget, ...rest } = useSubmit(send, onDone);
  const stale = refusal?.code === "STALE_VERSION" ? current.safeParse(refusal.details.current) : null;
  const theirs = stale?.success ? stale.data : null;
  return {
    ...rest,
    theirs,
    submit: async (build: (request: { mutationId: string; version: number }) => Input) =>
      await submit((mutationId) => build({ mutationId, version: seen })),
    goOn: () => {
      if (theirs !== null) setSeen(theirs.version);
      forget();
    },
  };
}
