import type { Architecture } from "./architecture";
import { checkQuantity } from "./check-quantity";

/**
 * Parameters of LoRA adapters on all linear layers (Hu et al. 2021, arXiv 2106.09685): rank · (inputs + outputs) of each
 * matrix, in every layer: four of the attention, and those of the feed-forward part. For mixtures of experts the
 * attention alone is adapted, as is usual.
 *
 * `adapterParameters` of Llama 2 7B at rank 16 → 40.0e6
 */
export function adapterParameters(architecture: Architecture, rank: number): number {
  checkQuantity(rank, { min: 1, max: 65_536, whole: true }, "loraRank");
  const { layers, hiddenSize, attentionHeads, headSize, attention, feedForward, experts } = architecture;
  const queries = attentionHeads * headSize;
  const keys = attention.kind === "grouped-query" ? attention.keyValueHeads * headSize : queries;
  const attentionEnds = 2 * (hiddenSize + queries) + 2 * (hiddenSize + keys);
  const { size, matrices } = feedForward ?? { size: (8 / 3) * hiddenSize, matrices: 3 };
  const feedForwardEnds = experts ? 0 : matrices * (hiddenSize + size);
  return layers * rank * (attentionEnds + feedForwardEnds);
}
