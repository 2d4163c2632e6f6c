import { PlanningError } from "../planning-error";
import { type Architecture, checkArchitecture } from "./architecture";
import { checkQuantity, sizingLimits } from "./check-quantity";

export interface TrainingComputeInput {
  /** All parameters. */
  readonly parameters: number;
  /** Tokens seen in training, repetitions counted. */
  readonly tokens: number;
  /** Parameters used per token, for mixtures of experts; all of them when left out. */
  readonly activeParameters?: number;
  /** With `contextTokens`: adds the arithmetic of attention, which 6ND leaves out. */
  readonly architecture?: Architecture;
  readonly contextTokens?: number;
}

export interface TrainingCompute {
  /** Floating-point operations, forward and backward, without recomputation. */
  readonly flop: number;
  /** The part of `flop` that attention over the context takes; 0 without an architecture. */
  readonly attentionFlop: number;
}

/**
 * Training compute in FLOP: 6 · N · D, two for the forward pass and four for the backward pass, N the parameters that a
 * token uses and D the tokens (Kaplan et al. 2020, arXiv 2001.08361; Hoffmann et al. 2022, arXiv 2203.15556).
 *
 * With architecture and context it adds 6 · layers · heads · headSize · context per token: causal attention's scores and
 * mixing, half of the 12 · L · H · Q · T of PaLM's appendix B (arXiv 2204.02311) because later tokens are masked. That is
 * below 5 % up to a context about as long as the hidden size, and the larger part beyond some 100,000 tokens.
 *
 * Valid for transformers trained on next-token prediction. Leaves out recomputation of activations (up to a third
 * more), failed runs, and the vocabulary's look-up, which is no multiplication though its table counts in N.
 *
 * `trainingCompute({ parameters: 70e9, tokens: 1.4e12 }).flop` → 5.88e23 (Chinchilla; the paper says 5.76e23)
 */
export function trainingCompute(input: TrainingComputeInput): TrainingCompute {
  const { parameters, tokens, activeParameters = parameters, architecture, contextTokens } = input;
  checkQuantity(parameters, sizingLimits.parameters, "parameters");
  checkQuantity(tokens, sizingLimits.tokens, "tokens");
  checkQuantity(activeParameters, sizingLimits.parameters, "activeParameters");
  if (activeParameters > parameters)
    throw new PlanningError(
      "inconsistent",
      "activeParameters",
      "Enter at most the number of all parameters.",
    );
  const attentionFlop = architecture ? attentionFlopPerToken(architecture, contextTokens) * tokens : 0;
  return { flop: 6 * activeParameters * tokens + attentionFlop, attentionFlop };
}

function attentionFlopPerToken(architecture: Architecture, contextTokens: number | undefined): number {
  if (contextTokens === undefined)
    throw new PlanningError(
      "inconsistent",
      "contextTokens",
      "Enter the context length with the architecture.",
    );
  checkArchitecture(architecture, "architecture");
  checkQuantity(contextTokens, sizingLimits.contextTokens, "contextTokens");
  const { layers, attentionHeads, headSize } = architecture;
  return 6 * layers * attentionHeads * headSize * contextTokens;
}
