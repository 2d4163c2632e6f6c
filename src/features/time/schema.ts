import { z } from "zod";
import { editTaskInput } from "@/features/plans/schema";
import { mostHoursPerDay } from "@/planning";
import { id, isoDate, lineText, mutationId, version } from "@/platform/schema";
import { longestImport, longestNote } from "./import-rules";

/** People's hours on one task on one day. */
const workedHours = z
  .number("Please give a number of hours.")
  .min(0.01, "Please give at least 0.01 hours.")
  .max(mostHoursPerDay, `A day has ${mostHoursPerDay} hours.`)
  .refine((hours) => Math.abs(hours * 100 - Math.round(hours * 100)) < 1e-6, {
    message: "Please give at most two decimals.",
  });

const note = z.union([z.literal(""), lineText(longestNote)]);
const { projectId, taskKey } = editTaskInput.shape;

/** Whose time it is; null is one's own. */
const memberId = id.nullable();

/** The week that the day is in. */
export const weekInput = z.strictObject({ day: isoDate, memberId });

export const bookInput = z.strictObject({
  mutationId,
  projectId,
  taskKey,
  memberId,
  workedOn: isoDate,
  hours: workedHours,
  note,
});

export const correctInput = z.strictObject({
  mutationId,
  entryId: id,
  version,
  hours: workedHours,
  note,
});

export const deleteEntryInput = z.strictObject({ mutationId, entryId: id, version });

export const restoreEntryInput = z.strictObject({ mutationId, entryId: id });

/** The text of a CSV file. */
export const importInput = z.strictObject({
  mutationId,
  projectId,
  memberId,
  text: z
    .string()
    .min(1, "Choose a file, or paste its text.")
    .max(longestImport, "Please import less at once."),
});

/** What the rows of an import are held against. */
export const bookedInput = z.strictObject({ memberId });

export const startTimerInput = z.strictObject({ mutationId, projectId, taskKey });

export const stopTimerInput = z.strictObject({
  mutationId,
  timerId: id,
  /** The day it was started where the person is. */
  workedOn: isoDate,
  /** What was worked truly; null is what the clock says. */
  hours: workedHours.nullable(),
});

export const discardTimerInput = z.strictObject({ mutationId, timerId: id });
