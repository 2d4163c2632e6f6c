import type { Architecture } from "./architecture";

export const recomputations = ["none", "selective", "full"] as const;
/** Which activations are computed again in the backward pass instead of being kept. */
export type Recomputation = (typeof recomputations)[number];

export interface ActivationInput {
  readonly sequenceTokens: number;
  /** Sequences that one accelerator takes at a time. */
  readonly microBatch: number;
  readonly tensorParallel: number;
  readonly recomputation: Recomputation;
}

/**
 * Activations kept for the backward pass, bytes per accelerator (Korthikanti et al. 2022, arXiv 2205.05198, table 2), with
 * s tokens, b sequences, h hidden size, a heads, t-way tensor parallelism (no sequence parallelism), per layer:
 * - none: s·b·h · (10 + 24/t + 5·a·s/(h·t))
 * - selective (what fused attention does by itself): s·b·h · (10 + 24/t)
 * - full: 2·s·b·h, the layer's input, and one layer at a time in full.
 * And the logits: 6 bytes (16-bit, and 32-bit for the loss) per token and entry of the vocabulary, over t.
 *
 * Valid for 16-bit activations and feed-forward parts of 4·h; gated ones come within about a tenth.
 */
export function activationBytes(architecture: Architecture, input: ActivationInput): number {
  const { layers, hiddenSize, attentionHeads, vocabulary } = architecture;
  const { sequenceTokens, microBatch, tensorParallel, recomputation } = input;
  const tokens = sequenceTokens * microBatch;
  const linear = tokens * hiddenSize * (10 + 24 / tensorParallel);
  const scores = (5 * attentionHeads * sequenceTokens * tokens) / tensorParallel;
  const logits = (6 * tokens * (vocabulary?.size ?? 0)) / tensorParallel;
  if (recomputation === "none") return layers * (linear + scores) + logits;
  if (recomputation === "selective") return layers * linear + logits;
  return layers * 2 * tokens * hiddenSize + linear + logits;
}
