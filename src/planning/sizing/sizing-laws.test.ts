import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recomputations } from "./activation-memory";
import { type AcceleratorId, accelerators, isAcceleratorId } from "./catalogue/accelerators";
import { isModelId, type ModelId, models } from "./catalogue/models";
import { hostOrCall } from "./host-or-call";
import { inferenceMemory } from "./inference-memory";
import { largestBatch } from "./largest-batch";
import { precisions } from "./precision";
import { servingFleet } from "./serving-fleet";
import { servingLoad } from "./serving-load";
import { servingRates } from "./throughput";
import { trainingCost } from "./training-cost";
import { trainingFit } from "./training-fit";
import { trainingMemory, trainingMethods, zeroStages } from "./training-memory";
import { trainingTime } from "./training-time";
import { utilizationRange } from "./utilization";

const accelerator: fc.Arbitrary<AcceleratorId> = fc.constantFrom(
  ...Object.keys(accelerators).filter(isAcceleratorId),
);
const openModel: fc.Arbitrary<ModelId> = fc.constantFrom(
  ...Object.keys(models)
    .filter(isModelId)
    .filter((id) => models[id].access === "open-weights"),
);
const precision = fc.constantFrom(...precisions);
const amount = (max: number) => fc.double({ min: 1e6, max, noNaN: true });
const whole = (max: number) => fc.integer({ min: 1, max });
/** Two values, the smaller first. */
const rising = (value: fc.Arbitrary<number>) =>
  fc.tuple(value, value).map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);
/** Rounding may undo an equality, never a real difference. */
const expectAtLeast = (value: number, other: number) =>
  expect(value).toBeGreaterThanOrEqual(other * (1 - 1e-9));

