import type { ModelId } from "./models";

export const benchmarkIds = ["mmlu-pro", "gpqa-diamond"] as const;
export type BenchmarkId = (typeof benchmarkIds)[number];

export const benchmarkNames = {
  "mmlu-pro": "MMLU-Pro",
  "gpqa-diamond": "GPQA Diamond",
} as const satisfies Record<BenchmarkId, string>;

/** One published result, as its source has it. Accuracy in percent: more is better. */
export interface PublishedBenchmark {
  readonly benchmark: BenchmarkId;
  readonly percent: number;
  /** Which release was measured, and how. */
  readonly setting: string;
  /** Who says so; makers measure each in their own way. */
  readonly measuredBy: string;
  readonly source: string;
  /** When it was read there. */
  readonly asOf: string;
}

const asOf = "2026-11-27";
const llamaCards = "https://github.com/meta-llama/llama-models/blob/main/models";
const llama31 = { measuredBy: "Meta", source: `${llamaCards}/llama3_1/MODEL_CARD.md`, asOf } as const;
const llama33 = { measuredBy: "Meta", source: `${llamaCards}/llama3_3/MODEL_CARD.md`, asOf } as const;
const llama4 = { measuredBy: "Meta", source: `${llamaCards}/llama4/MODEL_CARD.md`, asOf } as const;
const deepseekV3 = {
  measuredBy: "DeepSeek",
  source: "https://github.com/deepseek-ai/DeepSeek-V3/blob/main/README.md",
  asOf,
} as const;
const deepseekR1 = {
  measuredBy: "DeepSeek",
  source: "https://github.com/deepseek-ai/DeepSeek-R1/blob/main/README.md",
  asOf,
} as const;

const fiveShots = "Instruct, 5 examples, reasoning first";
const noShots = "Instruct, no examples, reasoning first";
const accuracyAlone = "Instruct, no examples";

type Origin = Pick<PublishedBenchmark, "measuredBy" | "source" | "asOf">;

function mmluPro(percent: number, setting: string, origin: Origin): PublishedBenchmark {
  return { benchmark: "mmlu-pro", percent, setting, ...origin };
}

function gpqaDiamond(percent: number, setting: string, origin: Origin): PublishedBenchmark {
  return { benchmark: "gpqa-diamond", percent, setting, ...origin };
}

/** Results that could be read at their source; a model without an entry has none in the catalogue. */
export const publishedBenchmarks: Readonly<Partial<Record<ModelId, readonly PublishedBenchmark[]>>> = {
  "llama-3-8b": [mmluPro(45.5, fiveShots, llama31)],
  "llama-3-70b": [mmluPro(63.4, fiveShots, llama31)],
  "llama-3-1-8b": [mmluPro(48.3, fiveShots, llama31), gpqaDiamond(31.8, noShots, llama33)],
  "llama-3-1-70b": [mmluPro(66.4, fiveShots, llama31), gpqaDiamond(48, noShots, llama33)],
  "llama-3-1-405b": [mmluPro(73.3, fiveShots, llama31), gpqaDiamond(49, noShots, llama33)],
  "llama-3-3-70b": [mmluPro(68.9, fiveShots, llama33), gpqaDiamond(50.5, noShots, llama33)],
  "llama-4-scout": [mmluPro(74.3, accuracyAlone, llama4), gpqaDiamond(57.2, accuracyAlone, llama4)],
  "llama-4-maverick": [mmluPro(80.5, accuracyAlone, llama4), gpqaDiamond(69.8, accuracyAlone, llama4)],
  "deepseek-v2": [
    mmluPro(58.5, "Chat, release of May 2024", deepseekV3),
    gpqaDiamond(35.3, "Chat, release of May 2024", deepseekV3),
  ],
  "deepseek-v3": [
    mmluPro(75.9, "Chat, release of December 2024", deepseekV3),
    gpqaDiamond(59.1, "Chat, release of December 2024", deepseekV3),
  ],
  "deepseek-r1": [
    mmluPro(84, "Release of January 2025", deepseekR1),
    gpqaDiamond(71.5, "Release of January 2025, mean of 64 answers", deepseekR1),
  ],
  "qwen2-5-72b": [mmluPro(71.6, "Instruct", deepseekV3), gpqaDiamond(49, "Instruct", deepseekV3)],
  "gpt-4o": [
    mmluPro(72.6, "Release of 13 May 2024", deepseekV3),
    gpqaDiamond(49.9, "Release of 13 May 2024", deepseekV3),
  ],
};
