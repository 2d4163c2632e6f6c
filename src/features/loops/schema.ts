import { z } from "zod";
import { techniqueIds } from "@/planning";
import {
  id,
  isoDate,
  lineText,
  longText,
  moneyMinor,
  mutationId,
  projectKey,
  version,
} from "@/platform/schema";

export const passesInput = z.strictObject({ projectKey });

/** Which pass, as the project counts them. */
const number = z.int().min(1).max(99);

/** What was tried in a pass, when, and what it took so far. */
export const recordedPass = z.strictObject({
  tried: longText(4_000),
  techniques: z.array(z.enum(techniqueIds)).max(techniqueIds.length),
  decisionId: id.nullable(),
  startedOn: isoDate.nullable(),
  finishedOn: isoDate.nullable(),
  costMinor: moneyMinor.nullable(),
  personDays: z
    .number("Please give a number of days.")
    .min(0, "Please give 0 or more.")
    .max(10_000, "Please give at most 10,000 days.")
    .nullable(),
});

export type RecordedPass = z.output<typeof recordedPass>;

export const recordPassInput = z.strictObject({
  mutationId,
  projectId: id,
  number,
  /** The version the person saw; 0 when nothing was recorded of it yet. */
  version: z.union([z.literal(0), version]),
  ...recordedPass.shape,
});

export const addResultInput = z.strictObject({
  mutationId,
  projectId: id,
  number,
  metric: lineText(120),
  value: z.number("Please give a number.").min(-1e15).max(1e15),
  unit: lineText(40, 0),
  dataSet: lineText(200, 0),
  measuredOn: isoDate,
  measuredBy: lineText(80),
});

export const removeResultInput = z.strictObject({ mutationId, resultId: id });

export const askNextInput = z.strictObject({ mutationId, projectId: id, number });