describe("laws of training", () => {
  it("more tokens or parameters never cost less, nor take less time, nor less energy", () => {
    fc.assert(
      fc.property(accelerator, rising(amount(1e14)), rising(amount(1e13)), (id, tokens, parameters) => {
        const [less, more] = [0, 1].map((place) =>
          trainingCost({
            accelerator: id,
            tokens: tokens[place] ?? 0,
            parameters: parameters[place] ?? 0,
            usdPerAcceleratorHour: 2,
          }),
        );
        for (const share of ["p10", "p50", "p90"] as const) {
          expectAtLeast(more?.usd[share] ?? 0, less?.usd[share] ?? 0);
          expectAtLeast(more?.energyKilowattHours[share] ?? 0, less?.energyKilowattHours[share] ?? 0);
        }
      }),
    );
  });

  it("its quantiles are in order, and more accelerators never take more days for the same hours", () => {
    fc.assert(
      fc.property(
        accelerator,
        amount(1e13),
        amount(1e14),
        rising(whole(100_000)),
        (id, parameters, tokens, counts) => {
          const [few, many] = counts.map((count) =>
            trainingTime({ accelerator: id, parameters, tokens, accelerators: count }),
          );
          expect(many?.acceleratorHours).toEqual(few?.acceleratorHours);
          expectAtLeast(few?.days?.p50 ?? 0, many?.days?.p50 ?? 0);
          for (const range of [few?.acceleratorHours, few?.days, few?.utilization]) {
            expect(range?.p10).toBeLessThanOrEqual(range?.p50 ?? 0);
            expect(range?.p50).toBeLessThanOrEqual(range?.p90 ?? 0);
          }
        },
      ),
    );
  });

  it("an older chip is never expected to be used worse", () => {
    fc.assert(
      fc.property(rising(fc.double({ min: 0, max: 100, noNaN: true })), ([young, old]) => {
        expectAtLeast(utilizationRange(old).p50, utilizationRange(young).p50);
      }),
    );
  });

  const run = fc.record({
    parameters: fc.double({ min: 1e8, max: 1e12, noNaN: true }),
    method: fc.constantFrom(...trainingMethods),
    dataParallel: whole(1024),
    tensorParallel: fc.constantFrom(1, 2, 4, 8),
    sequenceTokens: whole(32_768),
    microBatch: whole(16),
    loraRank: whole(256),
  });

  it("a higher ZeRO stage, more recomputation or more accelerators never need more memory each", () => {
    fc.assert(
      fc.property(run, (input) => {
        const byStage = zeroStages.map((zeroStage) => trainingMemory({ ...input, zeroStage }).totalBytes);
        for (const stage of [1, 2, 3]) expectAtLeast(byStage[stage - 1] ?? 0, byStage[stage] ?? 0);
        const byRecomputation = recomputations.map(
          (recomputation) => trainingMemory({ ...input, recomputation }).activationBytes,
        );
        expectAtLeast(byRecomputation[0] ?? 0, byRecomputation[1] ?? 0);
        const zeroStage = 3;
        const each = trainingMemory({ ...input, zeroStage }).totalBytes;
        const twice = { ...input, zeroStage, dataParallel: input.dataParallel * 2 } as const;
        expectAtLeast(each, trainingMemory(twice).totalBytes);
        const split = { ...input, zeroStage, tensorParallel: input.tensorParallel * 2 } as const;
        expectAtLeast(each, trainingMemory(split).totalBytes);
      }),
    );
  });

  it("QLoRA never needs more state than LoRA, nor LoRA than training everything, at usual ranks", () => {
    fc.assert(
      fc.property(run, whole(64), (input, loraRank) => {
        const [full, lora, qlora] = trainingMethods.map(
          (method) => trainingMemory({ ...input, method, loraRank }).stateBytes,
        );
        expectAtLeast(full ?? 0, lora ?? 0);
        expectAtLeast(lora ?? 0, qlora ?? 0);
      }),
    );
  });

  it("the layout found fits, and half as many accelerators do not", () => {
    fc.assert(
      fc.property(accelerator, run, (id, { parameters, method }) => {
        const { fewest, usableBytes, fitsOnOne } = trainingFit({ accelerator: id, parameters, method });
        if (!fewest) return;
        expect(fewest.memory.totalBytes).toBeLessThanOrEqual(usableBytes);
        expect(fewest.accelerators).toBe(fewest.tensorParallel * fewest.dataParallel);
        expect(fitsOnOne).toBe(fewest.accelerators === 1);
        const half = fewest.accelerators / 2;
        for (const tensorParallel of [1, 2, 4, 8].filter((width) => width <= half)) {
          const layout = {
            tensorParallel,
            dataParallel: half / tensorParallel,
            zeroStage: half === 1 ? 0 : 3,
          } as const;
          expect(trainingMemory({ parameters, method, ...layout }).totalBytes).toBeGreaterThan(usableBytes);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("laws of serving", () => {
  it("a larger batch or a longer context never caches less, and the weights stay", () => {
    fc.assert(
      fc.property(
        openModel,
        precision,
        rising(whole(1e6)),
        rising(whole(1000)),
        (model, format, context, batch) => {
          const [small, large] = [0, 1].map((place) =>
            inferenceMemory({
              model,
              precision: format,
              contextTokens: context[place] ?? 0,
              batch: batch[place] ?? 0,
            }),
          );
          expect(large?.kvCacheBytes).toBeGreaterThanOrEqual(small?.kvCacheBytes ?? 0);
          expect(large?.weightsBytes).toBe(small?.weightsBytes);
        },
      ),
    );
  });

  it("more accelerators never hold fewer requests, longer ones never more", () => {
    fc.assert(
      fc.property(
        openModel,
        accelerator,
        rising(whole(200_000)),
        rising(whole(64)),
        (model, id, context, counts) => {
          const places = (contextTokens: number, count: number) =>
            largestBatch({ model, precision: "bf16", accelerator: id, contextTokens, accelerators: count });
          expect(places(context[0], counts[1])).toBeGreaterThanOrEqual(places(context[0], counts[0]));
          expect(places(context[0], counts[0])).toBeGreaterThanOrEqual(places(context[1], counts[0]));
        },
      ),
    );
  });

  it("a larger batch never makes a step faster, and never lowers the tokens per second of all together", () => {
    fc.assert(
      fc.property(
        openModel,
        accelerator,
        precision,
        rising(whole(512)),
        whole(32_768),
        (model, id, format, batch, context) => {
          const { decodeStepSeconds } = servingRates({ model, precision: format, accelerator: id });
          const [small, large] = batch.map((size) => decodeStepSeconds(size, context));
          expectAtLeast(large ?? 0, small ?? 0);
          expectAtLeast(batch[1] / (large ?? 1), batch[0] / (small ?? 1));
        },
      ),
    );
  });

  const chat = { model: "llama-3-8b", precision: "bf16", accelerator: "a100-80gb" } as const;

  it("more load never answers faster", () => {
    fc.assert(
      fc.property(
        rising(fc.double({ min: 0, max: 1, noNaN: true })),
        whole(4000),
        whole(1000),
        (shares, promptTokens, outputTokens) => {
          const at = (requestsPerSecond: number) =>
            servingLoad({ ...chat, promptTokens, outputTokens, requestsPerSecond });
          const { capacityRequestsPerSecond } = at(0);
          const [quiet, busy] = shares.map((share) => at(share * 0.99 * capacityRequestsPerSecond).latency);
          expectAtLeast(busy?.requestSeconds ?? 0, quiet?.requestSeconds ?? 0);
          expectAtLeast(busy?.timeToFirstTokenSeconds ?? 0, quiet?.timeToFirstTokenSeconds ?? 0);
        },
      ),
    );
  });

  it("more requests never need fewer accelerators nor cost less, and the copies carry them", () => {
    fc.assert(
      fc.property(rising(amount(1e9)), whole(4000), whole(1000), (volumes, promptTokens, outputTokens) => {
        const [small, large] = volumes.map((requestsPerDay) =>
          servingFleet({ ...chat, promptTokens, outputTokens, requestsPerDay }),
        );
        expect(large?.usdPerDay).toBeGreaterThanOrEqual(small?.usdPerDay ?? 0);
        expect(large?.copies).toBeGreaterThanOrEqual(small?.copies ?? 0);
        expect((large?.copies ?? 0) * (large?.requestsPerDayPerCopy ?? 0)).toBeGreaterThanOrEqual(
          volumes[1] * (1 - 1e-9),
        );
      }),
      { numRuns: 50 },
    );
  });

  it("hosting costs no more than calling from the last break-even on, and more just before the first", () => {
    const operations = fc.double({ min: 0, max: 20_000, noNaN: true });
    const beyond = fc.double({ min: 1.0001, max: 50, noNaN: true });
    fc.assert(
      fc.property(
        operations,
        beyond,
        fc.constantFrom("gpt-4o", "gpt-4o-mini", "claude-opus-5"),
        (operationsUsdPerDay, factor, model) => {
          const at = (requestsPerDay: number) =>
            hostOrCall({
              hosting: { ...chat, promptTokens: 1000, outputTokens: 200, requestsPerDay },
              calling: { model },
              operationsUsdPerDay,
            });
          const { breakEvenRequestsPerDay: first, alwaysCheaperFromRequestsPerDay: last } = at(1000);
          if (first === null || last === null) {
            expect(first).toBe(last);
            return;
          }
          expectAtLeast(last, first);
          const after = at(last * factor);
          expectAtLeast(after.calling.usdPerDay, after.hostingUsdPerDay);
          const before = at(first / factor);
          expectAtLeast(before.hostingUsdPerDay, before.calling.usdPerDay);
        },
      ),
      { numRuns: 50 },
    );
  });
});
