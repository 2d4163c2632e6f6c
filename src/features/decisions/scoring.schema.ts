import { z } from "zod";
import { id, lineText, longText, mutationId, version } from "@/platform/schema";
import { decisionInput } from "./schema";

export const mostCriteria = 20;
export const judgedSteps = 5;

const end = z
  .number("Please give a number.")
  .min(-1_000_000_000, "Please give a number above −1,000,000,000.")
  .max(1_000_000_000, "Please give a number below 1,000,000,000.");

const criterionContent = {
  name: lineText(60, 2),
  description: longText(1_000),
  worst: end,
  best: end,
  unit: lineText(24, 0),
  /** What 1 to 5 mean; empty for a scale of measured figures. */
  words: z.array(lineText(40)).max(judgedSteps, "Please give five words."),
};

export const addCriterionInput = z.strictObject({ mutationId, decisionId: id, ...criterionContent });

export const editCriterionInput = z.strictObject({
  mutationId,
  criterionId: id,
  version,
  ...criterionContent,
});

export const removeCriterionInput = z.strictObject({ mutationId, criterionId: id, version });

export const weightings = ["swing", "direct"] as const;

const importance = z
  .number("Please give a number.")
  .min(0, "Please give 0 or more.")
  .max(100, "Please give at most 100.");

/** All criteria in the order in which they are to stand, with what each counts beside the others. */
export const weighInput = z.strictObject({
  mutationId,
  decisionId: id,
  weightsVersion: version,
  weighting: z.enum(weightings),
  weights: z
    .array(z.strictObject({ criterionId: id, importance }))
    .min(1)
    .max(mostCriteria),
});

/** A score, or null from whoever can't judge; a note for the others. */
const cell = z.strictObject({
  optionId: id,
  criterionId: id,
  score: end.nullable(),
  note: longText(500),
});

const cells = z.array(cell).max(30 * mostCriteria);

export const saveDraftInput = z.strictObject({ mutationId, roundId: id, cells });

export const handInInput = z.strictObject({ mutationId, roundId: id, cells });

export const revealInput = z.strictObject({ mutationId, roundId: id });

export const openRoundInput = z.strictObject({ mutationId, decisionId: id, reason: longText(1_000) });

const roundNumber = z.int().min(1).max(1_000);

export const matrixInput = z.strictObject({ ...decisionInput.shape, round: roundNumber });

export const cellInput = z.strictObject({
  ...decisionInput.shape,
  round: roundNumber,
  optionId: id,
  criterionId: id,
});

/** As kept: what a member scored. */
export const keptCells = z.array(
  z.object({ optionId: z.string(), criterionId: z.string(), score: z.number().nullable(), note: z.string() }),
);

export type KeptCell = z.output<typeof keptCells>[number];
