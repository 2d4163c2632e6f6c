"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { v4 as uuidv4 } from "uuid";
import type { z } from "zod";
import { type Refusal, refusalOf } from "./client";

/**
 * Sends a form or the acts of a list. The same input twice in a row is one act, and sent again after a lost answer it is the same
 * request, so that it is applied once. Another input waits until the one before it has been answered: whoever settles row after
 * row loses no click. A refusal stays to be shown while the form keeps what was typed.
 */
export function useSubmit<Input, Output>(
  send: (input: Input) => Promise<Output>,
  onDone?: (output: Output) => void | Promise<void>,
) {
  const queryClient = useQueryClient();
  const unanswered = useRef(new Map<string, string>());
  const underWay = useRef<string[]>([]);
  const lastAnswer = useRef<Promise<unknown>>(Promise.resolve());
  const refusals = useRef(0);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const submit = async (build: (mutationId: string) => Input): Promise<Output | null> => {
    const input = JSON.stringify(build(""));
    if (underWay.current.at(-1) === input) return null;
    underWay.current.push(input);
    setPending(true);
    const refusedBefore = refusals.current;
    const answer = lastAnswer.current.then(async () => {
      const mutationId = unanswered.current.get(input) ?? uuidv4();
      unanswered.current.set(input, mutationId);
      const output = await send(build(mutationId));
      unanswered.current.delete(input);
      return output;
    });
    lastAnswer.current = answer.catch(() => undefined);
    try {
      const output = await answer;
      // What was refused while this one waited is still to be read.
      if (refusals.current === refusedBefore) setRefusal(null);
      await queryClient.invalidateQueries();
      await onDone?.(output);
      return output;
    } catch (error) {
      refusals.current += 1;
      setRefusal(refusalOf(error));
      return null;
    } finally {
      underWay.current.splice(underWay.current.indexOf(input), 1);
      setPending(underWay.current.length > 0);
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
