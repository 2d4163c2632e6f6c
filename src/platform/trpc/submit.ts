"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { v4 as uuidv4 } from "uuid";
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
