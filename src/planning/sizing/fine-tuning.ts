import { architectureOf } from "./catalogue/models";
import { checkQuantity, sizingLimits } from "./check-quantity";
import { type TrainingCost, trainingCost } from "./training-cost";
import { type TrainingFit, trainingFit } from "./training-fit";
import type { TrainingMethod } from "./training-memory";
import { type TrainingTime, trainingTime } from "./training-time";

export interface FineTuningInput {
  readonly model: string;
  readonly method: TrainingMethod;
  /** Tokens of the data set, once. */
  readonly tokens: number;
  readonly epochs: number;
  readonly sequenceTokens: number;
  readonly microBatch: number;
  /** For lora and qlora. */
  readonly loraRank: number;
  readonly accelerator: Parameters<typeof trainingTime>[0]["accelerator"];
  /** How many run side by side; the fewest that hold it when left out. */
  readonly accelerators?: number;
  readonly usdPerAcceleratorHour?: number;
}

export interface FineTuning {
  readonly parameters: number;
  readonly activeParameters: number;
  readonly flopPerParameterAndToken: number;
  readonly flop: number;
  readonly fit: TrainingFit;
  /** Null when nobody said how many and no number of them holds it. */
  readonly accelerators: number | null;
  readonly time: Omit<TrainingTime, "flop">;
  readonly cost: Pick<TrainingCost, "usd" | "usdPerAcceleratorHour" | "energyKilowattHours">;
}

/**
 * Tuning an existing model: compute = c · N · D · epochs, c = 6 when all weights are trained (forward 2, backward 4) and 4 with
 * adapters, because frozen weights need no gradients of their own (Hu et al. 2021, arXiv 2106.09685, section 4.2); the rest as
 * `trainingTime`, `trainingCost` and `trainingFit`.
 *
 * Valid for supervised tuning on text with sequences packed to their full length. QLoRA also unpacks its weights at each step, which
 * costs time that is not counted; trials, evaluation and failed runs come on top.
 *
 * `fineTuning({ model: "llama-3-8b", method: "lora", tokens: 10e6, epochs: 3, … }).flop` → 9.64e17
 */
export function fineTuning(input: FineTuningInput): FineTuning {
  checkQuantity(input.epochs, { min: 0.01, max: 1000 }, "epochs");
  checkQuantity(input.tokens, sizingLimits.tokens, "tokens");
  const architecture = architectureOf(input.model);
  const { parameters, activeParameters = parameters } = architecture;
  const { method, sequenceTokens, microBatch, loraRank, accelerator, usdPerAcceleratorHour } = input;
  const fit = trainingFit({
    parameters,
    method,
    architecture,
    sequenceTokens,
    microBatch,
    loraRank,
    accelerator,
  });
  const accelerators = input.accelerators ?? fit.fewest?.accelerators ?? null;
  const flopPerParameterAndToken = method === "full" ? 6 : 4;
  const run = {
    parameters,
    activeParameters,
    tokens: (input.tokens * input.epochs * flopPerParameterAndToken) / 6,
    accelerator,
    ...(usdPerAcceleratorHour === undefined ? {} : { usdPerAcceleratorHour }),
    ...(accelerators === null ? {} : { accelerators }),
  };
  const { flop, ...time } = trainingTime(run);
  const { usd, usdPerAcceleratorHour: rent, energyKilowattHours } = trainingCost(run);
  return {
    parameters,
    activeParameters,
    flopPerParameterAndToken,
    flop,
    fit,
    accelerators,
    time,
    cost: { usd, usdPerAcceleratorHour: rent, energyKilowattHours },
  };
}
