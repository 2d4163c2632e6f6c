import { acceleratorById } from "./catalogue/accelerators";
import { checkQuantity, sizingLimits } from "./check-quantity";
import { inferenceMemory } from "./inference-memory";
import type { ServingInput } from "./throughput";
import { usableMemoryShare } from "./training-fit";

/**
 * How many sequences of this length fit beside the weights: ⌊(accelerators · memory · 0.9 − weights) / cache of one⌋, the
 * 0.9 being vLLM's own default; 0 when not even one fits. Valid for a cache in pages (PagedAttention, arXiv 2309.06180),
 * which wastes under 4 %.
 *
 * `largestBatch({ model: "llama-3-8b", precision: "bf16", accelerator: "a100-80gb", contextTokens: 8192 })` → 52
 */
export function largestBatch(input: ServingInput & { readonly contextTokens: number }): number {
  const { accelerators = 1 } = input;
  checkQuantity(accelerators, sizingLimits.accelerators, "accelerators");
  const usableBytes = accelerators * acceleratorById(input.accelerator).memoryBytes * usableMemoryShare;
  const one = inferenceMemory({ ...input, batch: 1 });
  return Math.max(0, Math.floor((usableBytes - one.weightsBytes) / one.kvCacheBytes));
}

/**
 * The fewest accelerators, a power of two, that hold the weights and one sequence; null when 1,024 do not.
 * `fewestToServe({ model: "llama-2-70b", precision: "fp16", accelerator: "a100-80gb", contextTokens: 4096 })` → 2
 */
export function fewestToServe(
  input: Omit<ServingInput, "accelerators"> & ServingInput & { readonly contextTokens: number },
): number | null {
  for (let accelerators = 1; accelerators <= 1024; accelerators *= 2)
    if (largestBatch({ ...input, accelerators }) >= 1) return accelerators;
  return null;
}
