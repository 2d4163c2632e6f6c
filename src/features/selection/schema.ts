import { z } from "zod";
import { hostings, licenceNeeds, type ModelCriterionId, servedPrecisions } from "@/planning";
import { id, mutationId, projectKey } from "@/platform/schema";

const whole = (most: number) => z.int("Please give a whole number.").min(1).max(most);
const figure = (least: number, most: number) => z.number("Please give a number.").min(least).max(most);

/** Limits that somebody tries out. Null: nothing is asked; left out: what the brief says. */
export const limitsInput = z.strictObject({
  requestsPerDay: whole(1_000_000_000).nullable().optional(),
  promptTokens: whole(10_000_000).nullable().optional(),
  outputTokens: whole(1_000_000).nullable().optional(),
  latencySeconds: figure(0.001, 86_400).nullable().optional(),
  hosting: z.enum(hostings).nullable().optional(),
  licence: z.enum(licenceNeeds).nullable().optional(),
  accelerator: z.string().min(1).max(100).optional(),
  mostAccelerators: whole(1024).optional(),
  precision: z.enum(servedPrecisions).optional(),
  mostUsdPerMonth: figure(0, 1e9).nullable().optional(),
});

/** The accelerator's name is the catalogue's to know. */
export type Limits = z.output<typeof limitsInput>;

const weight = z.int().min(0).max(100).optional();

export const weightsInput = z.strictObject({
  price: weight,
  size: weight,
  published: weight,
  licence: weight,
  context: weight,
  "mmlu-pro": weight,
}) satisfies z.ZodType<Partial<Record<ModelCriterionId, number | undefined>>>;

const tokens = figure(0, 1e16).nullable().optional();

/** What "existing, or train our own" is judged by, where the brief does not say it. */
export const ownModelInput = z.strictObject({
  domainDistance: z.enum(["near", "related", "far"]).nullable().optional(),
  domainTokens: tokens,
  generalTokens: figure(0, 1e16).optional(),
  parametersBillions: figure(0.01, 10_000).optional(),
  trainingAccelerators: whole(100_000).optional(),
  maxDays: figure(0, 3650).nullable().optional(),
  budgetUsd: figure(0, 1e12).nullable().optional(),
});

export const shortlistInput = z.strictObject({
  projectKey,
  limits: limitsInput.default({}),
  weights: weightsInput.default({}),
  own: ownModelInput.default({}),
});

export const makeOptionInput = z.strictObject({
  mutationId,
  decisionId: id,
  modelId: z.string().min(1).max(100),
  /** The limits that the row was computed with. */
  limits: limitsInput.default({}),
});
