import { PlanningError } from "../planning-error";
import type { PriceSizing } from "../sizing/answers/price-answers";
import { copiesRange, type ServingSizing } from "../sizing/answers/serving-answers";
import { acceleratorById } from "../sizing/catalogue/accelerators";
import type { Model } from "../sizing/catalogue/model";
import { type ModelId, modelById } from "../sizing/catalogue/models";
import { hostedPrice } from "../sizing/hosted-price";
import { inferenceMemory } from "../sizing/inference-memory";
import { fewestToServe } from "../sizing/largest-batch";
import { servingFleet } from "../sizing/serving-fleet";
import type { ModelRequirements } from "./requirements";

/** A year has 365 days. */
const daysPerMonth = 365 / 12;

/** What is likely, with the ends of its range; both ends are the value where it has none. */
export interface Ranged {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface ServedMemory {
  readonly bytes: number;
  /** Of the one request beside the weights; 1 while nobody has said how long it is. */
  readonly contextTokens: number;
  /** The fewest that hold one copy and one request; null where 1,024 do not. */
  readonly accelerators: number | null;
}

/** Serving the model oneself for the brief's requests. */
export interface ServedNumbers {
  /** As the sizing keeps it, to be made again. */
  readonly sizing: ServingSizing;
  readonly acceleratorsPerCopy: number;
  readonly accelerators: Ranged;
  readonly requestsPerDayPerCopy: Ranged;
  readonly firstTokenSeconds: Ranged | null;
  /** Null where nobody lists a rent. */
  readonly usdPerMonth: Ranged | null;
}

/** Calling the model at a host for the brief's requests: nothing is estimated. */
export interface CalledNumbers {
  readonly sizing: PriceSizing;
  /** The cheapest of `ofHosts` hosts. */
  readonly host: string;
  readonly ofHosts: number;
  readonly usdPerMonth: number;
}

export function servedMemory(id: ModelId, need: ModelRequirements): ServedMemory | null {
  if (modelById(id).architecture === null) return null;
  const { precision, accelerator } = need;
  // Of what is not said nothing is taken: another word of the brief must not let in what fell out without it.
  const contextTokens = Math.max(1, atLeast(need));
  return {
    bytes: inferenceMemory({ model: id, precision, contextTokens, batch: 1 }).totalBytes,
    contextTokens,
    accelerators: fewestToServe({ model: id, precision, accelerator, contextTokens }),
  };
}

/** Prompt and answer together; null while one of them is not said. */
export function neededContext({ promptTokens, outputTokens }: ModelRequirements): number | null {
  return promptTokens === null || outputTokens === null ? null : promptTokens + outputTokens;
}

/** What is said of the context that a request takes at least. */
export function atLeast({ promptTokens, outputTokens }: ModelRequirements): number {
  return (promptTokens ?? 0) + (outputTokens ?? 0);
}

export type Volume = {
  readonly requestsPerDay: number;
  readonly promptTokens: number;
  readonly outputTokens: number;
};

/** The requests, where all that says how many and how long they are is said. */
export function volumeOf({ requestsPerDay, promptTokens, outputTokens }: ModelRequirements): Volume | null {
  if (requestsPerDay === null || promptTokens === null || outputTokens === null) return null;
  return { requestsPerDay, promptTokens, outputTokens };
}

export type Served =
  | { readonly numbers: ServedNumbers; readonly refusal: null }
  /** Why no number of accelerators keeps the limits. */
  | { readonly numbers: null; readonly refusal: string };

export function servedNumbers(id: ModelId, need: ModelRequirements, volume: Volume): Served {
  const { precision, accelerator, latencySeconds, usdPerAcceleratorHour } = need;
  const rent = usdPerAcceleratorHour ?? acceleratorById(accelerator).rent?.usdPerHour ?? null;
  try {
    const fleet = servingFleet({
      model: id,
      precision,
      accelerator,
      ...volume,
      usdPerAcceleratorHour: rent ?? 0,
      ...(latencySeconds === null ? {} : { maxTimeToFirstTokenSeconds: latencySeconds }),
    });
    const copies = { value: fleet.copies, ...copiesRange(fleet, volume.requestsPerDay) };
    const { latency } = fleet.busiestHour;
    return {
      refusal: null,
      numbers: {
        sizing: {
          calculation: "serving-fleet",
          model: id,
          precision,
          accelerator,
          ...volume,
          ...(latencySeconds === null ? {} : { latencySeconds }),
          ...(usdPerAcceleratorHour === null
            ? {}
            : { rentPerHour: usdPerAcceleratorHour, rentCurrency: "USD" }),
        },
        acceleratorsPerCopy: fleet.acceleratorsPerCopy,
        accelerators: times(copies, fleet.acceleratorsPerCopy),
        requestsPerDayPerCopy: halfToTwice(fleet.requestsPerDayPerCopy),
        firstTokenSeconds: latency === null ? null : halfToTwice(latency.timeToFirstTokenSeconds),
        usdPerMonth: rent === null ? null : times(copies, fleet.usdPerCopyDay * daysPerMonth),
      },
    };
  } catch (error) {
    if (error instanceof PlanningError) return { numbers: null, refusal: error.reason };
    throw error;
  }
}

function times({ value, low, high }: Ranged, each: number): Ranged {
  return { value: value * each, low: low * each, high: high * each };
}

/** The roofline's shares are within a factor of two. */
function halfToTwice(value: number): Ranged {
  return { value, low: value / 2, high: value * 2 };
}

/** A host whose models run in an account of the customer's own. */
const hostsInOwnAccounts: ReadonlySet<string> = new Set(["AWS Bedrock"]);

export function isInOwnAccounts(host: string): boolean {
  return hostsInOwnAccounts.has(host);
}

/** The hosts it may be called at: where it has to be the team's own accounts and one of them is, those alone. */
export function hostsFor({ prices }: Model, { hosting }: ModelRequirements): readonly string[] {
  const hosts = prices.map(({ host }) => host);
  const own = hosting === "own-accounts" ? hosts.filter(isInOwnAccounts) : [];
  return own.length === 0 ? hosts : own;
}

/** At the cheapest of the hosts for these requests. */
export function calledNumbers(id: ModelId, hosts: readonly string[], volume: Volume): CalledNumbers {
  const [cheapest] = hosts
    .map((host) => ({ host, usdPerDay: hostedPrice({ model: id, host, ...volume }).usdPerDay }))
    .sort((a, b) => a.usdPerDay - b.usdPerDay);
  if (cheapest === undefined) throw new PlanningError("inconsistent", "hosts", "Name a host.");
  const { host, usdPerDay } = cheapest;
  return {
    sizing: { calculation: "hosted-price", model: id, host, ...volume },
    host,
    ofHosts: hosts.length,
    usdPerMonth: usdPerDay * daysPerMonth,
  };
}
