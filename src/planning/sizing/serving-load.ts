import { PlanningError } from "../planning-error";
import { checkQuantity, sizingLimits } from "./check-quantity";
import { largestBatch } from "./largest-batch";
import { type ServingInput, servingRates } from "./throughput";

/** A request of the usual length. */
export interface RequestShape {
  readonly promptTokens: number;
  readonly outputTokens: number;
}

export type ServingLoadInput = ServingInput &
  RequestShape & {
    /** Requests that reach one copy of the model. */
    readonly requestsPerSecond: number;
  };

export interface ServingLoad {
  /** Most requests that one copy serves per second, all its places taken. */
  readonly capacityRequestsPerSecond: number;
  /** Sequences that fit at once. */
  readonly largestBatch: number;
  /** Share of the capacity that is used; above 1 the queue grows without end and the latencies are null. */
  readonly loadShare: number;
  readonly latency: {
    /** Requests being answered at the same time, on average. */
    readonly concurrency: number;
    readonly timeToFirstTokenSeconds: number;
    readonly timePerOutputTokenSeconds: number;
    readonly requestSeconds: number;
  } | null;
}

/**
 * Throughput and mean latency of one copy of a model under steady load, prompts and answers taken in turns by the same
 * accelerators (continuous batching, Orca, OSDI 2022).
 *
 * A request takes prefill p and then n − 1 steps of decoding at the batch b of the moment, which slow down by the share
 * of time that others' prefills take, λp. By Little's law b = λ · time in decoding; the b that satisfies it is found by
 * halving. The wait before prefill is that of a queue with Poisson arrivals and a constant service time, λp² / (2(1 − λp)).
 *
 * Valid for means: the slowest one in a hundred waits several times as long. Leaves out network, tokenising, sharing
 * of common prompt beginnings and speculative decoding.
 *
 * `servingLoad({ model: "llama-3-8b", precision: "bf16", accelerator: "a100-80gb", promptTokens: 1000, outputTokens: 200,
 * requestsPerSecond: 2 }).latency` → first token after 0.12 s, 18 ms per further token
 */
export function servingLoad(input: ServingLoadInput): ServingLoad {
  checkRequest(input);
  checkQuantity(input.requestsPerSecond, { max: 1e9 }, "requestsPerSecond");
  const { promptTokens, outputTokens, requestsPerSecond: rate } = input;
  const rates = servingRates(input);
  const prefill = rates.prefillSeconds(promptTokens);
  const steps = outputTokens - 1;
  const meanContext = promptTokens + outputTokens / 2;
  const places = largestBatch({ ...input, contextTokens: promptTokens + outputTokens });
  if (places === 0)
    throw new PlanningError(
      "inconsistent",
      "accelerators",
      "The model and one request do not fit: take more.",
    );

  /** Requests per second that keep b sequences in decoding, prefills included: b = λ · steps · step / (1 − λp). */
  const rateAt = (batch: number) => {
    const decode = steps * rates.decodeStepSeconds(batch, meanContext);
    return batch / (decode + batch * prefill);
  };
  const capacity = rateAt(places);
  const load = { capacityRequestsPerSecond: capacity, largestBatch: places, loadShare: rate / capacity };
  if (rate >= capacity) return { ...load, latency: null };

  const decoding = solveRising(rateAt, rate, places);
  const prefillShare = rate * prefill;
  const timePerOutputTokenSeconds =
    rates.decodeStepSeconds(Math.max(1, decoding), meanContext) / (1 - prefillShare);
  const timeToFirstTokenSeconds = prefill * (1 + prefillShare / (2 * (1 - prefillShare)));
  const requestSeconds = timeToFirstTokenSeconds + steps * timePerOutputTokenSeconds;
  return {
    ...load,
    latency: {
      concurrency: rate * requestSeconds,
      timeToFirstTokenSeconds,
      timePerOutputTokenSeconds,
      requestSeconds,
    },
  };
}

export function checkRequest({ promptTokens, outputTokens }: RequestShape): void {
  checkQuantity(promptTokens, sizingLimits.contextTokens, "promptTokens");
  checkQuantity(outputTokens, sizingLimits.contextTokens, "outputTokens");
}

/** The x in (0, upper] at which a rising function reaches `target`, by sixty halvings. */
function solveRising(rising: (x: number) => number, target: number, upper: number): number {
  let low = 0;
  let high = upper;
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = (low + high) / 2;
    if (rising(middle) < target) low = middle;
    else high = middle;
  }
  return high;
}
