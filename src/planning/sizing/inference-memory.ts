import { PlanningError } from "../planning-error";
import { type Architecture, checkArchitecture } from "./architecture";
import { architectureOf, type ModelId } from "./catalogue/models";
import { checkQuantity, sizingLimits } from "./check-quantity";
import { bytesPerParameter, type Precision } from "./precision";

/** A model of the catalogue, or the architecture of one that is not in it. */
export type SizedModel =
  | { readonly model: ModelId; readonly architecture?: never }
  | { readonly architecture: Architecture; readonly model?: never };

export interface WeightFormat {
  /** Format of the weights. */
  readonly precision: Precision;
  /** Format of keys and values: 16 bits unless said, as serving engines have it, 32 with 32-bit weights. */
  readonly kvCachePrecision?: Precision;
}

export type InferenceMemoryInput = SizedModel &
  WeightFormat & {
    /** Prompt and answer together. */
    readonly contextTokens: number;
    /** Sequences at the same time. */
    readonly batch: number;
  };

export interface InferenceMemory {
  readonly weightsBytes: number;
  /** Keys and values of all sequences at full context. */
  readonly kvCacheBytes: number;
  /** Of one further token of one sequence, while no sliding window is full. */
  readonly kvCacheBytesPerToken: number;
  readonly totalBytes: number;
}

/**
 * Memory of serving, over all accelerators together: weights = parameters · bytes; keys and values per token and layer =
 * 2 · key-value heads · head size (Shazeer 2019, arXiv 1911.02150; grouped: arXiv 2305.13245), or latent + rotary size for
 * latent attention (arXiv 2405.04434); layers with a sliding window keep at most the window. The runtime's own memory
 * comes on top: see `usableMemoryShare`.
 *
 * `inferenceMemory({ model: "llama-3-8b", precision: "bf16", contextTokens: 8192, batch: 1 })`
 * → weights 16.06e9, cache 1.07e9, 131,072 bytes per token
 */
export function inferenceMemory(input: InferenceMemoryInput): InferenceMemory {
  const architecture = sizedArchitecture(input);
  checkQuantity(input.contextTokens, sizingLimits.contextTokens, "contextTokens");
  checkQuantity(input.batch, sizingLimits.batch, "batch");
  const weightsBytes = architecture.parameters * bytesPerParameter(input.precision);
  const perLayer = kvCacheBytesPerTokenAndLayer(architecture, input);
  const kvCacheBytes = input.batch * perLayer * cachedTokens(architecture, input.contextTokens);
  return {
    weightsBytes,
    kvCacheBytes,
    kvCacheBytesPerToken: perLayer * architecture.layers,
    totalBytes: weightsBytes + kvCacheBytes,
  };
}

export function sizedArchitecture(sized: SizedModel): Architecture {
  if (sized.model !== undefined) return architectureOf(sized.model);
  if (sized.architecture === undefined)
    throw new PlanningError("inconsistent", "model", "Choose a model or enter an architecture.");
  checkArchitecture(sized.architecture);
  return sized.architecture;
}

function kvCacheBytesPerTokenAndLayer(architecture: Architecture, format: WeightFormat): number {
  const { attention, attentionHeads, headSize } = architecture;
  const precision = format.kvCachePrecision ?? (format.precision === "fp32" ? "fp32" : "bf16");
  const bytes = bytesPerParameter(precision, "kvCachePrecision");
  if (attention.kind === "multi-head-latent") return (attention.latentSize + attention.rotarySize) * bytes;
  const heads = attention.kind === "grouped-query" ? attention.keyValueHeads : attentionHeads;
  return 2 * heads * headSize * bytes;
}

/** Tokens kept, summed over the layers. */
function cachedTokens({ layers, slidingWindow }: Architecture, contextTokens: number): number {
  if (!slidingWindow) return layers * contextTokens;
  const windowed = slidingWindow.layers * Math.min(contextTokens, slidingWindow.windowTokens);
  return (layers - slidingWindow.layers) * contextTokens + windowed;
}
