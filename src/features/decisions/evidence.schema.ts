import { z } from "zod";
import {
  feedbackMethods,
  type ModelFacts,
  precisions,
  type RecordedSizing,
  type SizingFigure,
  trainingMethods,
} from "@/planning";
import { id, isoDate, lineText, longText, mutationId, version } from "@/platform/schema";

export const evidenceKinds = ["link", "result", "file", "sizing", "model"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

const address = z
  .string()
  .trim()
  .max(2_000, "Please keep this within 2,000 characters.")
  .refine(isWebAddress, "Please give an address that begins with https:// or http://.");

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === "https:" || protocol === "http:") && username === "" && password === "";
}

const quantity = z.number("Please give a number.").min(0, "Please give 0 or more.").max(1e18);
/** Of the catalogue; whether there is one is planning's to say. */
const modelId = z.string().min(1, "Please choose a model.").max(100);
const acceleratorId = z.string().min(1, "Please choose an accelerator.").max(100);
const precision = z.enum(precisions);

const currency = z.string().regex(/^[A-Z]{3}$/, "Please give a currency as three capital letters.");
/** Rent of one accelerator; the catalogue's list price in US dollars when left out. */
const rent = { rentPerHour: quantity.optional(), rentCurrency: currency.optional() };
const requests = { promptTokens: quantity, outputTokens: quantity, requestsPerDay: quantity };
const hosting = {
  model: modelId,
  precision,
  accelerator: acceleratorId,
  ...requests,
  peakFactor: quantity.optional(),
};

/** What a kept calculation starts from. Whether its figures can be is planning's to say. */
export const sizingInput = z.discriminatedUnion("calculation", [
  z.strictObject({
    calculation: z.literal("training-cost"),
    parameters: quantity,
    tokens: quantity,
    accelerator: acceleratorId,
    accelerators: quantity.optional(),
    ...rent,
  }),
  z.strictObject({
    calculation: z.literal("fine-tuning"),
    model: modelId,
    method: z.enum(trainingMethods),
    tokens: quantity,
    epochs: quantity,
    sequenceTokens: quantity,
    microBatch: quantity,
    loraRank: quantity,
    accelerator: acceleratorId,
    accelerators: quantity.optional(),
    ...rent,
  }),
  z.strictObject({
    calculation: z.literal("serving-fleet"),
    ...hosting,
    latencySeconds: quantity.optional(),
    ...rent,
  }),
  z.strictObject({
    calculation: z.literal("serving-memory"),
    model: modelId,
    precision,
    contextTokens: quantity,
    batch: quantity,
  }),
  z.strictObject({
    calculation: z.literal("hosted-price"),
    model: modelId,
    host: z.string().max(100).optional(),
    ...requests,
    cachedShare: quantity.optional(),
  }),
  z.strictObject({
    calculation: z.literal("labelling"),
    method: z.enum(feedbackMethods),
    demonstrationPrompts: quantity,
    rankedPrompts: quantity,
    answersPerPrompt: quantity,
    reviewedShare: quantity,
    minutesPerDemonstration: quantity,
    minutesPerAnswerRanked: quantity,
    ratePerHour: quantity,
    rateCurrency: currency,
  }),
  z.strictObject({
    calculation: z.literal("host-or-call"),
    ...hosting,
    calledModel: modelId,
    operationsUsdPerDay: quantity,
    rentPerHour: quantity.optional(),
    rentCurrency: z.literal("USD").optional(),
  }),
]) satisfies z.ZodType<RecordedSizing>;

export type SizingInput = z.output<typeof sizingInput>;
const link = z.strictObject({ kind: z.literal("link"), url: address });

const result = z.strictObject({
  kind: z.literal("result"),
  metric: lineText(80),
  value: z.number("Please give a number.").min(-1e15).max(1e15),
  unit: lineText(24, 0),
  better: z.enum(["higher", "lower"]),
  dataSet: lineText(120),
  measuredOn: isoDate,
  measuredBy: lineText(80),
});

const file = z.strictObject({ kind: z.literal("file"), fileId: id });
const sizing = z.strictObject({ kind: z.literal("sizing"), sizing: sizingInput });

const title = lineText(160, 2);
/** What it shows. */
const note = longText(2_000);

export const addEvidenceInput = z.strictObject({
  mutationId,
  decisionId: id,
  /** Null: it bears on the decision as a whole. */
  optionId: id.nullable(),
  title,
  note,
  content: z.discriminatedUnion("kind", [link, result, file, sizing]),
});

/** A file stays the file it is, and a model's figures stay as they were; their words can be edited. */
export const editEvidenceInput = z.strictObject({
  mutationId,
  evidenceId: id,
  version,
  title,
  note,
  content: z.discriminatedUnion("kind", [
    link,
    result,
    sizing,
    z.strictObject({ kind: z.literal("file") }),
    z.strictObject({ kind: z.literal("model") }),
  ]),
});

export const evidenceInput = z.strictObject({ mutationId, evidenceId: id });

export const evidenceOfDecisionInput = z.strictObject({ decisionId: id });

export const searchModelsInput = z.strictObject({
  text: z.string().trim().max(80),
  access: z.enum(["any", "open-weights", "hosted"]).default("any"),
});

export const previewSizingInput = z.strictObject({ sizing: sizingInput });

export const sizingFigure = z.object({
  name: z.string(),
  value: z.number(),
  unit: z.string(),
  low: z.number().optional(),
  high: z.number().optional(),
}) satisfies z.ZodType<SizingFigure>;

const modelFactsSchema = z.object({
  model: z.string(),
  name: z.string(),
  organization: z.string(),
  access: z.enum(["open-weights", "hosted"]),
  licence: z.string(),
  contextTokens: z.number(),
  parameters: z.number().nullable(),
  published: z.string().nullable(),
  price: z
    .object({
      host: z.string(),
      usdPerMillionInputTokens: z.number(),
      usdPerMillionOutputTokens: z.number(),
      source: z.string(),
      asOf: z.string(),
    })
    .nullable(),
  memory: z.array(z.object({ precision, bytes: z.number() })),
  memoryContextTokens: z.number(),
  source: z.string(),
}) satisfies z.ZodType<ModelFacts>;

/** What the database keeps of each kind. */
export const keptContent = z.discriminatedUnion("kind", [
  link,
  result,
  z.strictObject({ kind: z.literal("file") }),
  z.strictObject({
    kind: z.literal("sizing"),
    sizing: sizingInput,
    figures: z.array(sizingFigure),
    asOf: isoDate,
  }),
  z.strictObject({ kind: z.literal("model"), facts: modelFactsSchema, asOf: isoDate }),
]);

export type KeptContent = z.output<typeof keptContent>;
