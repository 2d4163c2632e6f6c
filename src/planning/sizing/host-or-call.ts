import { checkQuantity, sizingLimits } from "./check-quantity";
import { type HostedPrice, type HostedPriceInput, hostedPrice } from "./hosted-price";
import { type ServingFleet, type ServingFleetInput, servingFleet } from "./serving-fleet";

export interface HostOrCallInput {
  readonly hosting: ServingFleetInput;
  readonly calling: Omit<HostedPriceInput, "promptTokens" | "outputTokens" | "requestsPerDay">;
  /** Cost of running it oneself beside the rent, for example people on call. */
  readonly operationsUsdPerDay?: number;
}

export interface HostOrCall {
  readonly hosting: ServingFleet;
  readonly hostingUsdPerDay: number;
  readonly calling: HostedPrice;
  readonly cheaper: "hosting" | "calling";
  /** Requests per day from which hosting first costs no more; null when it never does. */
  readonly breakEvenRequestsPerDay: number | null;
  /** From here on hosting stays cheaper, whatever step the number of copies is on; null when it never does. */
  readonly alwaysCheaperFromRequestsPerDay: number | null;
}

/**
 * Hosting a model or calling one, for the same requests. Calling costs c per request. Hosting costs o + r · ⌈v / q⌉ per
 * day, o for operations, r per copy, q the requests a copy serves a day: a staircase. It breaks even on the first step k
 * at v = (o + k·r) / c that the step can serve (v ≤ k·q), and stays cheaper once a new copy pays at once:
 * c · (k − 1) · q ≥ o + k·r. Never, when a full copy costs more than calling for what it serves, c · q ≤ r.
 *
 * The two models may differ: the larger hosted one may need no adapting. Cost is one criterion beside quality.
 */
export function hostOrCall(input: HostOrCallInput): HostOrCall {
  const { hosting, operationsUsdPerDay = 0 } = input;
  checkQuantity(operationsUsdPerDay, sizingLimits.usd, "operationsUsdPerDay");
  const fleet = servingFleet(hosting);
  const { promptTokens, outputTokens, requestsPerDay } = hosting;
  const called = hostedPrice({ ...input.calling, promptTokens, outputTokens, requestsPerDay });
  const hostingUsdPerDay = fleet.usdPerDay + operationsUsdPerDay;
  return {
    hosting: fleet,
    hostingUsdPerDay,
    calling: called,
    cheaper: hostingUsdPerDay < called.usdPerDay ? "hosting" : "calling",
    ...breakEven(fleet, called.usdPerThousandRequests / 1000, operationsUsdPerDay),
  };
}

function breakEven(
  { usdPerCopyDay, requestsPerDayPerCopy }: ServingFleet,
  usdPerCall: number,
  operationsUsdPerDay: number,
): Pick<HostOrCall, "breakEvenRequestsPerDay" | "alwaysCheaperFromRequestsPerDay"> {
  const savedPerFullCopy = usdPerCall * requestsPerDayPerCopy - usdPerCopyDay;
  if (savedPerFullCopy <= 0) return { breakEvenRequestsPerDay: null, alwaysCheaperFromRequestsPerDay: null };
  const firstStep = Math.max(1, Math.ceil(operationsUsdPerDay / savedPerFullCopy));
  const alwaysStep = Math.ceil((operationsUsdPerDay + usdPerCall * requestsPerDayPerCopy) / savedPerFullCopy);
  const stepBefore = alwaysStep - 1;
  return {
    breakEvenRequestsPerDay: (operationsUsdPerDay + firstStep * usdPerCopyDay) / usdPerCall,
    // The step before the first that pays at once may itself pay from somewhere within it.
    alwaysCheaperFromRequestsPerDay: Math.min(
      stepBefore * requestsPerDayPerCopy,
      (operationsUsdPerDay + stepBefore * usdPerCopyDay) / usdPerCall,
    ),
  };
}
