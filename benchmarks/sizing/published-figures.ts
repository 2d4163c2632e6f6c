import {
  computeOptimalTokens,
  humanFeedback,
  inferenceMemory,
  isModelId,
  type ModelId,
  trainingCompute,
  trainingMemory,
  type ZeroStage,
} from "@/planning";
import type { PublishedFigure } from "./reference-data";

export interface FigureCheck {
  readonly name: string;
  readonly predicted: readonly number[];
  readonly published: readonly number[];
  /** Largest relative deviation; above an upper bound only what exceeds it. */
  readonly deviation: number;
  readonly tolerance: number;
  readonly holds: boolean;
}

export function checkFigure(figure: PublishedFigure): FigureCheck {
  const predict = predictions[figure.quantity];
  if (!predict) throw new Error(`Nothing predicts the quantity ${figure.quantity} (${figure.model}).`);
  const predicted = predict(figure);
  const isBound = figure.quantity === "fits_in";
  const deviation = Math.max(
    ...figure.value.map((published, place) => {
      const relative = (predicted[place] ?? Number.NaN) / published - 1;
      return isBound ? Math.max(0, relative) : Math.abs(relative);
    }),
  );
  return {
    name: `${figure.quantity.replaceAll("_", " ")}, ${figure.model}`,
    predicted,
    published: figure.value,
    deviation,
    tolerance: figure.tolerance,
    holds: deviation <= figure.tolerance,
  };
}

const predictions: Record<string, (figure: PublishedFigure) => readonly number[]> = {
  kv_cache_per_token: ({ model }) => [served(model).kvCacheBytesPerToken],
  weights: ({ model }) => [served(model).weightsBytes],
  training_state: ({ model, setting }) => [
    trainingMemory({
      parameters: leadingNumber(model),
      method: "full",
      zeroStage: zeroStageOf(setting),
      dataParallel: Number(setting.match(/data parallel (\d+)/)?.[1] ?? 1),
    }).stateBytes,
  ],
  fits_in: ({ model }) => [trainingMemory({ parameters: leadingNumber(model), method: "qlora" }).totalBytes],
  training_compute: ({ model, setting }) => [
    trainingCompute({ parameters: billionsIn(model), tokens: leadingNumber(setting) }).flop,
  ],
  optimal_tokens: ({ model }) => [computeOptimalTokens({ parameters: leadingNumber(model) }).tokens],
  labelled_examples: () => {
    const { demonstrationPrompts, rankedPrompts, policyPrompts } = humanFeedback({ method: "reward-model" });
    return [demonstrationPrompts, rankedPrompts, policyPrompts];
  },
};

function served(model: string) {
  return inferenceMemory({ model: catalogued(model), precision: "fp16", contextTokens: 2048, batch: 1 });
}

/** "Llama-2-7B" → "llama-2-7b" */
function catalogued(model: string): ModelId {
  const id = model.toLowerCase();
  if (!isModelId(id)) throw new Error(`The catalogue has no model ${id}.`);
  return id;
}

function zeroStageOf(setting: string): ZeroStage {
  const stage = setting.match(/ZeRO-(\d)/)?.[1];
  if (stage === "1") return 1;
  if (stage === "2") return 2;
  return stage === "3" ? 3 : 0;
}

/** "7.5e9 parameters" → 7.5e9 */
function leadingNumber(text: string): number {
  return Number.parseFloat(text);
}

/** "GPT-3 175B" → 175e9 */
function billionsIn(text: string): number {
  return Number(text.match(/([\d.]+)B\b/)?.[1]) * 1e9;
}
