import { z } from "zod";
import { id, mutationId, timeZone, version } from "@/platform/schema";

const hour = z.int().min(0).max(23);

/** When letters go out: at a full hour, as clocks of the time zone show it. */
const rhythm = z.discriminatedUnion("frequency", [
  z.strictObject({ frequency: z.literal("daily"), hour, timeZone }),
  /** From Monday, which is 1. */
  z.strictObject({ frequency: z.literal("weekly"), weekday: z.int().min(1).max(7), hour, timeZone }),
  /** On a day that every month has. */
  z.strictObject({ frequency: z.literal("monthly"), monthDay: z.int().min(1).max(28), hour, timeZone }),
]);
export type Rhythm = z.output<typeof rhythm>;

const mostReaders = 30;

/** Who gets them, each as they may see the view. */
const readers = z
  .array(id)
  .min(1, "Please choose who gets it.")
  .max(mostReaders, `Please choose ${mostReaders} people at most.`)
  .refine((ids) => new Set(ids).size === ids.length, "Please name each person once.");

export const scheduleLettersInput = z.strictObject({ mutationId, viewId: id, rhythm, readers });

export const changeLettersInput = z.strictObject({
  mutationId,
  letterId: id,
  version,
  rhythm,
  readers,
  paused: z.boolean(),
});

export const endLettersInput = z.strictObject({ mutationId, letterId: id });

/** One letter at once, to whoever asks. */
export const sendLetterInput = z.strictObject({ mutationId, letterId: id });
