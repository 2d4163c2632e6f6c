import type { Architecture } from "./architecture";
import { type AcceleratorId, acceleratorById } from "./catalogue/accelerators";
import { checkQuantity, sizingLimits } from "./check-quantity";
import { inferenceMemory, type SizedModel, sizedArchitecture, type WeightFormat } from "./inference-memory";
import { arithmeticWidth, bytesPerParameter } from "./precision";

/**
 * Shares of the peak that good serving engines reach: of the arithmetic in prefill about half (Pope et al. 2022, arXiv
 * 2211.05102, report 40 to 76 %), of the memory bandwidth in decoding about 0.6 (Databricks 2023, "LLM inference
 * performance engineering", 50 to 60 % of bandwidth at several accelerators). Phasewise defaults within those.
 */
const arithmeticShare = 0.5;
const bandwidthShare = 0.6;

export type ServingInput = SizedModel &
  WeightFormat & {
    readonly accelerator: AcceleratorId;
    /** That hold one copy of the model together; 1 when left out. */
    readonly accelerators?: number;
  };

/** What one copy of a model does per second, from the roofline of arithmetic and memory bandwidth. */
export interface ServingRates {
  /** Seconds to read a prompt of this many tokens. */
  readonly prefillSeconds: (promptTokens: number) => number;
  /** Seconds for the next token of each of `batch` sequences that are `contextTokens` long on average. */
  readonly decodeStepSeconds: (batch: number, contextTokens: number) => number;
}

/**
 * The roofline (Williams et al. 2009): a step takes the longer of its arithmetic and its reading of memory.
 * - Prefill: 2 · active parameters per token, and attention 2 · layers · heads · head size · prompt per token (causal).
 * - Decoding: 2 · active parameters per sequence and attention over its context, against reading the weights once and
 *   every sequence's keys and values. Of a mixture's experts a batch b touches 1 − (1 − k/n)^b.
 *
 * Several accelerators add up in full: valid within one machine, where links cost a tenth or so; across machines less.
 * 4-bit weights are multiplied in the widest format the chip has for them, else unpacked to 16 bits.
 */
export function servingRates(input: ServingInput): ServingRates {
  const { accelerators = 1 } = input;
  checkQuantity(accelerators, sizingLimits.accelerators, "accelerators");
  const architecture = sizedArchitecture(input);
  const { memoryBytesPerSecond, peakFlopPerSecond } = acceleratorById(input.accelerator);
  const peak = peakFlopPerSecond[arithmeticWidth(input.precision)] ?? peakFlopPerSecond["16-bit"];
  const flopPerSecond = accelerators * peak * arithmeticShare;
  const bytesPerSecond = accelerators * memoryBytesPerSecond * bandwidthShare;
  const { parameters, activeParameters = parameters, layers, attentionHeads, headSize } = architecture;
  const attentionFlopPerPair = 4 * layers * attentionHeads * headSize;
  const bytes = bytesPerParameter(input.precision);

  return {
    prefillSeconds: (promptTokens) => {
      const flop = promptTokens * (2 * activeParameters + (attentionFlopPerPair * promptTokens) / 2);
      const read = bytes * touchedParameters(architecture, promptTokens);
      return Math.max(flop / flopPerSecond, read / bytesPerSecond);
    },
    decodeStepSeconds: (batch, contextTokens) => {
      const flop = batch * (2 * activeParameters + attentionFlopPerPair * contextTokens);
      const context = Math.max(1, Math.round(contextTokens));
      const cache = batch * inferenceMemory({ ...input, contextTokens: context, batch: 1 }).kvCacheBytes;
      const read = bytes * touchedParameters(architecture, batch) + cache;
      return Math.max(flop / flopPerSecond, read / bytesPerSecond);
    },
  };
}

/** Parameters that at least one of `tokens` tokens is routed to, with independent, even routing. */
function touchedParameters({ parameters, activeParameters, experts }: Architecture, tokens: number): number {
  if (!experts || activeParameters === undefined || experts.perToken === experts.perLayer) return parameters;
  const chosen = experts.perToken / experts.perLayer;
  const outsideExperts = Math.max(0, (activeParameters - parameters * chosen) / (1 - chosen));
  return outsideExperts + (parameters - outsideExperts) * (1 - (1 - chosen) ** tokens);
}
