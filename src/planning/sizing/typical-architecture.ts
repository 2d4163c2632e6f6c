import type { Architecture } from "./architecture";
import { checkQuantity, sizingLimits } from "./check-quantity";

/** Hidden size over layers: 128 in Llama 2 7B and 13B, 102 in 70B, 130 in Llama 3.1 405B. */
const hiddenPerLayer = 112;

/**
 * A usual shape for a dense transformer of this many parameters, for when none is known: parameters =
 * 12 · layers · hidden² (Kaplan et al. 2020, arXiv 2001.08361), hidden = 112 · layers, heads of 128 in eight groups.
 * Layers and hidden size lie within about a fifth of the catalogue's models from 1 to 400 billion parameters.
 * `typicalArchitecture(70e9)` → 77 layers of 8,704 (Llama 2 70B: 80 of 8,192)
 */
export function typicalArchitecture(parameters: number): Architecture {
  checkQuantity(parameters, sizingLimits.parameters, "parameters");
  const layers = Math.max(1, Math.round((parameters / (12 * hiddenPerLayer ** 2)) ** (1 / 3)));
  const hiddenSize = Math.max(1, Math.round(Math.sqrt(parameters / (12 * layers))));
  const attentionHeads = Math.max(1, Math.round(hiddenSize / 128));
  return {
    parameters,
    layers,
    hiddenSize,
    attentionHeads,
    headSize: 128,
    attention: { kind: "grouped-query", keyValueHeads: Math.min(8, attentionHeads) },
    feedForward: { size: Math.round((8 / 3) * hiddenSize) || 1, matrices: 3 },
    vocabulary: { size: 128_000, tied: false },
  };
}
