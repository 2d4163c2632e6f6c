import { z } from "zod";
import { sizingFigure, sizingInput } from "@/features/decisions/evidence.schema";
import { id, isoDate, lineText, mutationId, projectKey, version } from "@/platform/schema";

/** Inputs that a calculation may leave to the project's brief and the workspace's rates. */
export const followedInputs = [
  "requestsPerDay",
  "promptTokens",
  "outputTokens",
  "latencySeconds",
  "accelerator",
  "rentPerHour",
] as const;
export type FollowedInput = (typeof followedInputs)[number];

const name = lineText(120, 2);
const content = z.strictObject({ sizing: sizingInput, follows: z.array(z.enum(followedInputs)).max(10) });

export const sizingsOfProjectInput = z.strictObject({ projectKey });

export const saveSizingInput = z.strictObject({ mutationId, projectId: id, name, content });

/** Without content it is only named anew, and its figures stay as they were kept. */
export const editSizingInput = z.strictObject({
  mutationId,
  sizingId: id,
  version,
  name,
  content: content.nullable(),
});

export const sizingIdInput = z.strictObject({ mutationId, sizingId: id });

/** What the database keeps: inputs, result, and the catalogue's entries with their dates. */
export const keptSizing = z.strictObject({
  sizing: sizingInput,
  follows: z.array(z.enum(followedInputs)),
  figures: z.array(sizingFigure),
  entries: z.array(z.strictObject({ what: z.string(), source: z.string(), asOf: z.string().nullable() })),
  asOf: isoDate,
});

export type KeptSizing = z.output<typeof keptSizing>;

/** The parts of a brief that calculations begin with; a brief of an earlier or later version may lack some. */
export const briefFigures = z.object({
  requestsPerDay: z.number().nullish(),
  latencySeconds: z.number().nullish(),
  tokensInPerRequest: z.number().nullish(),
  tokensOutPerRequest: z.number().nullish(),
});
