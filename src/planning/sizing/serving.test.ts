import { describe, expect, it } from "vitest";
import { models } from "./catalogue/models";
import { hostOrCall } from "./host-or-call";
import { hostedPrice } from "./hosted-price";
import { inferenceMemory } from "./inference-memory";
import { fewestToServe, largestBatch } from "./largest-batch";
import { servingFleet } from "./serving-fleet";
import { servingLoad } from "./serving-load";
import { servingRates } from "./throughput";

const llama = { model: "llama-3-8b", precision: "bf16", accelerator: "a100-80gb" } as const;
const chat = { ...llama, promptTokens: 1000, outputTokens: 200 } as const;

describe("memory of serving", () => {
  it.each([
    ["opt-13b", 819_200],
    ["llama-2-7b", 524_288],
    ["llama-3-8b", 131_072],
    ["deepseek-v3", 61 * (512 + 64) * 2],
  ] as const)("caches of %s %i bytes per token", (model, bytes) => {
    const memory = inferenceMemory({ model, precision: "fp16", contextTokens: 100, batch: 3 });
    expect(memory.kvCacheBytesPerToken).toBe(bytes);
    expect(memory.kvCacheBytes).toBe(300 * bytes);
    expect(memory.totalBytes).toBe(memory.weightsBytes + memory.kvCacheBytes);
  });

  it("weighs Llama 2 70B as its files do, and a quarter of that in 4 bits and a bit", () => {
    const weights = (precision: "fp16" | "int4") =>
      inferenceMemory({ model: "llama-2-70b", precision, contextTokens: 1, batch: 1 }).weightsBytes;
    expect(weights("fp16") / 137.95e9).toBeCloseTo(1, 2);
    expect(weights("int4") / weights("fp16")).toBeCloseTo(0.26, 2);
  });

  it("lets a sliding window keep no more than the window: Gemma 3 27B caches 52 of 62 layers for 1,024 tokens", () => {
    const { kvCacheBytes } = inferenceMemory({
      model: "gemma-3-27b",
      precision: "bf16",
      contextTokens: 131_072,
      batch: 1,
    });
    expect(kvCacheBytes).toBe(2 * 16 * 128 * 2 * (10 * 131_072 + 52 * 1024));
  });

  it("sizes an architecture that is in no catalogue like the one it equals", () => {
    const { architecture } = models["mistral-7b"];
    if (!architecture) throw new Error("mistral-7b is open");
    const use = { precision: "fp8", contextTokens: 5000, batch: 7 } as const;
    expect(inferenceMemory({ architecture, ...use })).toEqual(
      inferenceMemory({ model: "mistral-7b", ...use }),
    );
  });

  it("fills the rest of the memory with requests", () => {
    const batch = largestBatch({ ...llama, contextTokens: 8192 });
    expect(batch).toBe(52);
    const bytes = (size: number) =>
      inferenceMemory({ ...llama, contextTokens: 8192, batch: size }).totalBytes;
    expect(bytes(batch)).toBeLessThanOrEqual(72e9);
    expect(bytes(batch + 1)).toBeGreaterThan(72e9);
    const large = {
      model: "llama-2-70b",
      precision: "fp16",
      accelerator: "a100-80gb",
      contextTokens: 4096,
    } as const;
    expect(largestBatch(large)).toBe(0);
    expect(fewestToServe(large)).toBe(2);
    expect(fewestToServe({ ...large, accelerator: "t4" })).toBe(16);
  });
});

