import { z } from "zod";
import { id } from "@/platform/schema";

/** What a tab has open: presence is shown to others with the same place open. */
const place = z
  .string()
  .max(120)
  .regex(/^[a-z0-9/-]*$/i);

export const followInput = z.strictObject({
  /** The last event the tab has seen; set by the client when it connects again. */
  lastEventId: z.coerce.number().int().min(0).max(2_147_483_647).nullish(),
  /** The log's position when the page was rendered. */
  after: z.int().min(0).max(2_147_483_647),
  place,
});

export const typingInput = z.strictObject({
  place,
  /** The thread by its first comment, "new" for one that is just begun; null when the typing has ended. */
  commentId: z.union([z.literal("new"), id]).nullable(),
});

export const feedInput = z.strictObject({
  projectId: id.optional(),
  /** Entries older than this one; nothing for the newest. */
  cursor: z.int().min(1).max(2_147_483_647).nullish(),
  /** Sent along with a cursor by who reads page by page. */
  direction: z.literal("forward").optional(),
  limit: z.int().min(1).max(100).default(50),
});
