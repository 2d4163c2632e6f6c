import { checkQuantity, sizingLimits } from "./check-quantity";

/**
 * Tokens per parameter that make the best model of a given compute: Hoffmann et al. 2022 (arXiv 2203.15556, table 3)
 * find 20.2 at 67 billion parameters, between 19 and 23 over their range; a re-analysis of their data agrees with 20
 * (Besiroglu et al. 2024, arXiv 2404.10102).
 */
const optimalTokensPerParameter = 20;

/**
 * Tokens at which a model of this size makes best use of the compute: 20 · parameters.
 * Valid from about 0.1 to 500 billion parameters of dense transformers, and for training cost alone: a model that will
 * be served a lot pays for training longer (Llama 3 8B saw 1,875 tokens per parameter).
 * `computeOptimalTokens({ parameters: 70e9 })` → { tokens: 1.4e12 }
 */
export function computeOptimalTokens({ parameters }: { readonly parameters: number }): {
  readonly tokens: number;
} {
  checkQuantity(parameters, sizingLimits.parameters, "parameters");
  return { tokens: optimalTokensPerParameter * parameters };
}

/**
 * The model that makes best use of a compute budget: from flop = 6 · N · (20 · N), N = √(flop / 120).
 * `computeOptimalModel({ flop: 5.76e23 })` → parameters 6.93e10, tokens 1.39e12 (Chinchilla: 70e9 and 1.4e12)
 */
export function computeOptimalModel({ flop }: { readonly flop: number }): {
  readonly parameters: number;
  readonly tokens: number;
} {
  checkQuantity(flop, { min: 1, max: 1e36 }, "flop");
  const parameters = Math.sqrt(flop / (6 * optimalTokensPerParameter));
  return { parameters, tokens: optimalTokensPerParameter * parameters };
}