describe("speed of serving", () => {
  it("decodes alone at the speed at which weights are read", () => {
    const { decodeStepSeconds } = servingRates(llama);
    expect(decodeStepSeconds(1, 1)).toBeCloseTo(16.06e9 / (2039e9 * 0.6), 4);
  });

  it("prefills at the speed of arithmetic", () => {
    const { prefillSeconds } = servingRates(llama);
    expect(prefillSeconds(1000)).toBeCloseTo((1000 * 2 * 8.03e9) / (312e12 * 0.5), 2);
  });

  it("reads of a mixture only the experts that the batch touches", () => {
    const { decodeStepSeconds } = servingRates({ ...llama, model: "mixtral-8x7b", accelerators: 2 });
    const alone = (12.88e9 * 2) / (2 * 2039e9 * 0.6);
    expect(decodeStepSeconds(1, 1)).toBeCloseTo(alone, 3);
    expect(decodeStepSeconds(64, 1)).toBeCloseTo(alone * (46.703 / 12.88), 3);
  });

  it("waits longer the more come, and says so when more come than can be served", () => {
    const at = (requestsPerSecond: number) => servingLoad({ ...chat, requestsPerSecond });
    const quiet = at(0.001);
    expect(quiet.latency?.timeToFirstTokenSeconds).toBeCloseTo(servingRates(llama).prefillSeconds(1000), 4);
    expect(quiet.latency?.timePerOutputTokenSeconds).toBeCloseTo(
      servingRates(llama).decodeStepSeconds(1, 1100),
      4,
    );
    expect(at(5).latency?.requestSeconds).toBeGreaterThan((quiet.latency?.requestSeconds ?? 0) * 1.5);
    const full = at(quiet.capacityRequestsPerSecond * 1.01);
    expect(full.latency).toBeNull();
    expect(full.loadShare).toBeGreaterThan(1);
  });

  it("keeps Little's law: concurrency is rate times the time a request takes", () => {
    const { latency } = servingLoad({ ...chat, requestsPerSecond: 3 });
    expect(latency?.concurrency).toBeCloseTo(3 * (latency?.requestSeconds ?? 0), 9);
  });
});

describe("a volume of requests", () => {
  it("takes as many copies as the busiest hour needs, each within its load", () => {
    const fleet = servingFleet({ ...chat, requestsPerDay: 1_000_000 });
    expect(fleet.copies).toBe(Math.ceil(1_000_000 / fleet.requestsPerDayPerCopy));
    expect(fleet.busiestHour.loadShare).toBeLessThanOrEqual(0.7);
    expect(fleet.usdPerDay).toBeCloseTo(fleet.copies * 24 * 2.79, 9);
    expect(fleet.usdPerThousandRequests).toBeCloseTo(fleet.usdPerDay / 1000, 9);
  });

  it("takes more copies where answers must be faster", () => {
    const fleet = (maxTimePerOutputTokenSeconds?: number) =>
      servingFleet({
        ...chat,
        requestsPerDay: 1_000_000,
        ...(maxTimePerOutputTokenSeconds ? { maxTimePerOutputTokenSeconds } : {}),
      });
    const fast = fleet(0.02);
    expect(fast.copies).toBeGreaterThan(fleet().copies);
    expect(fast.busiestHour.latency?.timePerOutputTokenSeconds).toBeLessThanOrEqual(0.02);
  });

  it("costs by list price when it is called, cached and long prompts at theirs", () => {
    const hosted = {
      model: "llama-3-8b",
      promptTokens: 1000,
      outputTokens: 200,
      requestsPerDay: 1000,
    } as const;
    const { price, usdPerThousandRequests } = hostedPrice(hosted);
    expect(usdPerThousandRequests).toBeCloseTo(
      price.usdPerMillionInputTokens + 0.2 * price.usdPerMillionOutputTokens,
      9,
    );
    const cached = { ...hosted, model: "gpt-4o", outputTokens: 1, cachedShare: 1 } as const;
    const listed = hostedPrice(cached).price;
    expect(hostedPrice(cached).usdPerThousandRequests).toBeCloseTo(
      (listed.usdPerMillionCachedTokens ?? Number.NaN) + listed.usdPerMillionOutputTokens / 1000,
      9,
    );
    const long = { ...hosted, model: "gemini-2-5-pro", promptTokens: 400_000, outputTokens: 1 } as const;
    expect(hostedPrice(long).usdPerThousandRequests).toBeGreaterThan(
      400 * hostedPrice(long).price.usdPerMillionInputTokens,
    );
  });

  it("breaks even exactly where both cost the same, and never when a full copy is dearer", () => {
    const dear = { hosting: { ...chat, requestsPerDay: 1000 }, calling: { model: "gpt-4o" } } as const;
    const { breakEvenRequestsPerDay } = hostOrCall(dear);
    const at = hostOrCall({
      ...dear,
      hosting: { ...chat, requestsPerDay: breakEvenRequestsPerDay ?? Number.NaN },
    });
    expect(at.hostingUsdPerDay).toBeCloseTo(at.calling.usdPerDay, 6);
    expect(hostOrCall({ ...dear, calling: { model: "llama-3-8b" } }).breakEvenRequestsPerDay).toBeNull();
  });
});
