import { PlanningError } from "../planning-error";
import { checkQuantity, sizingLimits } from "./check-quantity";
import { fewestToServe } from "./largest-batch";
import { type RequestShape, type ServingLoad, servingLoad } from "./serving-load";
import type { ServingInput } from "./throughput";
import { type AcceleratorCostInput, usdPerAcceleratorHour } from "./training-cost";

export type ServingFleetInput = ServingInput &
  RequestShape &
  AcceleratorCostInput & {
    readonly requestsPerDay: number;
    /** Busiest hour over the mean; 3 when left out, as of a service used in office hours. */
    readonly peakFactor?: number;
    /** Share of a copy's capacity that the busiest hour may use; 0.7 when left out, so that queues stay short. */
    readonly targetLoadShare?: number;
    /** Limits on the mean latency in the busiest hour. */
    readonly maxTimeToFirstTokenSeconds?: number;
    readonly maxTimePerOutputTokenSeconds?: number;
  };

export interface ServingFleet {
  readonly acceleratorsPerCopy: number;
  readonly copies: number;
  readonly accelerators: number;
  /** Requests per day that one copy serves within load and latency limits, at this course of the day. */
  readonly requestsPerDayPerCopy: number;
  readonly usdPerCopyDay: number;
  readonly usdPerDay: number;
  readonly usdPerThousandRequests: number;
  /** One copy in the busiest hour. */
  readonly busiestHour: ServingLoad;
}

/**
 * Accelerators and cost for a volume of requests: copies = requests · peak factor / 86,400 over what one copy serves within
 * its limits, rounded up; rented day and night. With `accelerators` left out a copy takes the fewest that hold the model.
 *
 * Leaves out spares, several regions, and turning copies off at night, which saves up to 1 − 1 / peak factor.
 *
 * `servingFleet({ model: "llama-3-8b", precision: "bf16", accelerator: "a100-80gb", promptTokens: 1000, outputTokens: 200,
 * requestsPerDay: 100_000 })` → 1 accelerator, 66.96 USD a day, 0.67 USD per 1,000 requests
 */
export function servingFleet(input: ServingFleetInput): ServingFleet {
  const { requestsPerDay, peakFactor = 3 } = input;
  checkQuantity(requestsPerDay, sizingLimits.requestsPerDay, "requestsPerDay");
  checkQuantity(peakFactor, { min: 1, max: 1440 }, "peakFactor");
  const acceleratorsPerCopy = input.accelerators ?? fewestForOneCopy(input);
  const copy = { ...input, accelerators: acceleratorsPerCopy };
  const busiestPerSecond = (requestsPerDay * peakFactor) / 86_400;
  const perCopy = largestRate(copy);
  const copies = Math.max(1, Math.ceil(busiestPerSecond / perCopy));
  const usdPerCopyDay = acceleratorsPerCopy * usdPerAcceleratorHour(input) * 24;
  return {
    acceleratorsPerCopy,
    copies,
    accelerators: copies * acceleratorsPerCopy,
    requestsPerDayPerCopy: (perCopy * 86_400) / peakFactor,
    usdPerCopyDay,
    usdPerDay: copies * usdPerCopyDay,
    usdPerThousandRequests: ((copies * usdPerCopyDay) / requestsPerDay) * 1000,
    busiestHour: servingLoad({ ...copy, requestsPerSecond: busiestPerSecond / copies }),
  };
}

function fewestForOneCopy(input: ServingFleetInput): number {
  const fewest = fewestToServe({ ...input, contextTokens: input.promptTokens + input.outputTokens });
  if (fewest === null)
    throw new PlanningError(
      "out-of-range",
      "model",
      "The model does not fit on 1,024 of these accelerators.",
    );
  return fewest;
}

/** The most requests per second at which one copy keeps its limits: latency rises with load, so halving finds it. */
function largestRate(input: ServingFleetInput): number {
  const { targetLoadShare = 0.7, maxTimeToFirstTokenSeconds, maxTimePerOutputTokenSeconds } = input;
  checkQuantity(targetLoadShare, { min: 0.01, max: 0.99 }, "targetLoadShare");
  const limit = { min: 1e-6, max: 86_400 };
  if (maxTimeToFirstTokenSeconds !== undefined)
    checkQuantity(maxTimeToFirstTokenSeconds, limit, "maxTimeToFirstTokenSeconds");
  if (maxTimePerOutputTokenSeconds !== undefined)
    checkQuantity(maxTimePerOutputTokenSeconds, limit, "maxTimePerOutputTokenSeconds");
  const keepsLimits = (requestsPerSecond: number) => {
    const { latency } = servingLoad({ ...input, requestsPerSecond });
    return (
      latency !== null &&
      latency.timeToFirstTokenSeconds <= (maxTimeToFirstTokenSeconds ?? Number.POSITIVE_INFINITY) &&
      latency.timePerOutputTokenSeconds <= (maxTimePerOutputTokenSeconds ?? Number.POSITIVE_INFINITY)
    );
  };
  const { capacityRequestsPerSecond } = servingLoad({ ...input, requestsPerSecond: 0 });
  let high = capacityRequestsPerSecond * targetLoadShare;
  if (keepsLimits(high)) return high;
  let low = 0;
  for (let halving = 0; halving < 40; halving += 1) {
    const middle = (low + high) / 2;
    if (keepsLimits(middle)) low = middle;
    else high = middle;
  }
  if (low === 0)
    throw new PlanningError(
      "inconsistent",
      "accelerators",
      "Not even one request keeps the latency: take more or faster ones.",
    );
  return low;
}
