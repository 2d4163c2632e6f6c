import { acceleratorById } from "../catalogue/accelerators";
import { inferenceMemory } from "../inference-memory";
import type { Precision } from "../precision";
import { type ServingFleet, servingFleet } from "../serving-fleet";
import { validationInWords } from "../validation";
import { type FormulaStep, type SizingAnswer, type SizingFigure, tell, withinFactorTwo } from "./answer";
import {
  acceleratorEntries,
  currencyOf,
  knownAccelerator,
  knownModel,
  modelEntry,
  type Rent,
  rentAssumption,
  rentOf,
} from "./entries";

export interface MemorySizing {
  readonly calculation: "serving-memory";
  readonly model: string;
  readonly precision: Precision;
  readonly contextTokens: number;
  readonly batch: number;
}

export interface Hosting extends Rent {
  readonly model: string;
  readonly precision: Precision;
  readonly accelerator: string;
  readonly promptTokens: number;
  readonly outputTokens: number;
  readonly requestsPerDay: number;
  readonly peakFactor?: number | undefined;
}

export interface ServingSizing extends Hosting {
  readonly calculation: "serving-fleet";
  /** Longest mean wait for the first token in the busiest hour. */
  readonly latencySeconds?: number | undefined;
}

const gigabytes = (bytes: number) => bytes / 1e9;

export function answerMemory(sizing: MemorySizing): SizingAnswer {
  const model = knownModel(sizing.model);
  const { contextTokens, batch } = sizing;
  const memory = inferenceMemory({ ...sizing, model });
  const [weights, cache, together] = [memory.weightsBytes, memory.kvCacheBytes, memory.totalBytes].map(
    gigabytes,
  );
  return {
    figures: [
      { name: "Weights", value: weights ?? 0, unit: "GB" },
      { name: "Keys and values", value: cache ?? 0, unit: "GB" },
      { name: "Together", value: together ?? 0, unit: "GB" },
    ],
    range: null,
    steps: [
      {
        name: "Keys and values",
        formula: "sequences · tokens · bytes per token (windows keep less)",
        numbers: `${tell(batch)} · ${tell(contextTokens)} · ${tell(memory.kvCacheBytesPerToken)}`,
        result: `${tell(cache ?? 0)} GB`,
      },
      {
        name: "Together",
        formula: "weights + keys and values",
        numbers: `${tell(weights ?? 0)} + ${tell(cache ?? 0)}`,
        result: `${tell(together ?? 0)} GB`,
      },
    ],
    sources: ["Keys and values: arXiv 1911.02150, 2305.13245, 2405.04434."],
    entries: [modelEntry(model)],
    assumptions: ["16-bit keys and values."],
    validity: ["All layers in one format. The runtime's own memory comes on top: keep a tenth free."],
    validation: validationInWords.memory,
  };
}

function fleetOf(sizing: Hosting, latencySeconds?: number): ServingFleet {
  const { model, precision, accelerator, promptTokens, outputTokens, requestsPerDay, peakFactor } = sizing;
  return servingFleet({
    model: knownModel(model),
    precision,
    accelerator: knownAccelerator(accelerator),
    promptTokens,
    outputTokens,
    requestsPerDay,
    ...rentOf(sizing),
    ...(peakFactor === undefined ? {} : { peakFactor }),
    ...(latencySeconds === undefined ? {} : { maxTimeToFirstTokenSeconds: latencySeconds }),
  });
}

/** Copies with twice and with half the throughput, for the roofline's shares are within a factor of two. */
export function copiesRange(fleet: ServingFleet, requestsPerDay: number) {
  const needed = requestsPerDay / fleet.requestsPerDayPerCopy;
  return { low: Math.max(1, Math.ceil(needed / 2)), high: Math.max(1, Math.ceil(needed * 2)) };
}

export function answerServing(sizing: ServingSizing): SizingAnswer {
  const { requestsPerDay, peakFactor = 3, latencySeconds } = sizing;
  const fleet = fleetOf(sizing, latencySeconds);
  const copies = copiesRange(fleet, requestsPerDay);
  const currency = currencyOf(sizing);
  const { latency } = fleet.busiestHour;
  const perCopy = (name: string, each: number, unit: string): SizingFigure => ({
    name,
    value: fleet.copies * each,
    unit,
    low: copies.low * each,
    high: copies.high * each,
  });
  return {
    figures: [
      perCopy("Rent", fleet.usdPerCopyDay, `${currency} a day`),
      perCopy("Accelerators", fleet.acceleratorsPerCopy, "accelerators"),
      perCopy("Per 1,000 requests", (fleet.usdPerCopyDay / requestsPerDay) * 1000, currency),
      ...(latency === null
        ? []
        : [
            halfToTwice("First token in the busiest hour", latency.timeToFirstTokenSeconds),
            halfToTwice("Whole answer in the busiest hour", latency.requestSeconds),
          ]),
    ],
    range: withinFactorTwo,
    steps: servingSteps(sizing, fleet),
    sources: [
      "Throughput: roofline (Williams et al. 2009; arXiv 2211.05102). Waiting: Little's law and queueing theory.",
      "Batch: cache in pages (arXiv 2309.06180).",
    ],
    entries: [modelEntry(sizing.model), ...acceleratorEntries(sizing.accelerator, sizing)],
    assumptions: [
      ...rentAssumption(sizing.accelerator, sizing),
      `The busiest hour has ${tell(peakFactor)} times the mean; a copy is loaded to 70 %: Phasewise defaults unless changed.`,
    ],
    validity: [
      "Means: the slowest request in a hundred waits several times as long. One machine per copy.",
      "Rented day and night, without spares and without turning copies off.",
    ],
    validation: validationInWords.serving,
  };
}

function halfToTwice(name: string, seconds: number): SizingFigure {
  return { name, value: seconds, unit: "s", low: seconds / 2, high: seconds * 2 };
}

export function servingSteps(sizing: Hosting, fleet: ServingFleet): FormulaStep[] {
  const { requestsPerDay } = sizing;
  const currency = currencyOf(sizing);
  const { name } = acceleratorById(sizing.accelerator);
  const rent = fleet.usdPerCopyDay / fleet.acceleratorsPerCopy / 24;
  return [
    {
      name: "Copies of the model",
      formula: "requests a day / requests a day that one copy serves, rounded up",
      numbers: `${tell(requestsPerDay)} / ${tell(fleet.requestsPerDayPerCopy)}`,
      result: `${tell(fleet.copies)}, each on ${tell(fleet.acceleratorsPerCopy)} × ${name}`,
    },
    {
      name: "Rent",
      formula: "copies · accelerators of one · rent · 24",
      numbers: `${tell(fleet.copies)} · ${tell(fleet.acceleratorsPerCopy)} · ${tell(rent)} ${currency} · 24`,
      result: `${tell(fleet.usdPerDay)} ${currency} a day`,
    },
  ];
}
