import type { SizingInput } from "@/features/decisions/evidence.schema";
import { type Given, takenOver } from "./follow-rules";
import { type FollowedInput, followedInputs } from "./schema";

/** What somebody typed, by field; what is not in it stands as the brief, the workspace or the default has it. */
export type Draft = Readonly<Record<string, string>>;
export type Calculation = SizingInput["calculation"];

type Start = string | number | null;

/**
 * What each calculation asks, with the value it begins with; null may stay empty. The field of a draft is the input's own name, but
 * where two calculations mean different things by it.
 */
const asked = {
  "training-cost": {
    parameters: 7e9,
    tokens: 140e9,
    accelerator: "",
    accelerators: 64,
    rentPerHour: null,
    rentCurrency: null,
  },
  "fine-tuning": {
    model: "llama-3-1-8b",
    method: "lora",
    tokens: 10e6,
    epochs: 3,
    sequenceTokens: 2048,
    microBatch: 1,
    loraRank: 16,
    accelerator: "",
    accelerators: null,
    rentPerHour: null,
    rentCurrency: null,
  },
  "serving-fleet": {
    model: "llama-3-1-8b",
    precision: "bf16",
    accelerator: "",
    promptTokens: 1000,
    outputTokens: 200,
    requestsPerDay: 10_000,
    peakFactor: 3,
    latencySeconds: null,
    rentPerHour: null,
    rentCurrency: null,
  },
  "serving-memory": { model: "llama-3-1-8b", precision: "bf16", contextTokens: 8192, batch: 1 },
  "hosted-price": {
    model: "gpt-4o-mini",
    host: null,
    promptTokens: 1000,
    outputTokens: 200,
    requestsPerDay: 10_000,
    cachedShare: 0,
  },
  labelling: {
    method: "direct-preference",
    demonstrationPrompts: 1000,
    rankedPrompts: 3000,
    answersPerPrompt: 2,
    reviewedShare: 0.1,
    minutesPerDemonstration: 12,
    minutesPerAnswerRanked: 2.5,
    ratePerHour: 30,
    rateCurrency: "USD",
  },
  "host-or-call": {
    model: "llama-3-1-8b",
    precision: "bf16",
    accelerator: "",
    calledModel: "gpt-4o-mini",
    promptTokens: 1000,
    outputTokens: 200,
    requestsPerDay: 10_000,
    peakFactor: 3,
    operationsUsdPerDay: 100,
    rentPerHour: null,
    rentCurrency: null,
  },
} as const satisfies Record<Calculation, Readonly<Record<string, Start>>>;

/** Under which name a draft has an input: the model that is called is another than the one that is hosted. */
export function draftField(calculation: Calculation, input: string): string {
  if (calculation === "hosted-price" && input === "model") return "calledModel";
  if (calculation === "labelling" && input === "method") return "feedback";
  if (calculation === "training-cost" && (input === "tokens" || input === "accelerators"))
    return `training-${input}`;
  return input;
}

const words = new Set([
  "accelerator",
  "calledModel",
  "host",
  "method",
  "model",
  "precision",
  "rateCurrency",
  "rentCurrency",
]);

export type Origin = "brief" | "workspace" | "default" | "own";

export type Resolved = {
  /** What planning is asked; not checked yet. */
  readonly input: Readonly<Record<string, string | number>>;
  /** Where each input's value is from. */
  readonly origins: Readonly<Record<string, Origin>>;
  readonly follows: readonly FollowedInput[];
};

/** The calculation that a draft stands for, with what it leaves to the brief and the workspace's rates. */
export function resolve(calculation: Calculation, draft: Draft, given: Given): Resolved {
  const fields: Readonly<Record<string, Start>> = asked[calculation];
  const typed = (input: string) => draft[draftField(calculation, input)];
  const accelerator = typed("accelerator") ?? given.accelerator;
  const taken: Readonly<Record<string, string | number | undefined>> = takenOver(
    calculation,
    given,
    accelerator,
  );
  const input: Record<string, string | number> = { calculation };
  const origins: Record<string, Origin> = {};
  for (const [name, start] of Object.entries(fields)) {
    if (name === "rentCurrency") continue;
    const text = typed(name);
    const value = text === undefined ? (taken[name] ?? start) : toValue(name, text);
    origins[name] = text !== undefined ? "own" : originOf(name, taken);
    if (value !== null) input[name] = value;
  }
  if (input.rentPerHour !== undefined) {
    const ownCurrency = typed("rentCurrency") ?? given.rentCurrency;
    input.rentCurrency = calculation === "host-or-call" ? "USD" : ownCurrency;
  }
  const follows = followedInputs.filter(
    (name) => name in fields && taken[name] !== undefined && origins[name] !== "own",
  );
  return { input, origins, follows };
}

function originOf(name: string, taken: Readonly<Record<string, unknown>>): Origin {
  if (taken[name] === undefined) return "default";
  return name === "accelerator" || name === "rentPerHour" ? "workspace" : "brief";
}

function toValue(name: string, text: string): string | number | null {
  if (words.has(name)) return text === "" ? null : text;
  return text.trim() === "" ? null : Number(text);
}

/** The draft that stands for a kept calculation: whatever it does not follow is its own. */
export function draftOf(sizing: SizingInput, follows: readonly FollowedInput[]): Draft {
  const { calculation, ...inputs } = sizing;
  const fields: Readonly<Record<string, Start>> = asked[calculation];
  const values: Readonly<Record<string, unknown>> = inputs;
  const draft: Record<string, string> = {};
  for (const name of Object.keys(fields)) {
    const followed = followedInputs.find((input) => input === name);
    if (followed !== undefined && follows.includes(followed)) continue;
    if (name === "rentCurrency" && follows.includes("rentPerHour")) continue;
    const value = values[name];
    draft[draftField(calculation, name)] = value === undefined ? "" : String(value);
  }
  return draft;
}

/** Everything a draft may hold: what an address says beside it is not taken from there. */
export const draftFields: ReadonlySet<string> = new Set(
  Object.entries(asked).flatMap(([calculation, fields]) =>
    Object.keys(fields).map((input) => draftField(toCalculation(calculation), input)),
  ),
);

export function toCalculation(text: string | undefined): Calculation {
  return isCalculation(text) ? text : "serving-fleet";
}

function isCalculation(text: string | undefined): text is Calculation {
  return text !== undefined && Object.hasOwn(asked, text);
}
