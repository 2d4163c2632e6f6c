import { PlanningError } from "../planning-error";
import type { ModelPrice } from "./catalogue/model";
import { type ModelId, modelById } from "./catalogue/models";
import { checkQuantity, sizingLimits } from "./check-quantity";
import { checkRequest, type RequestShape } from "./serving-load";

export interface HostedPriceInput extends RequestShape {
  readonly model: ModelId;
  /** One of the model's hosts; the first listed when left out. */
  readonly host?: string;
  readonly requestsPerDay: number;
  /** Share of the prompt that the host still has from earlier requests, 0 to 1; 0 when left out. */
  readonly cachedShare?: number;
}

export interface HostedPrice {
  readonly price: ModelPrice;
  readonly usdPerThousandRequests: number;
  readonly usdPerDay: number;
}

/**
 * What calling a hosted model costs: tokens · list price, cached ones at their own price where the host has one, long
 * prompts at theirs. Leaves out discounts for batches and volume, and tokens of reasoning: count those as output.
 *
 * `hostedPrice({ model: "llama-3-8b", promptTokens: 1000, outputTokens: 200, requestsPerDay: 100_000 })`
 * → 0.216 USD per 1,000 requests at 0.18 USD per million tokens
 */
export function hostedPrice(input: HostedPriceInput): HostedPrice {
  checkRequest(input);
  checkQuantity(input.requestsPerDay, sizingLimits.requestsPerDay, "requestsPerDay");
  const { promptTokens, outputTokens, cachedShare = 0 } = input;
  checkQuantity(cachedShare, sizingLimits.share, "cachedShare");
  const price = chosenPrice(input);
  const rate = price.longPrompt && promptTokens >= price.longPrompt.fromTokens ? price.longPrompt : price;
  const promptUsd = promptTokens * rate.usdPerMillionInputTokens * (1 - cachedShare * cacheDiscount(price));
  const usdPerRequest = (promptUsd + outputTokens * rate.usdPerMillionOutputTokens) / 1e6;
  return {
    price,
    usdPerThousandRequests: usdPerRequest * 1000,
    usdPerDay: usdPerRequest * input.requestsPerDay,
  };
}

function chosenPrice({ model, host }: HostedPriceInput): ModelPrice {
  const { name, prices } = modelById(model);
  const price = host === undefined ? prices[0] : prices.find((one) => one.host === host);
  if (price) return price;
  if (host === undefined || prices.length === 0)
    throw new PlanningError("inconsistent", "model", `No host lists a price for ${name}.`);
  throw new PlanningError(
    "unknown-id",
    "host",
    `Choose one of ${prices.map((one) => one.host).join(", ")} for ${name}; not "${host}".`,
  );
}

/** What is saved of the input's price when the host still has it, 0 to 1. */
function cacheDiscount({ usdPerMillionCachedTokens, usdPerMillionInputTokens }: ModelPrice): number {
  if (usdPerMillionCachedTokens === undefined || usdPerMillionInputTokens === 0) return 0;
  return 1 - usdPerMillionCachedTokens / usdPerMillionInputTokens;
}
