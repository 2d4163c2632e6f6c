"use client";

import { v4 as uuidv4 } from "uuid";
import { z } from "zod";
import { refusalOf, useApi } from "@/platform/trpc/client";
import { type BriefContent, briefContent } from "../schema";
import { draftOf, fromDraft } from "./brief-draft";

export const savedBrief = z.object({ version: z.number(), content: briefContent });
export type Saved = z.output<typeof savedBrief>;

/** What the form would send of a brief, to see whether two say the same there. */
export function fieldsAsText(content: BriefContent, currency: string): string {
  return JSON.stringify(fromDraft(draftOf(content, currency), currency));
}

/** Sends the form. Words that others settled since the form was drawn make a new version, but are no conflict with it: it is sent again. */
export function useBriefSave(seen: BriefContent, currency: string) {
  const send = useApi().projects.saveBrief.mutate;
  return async (input: Parameters<typeof send>[0]) => {
    try {
      return await send(input);
    } catch (error) {
      const current = savedBrief.safeParse(refusalOf(error).details.current);
      if (!current.success) throw error;
      const { version, content } = current.data;
      if (fieldsAsText(content, currency) !== fieldsAsText(seen, currency)) throw error;
      return await send({ ...input, version, mutationId: uuidv4() });
    }
  };
}
