import { precisions } from "@/planning";
import type { Calculation } from "../draft-rules";

export type NumberSpec = {
  readonly kind: "number";
  readonly label: string;
  readonly unit: string;
  /** What one of the unit is in the calculation's own: a billion parameters is 1e9. */
  readonly of: number;
  /** The slider's ends, in the unit; the field takes more. */
  readonly min: number;
  readonly max: number;
  readonly scale: "even" | "ratio";
  readonly whole?: true;
  /** What stands when it is left empty. */
  readonly empty?: string;
};

export type ChoiceSpec = {
  readonly kind: "choice";
  readonly label: string;
  readonly choices: readonly (readonly [value: string, label: string])[];
};

export type Spec =
  | NumberSpec
  | ChoiceSpec
  | {
      readonly kind: "open-model" | "priced-model" | "accelerator" | "host" | "currency";
      readonly label: string;
    };

const number = (
  label: string,
  unit: string,
  min: number,
  max: number,
  more: Partial<NumberSpec> = {},
): NumberSpec => ({ kind: "number", label, unit, of: 1, min, max, scale: "ratio", ...more });

const specs: Readonly<Record<string, Spec>> = {
  parameters: number("Model size", "billion parameters", 0.1, 1000, { of: 1e9 }),
  tokens: number("Data set", "million tokens", 0.1, 10_000, { of: 1e6 }),
  accelerators: number("Side by side", "accelerators", 1, 16_384, { whole: true, empty: "the fewest" }),
  accelerator: { kind: "accelerator", label: "Accelerator" },
  rentPerHour: number("Rent", "an hour", 0.1, 20, { empty: "list price" }),
  epochs: number("Passes over the data", "passes", 1, 20, { scale: "even" }),
  sequenceTokens: number("Sequence", "tokens", 128, 131_072, { whole: true }),
  microBatch: number("At a time on one accelerator", "sequences", 1, 64, { whole: true }),
  loraRank: number("Rank of the adapters", "rank", 1, 256, { whole: true }),
  model: { kind: "open-model", label: "Model" },
  calledModel: { kind: "priced-model", label: "Model to call" },
  host: { kind: "host", label: "Host" },
  precision: {
    kind: "choice",
    label: "Precision of the weights",
    choices: precisions.map((one) => [one, one] as const),
  },
  promptTokens: number("Prompt", "tokens", 10, 200_000, { whole: true }),
  outputTokens: number("Answer", "tokens", 1, 20_000, { whole: true }),
  requestsPerDay: number("Volume", "requests a day", 10, 10_000_000),
  peakFactor: number("Busiest hour", "times the mean", 1, 24, { scale: "even" }),
  latencySeconds: number("Longest wait for the first token", "seconds", 0.05, 60, { empty: "no limit" }),
  contextTokens: number("Prompt and answer", "tokens", 100, 1_000_000, { whole: true }),
  batch: number("At the same time", "sequences", 1, 1000, { whole: true }),
  cachedShare: number("Part of the prompt that is cached", "%", 0, 100, { of: 0.01, scale: "even" }),
  demonstrationPrompts: number("Demonstrations", "prompts", 10, 100_000, { whole: true }),
  rankedPrompts: number("Ranked prompts", "prompts", 10, 200_000, { whole: true }),
  answersPerPrompt: number("Answers ranked of each", "answers", 2, 9, { scale: "even", whole: true }),
  reviewedShare: number("Done twice", "%", 0, 100, { of: 0.01, scale: "even" }),
  minutesPerDemonstration: number("A demonstration takes", "minutes", 1, 120),
  minutesPerAnswerRanked: number("Ranking an answer takes", "minutes", 0.2, 30),
  ratePerHour: number("Rate", "an hour", 5, 300),
  rateCurrency: { kind: "currency", label: "Currency of the rate" },
  operationsUsdPerDay: number("Running it ourselves, beside the rent", "USD a day", 0, 2000, {
    scale: "even",
  }),
};

const ofTraining: Readonly<Record<string, Spec>> = {
  tokens: number("Training tokens", "billion tokens", 0.1, 20_000, { of: 1e9 }),
  accelerators: number("Side by side", "accelerators", 1, 16_384, { whole: true, empty: "not said" }),
};

const methods: Readonly<Partial<Record<Calculation, ChoiceSpec>>> = {
  "fine-tuning": {
    kind: "choice",
    label: "Method",
    choices: [
      ["full", "Full: all weights"],
      ["lora", "LoRA: adapters"],
      ["qlora", "QLoRA: adapters on 4-bit weights"],
    ],
  },
  labelling: {
    kind: "choice",
    label: "Method",
    choices: [
      ["direct-preference", "Direct preference optimisation"],
      ["reward-model", "Reward model and policy optimisation"],
    ],
  },
};

/** How an input of a calculation is asked for. */
export function specOf(calculation: Calculation, input: string): Spec | null {
  if (input === "method") return methods[calculation] ?? null;
  if (calculation === "hosted-price" && input === "model") return specs.calledModel ?? null;
  if (calculation === "training-cost" && ofTraining[input] !== undefined) return ofTraining[input];
  return specs[input] ?? null;
}

export function inputName(calculation: Calculation, input: string): string {
  return specOf(calculation, input)?.label ?? input;
}
