import { z } from "zod";
import { leftOpenOrders, phaseIds } from "@/planning";
import { id, lineText, longText, mutationId, projectKey, version } from "@/platform/schema";

export const openInput = z.strictObject({
  order: z.enum(leftOpenOrders),
  projectKey: projectKey.nullable(),
  ownerId: id.nullable(),
  phase: z.enum(phaseIds).nullable(),
  limit: z.int().min(1).max(1_000),
});

export const nudgeInput = z.strictObject({
  mutationId,
  decisionId: id,
  /** What the lead adds in their own words. */
  sentence: lineText(300, 0),
});

export const keepForReviewInput = z.strictObject({ mutationId, decisionId: id });

const entry = { mutationId, reviewEntryId: id };

/** The version is that of the note: nothing else of an entry can be lost to a second tab. */
export const noteReviewInput = z.strictObject({ ...entry, version, note: longText(1_000) });

export const moveReviewInput = z.strictObject({ ...entry, direction: z.enum(["up", "down"]) });

/** Talked over, or not meant to be talked over after all. */
export const settleReviewInput = z.strictObject({ ...entry, as: z.enum(["reviewed", "dropped"]) });

export const currentReviewEntry = z.object({ version: z.number(), note: z.string() });
