import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PlanningError, type PlanningErrorCode } from "../planning-error";
import { type Architecture, checkArchitecture } from "./architecture";
import { acceleratorById } from "./catalogue/accelerators";
import { architectureOf, modelById } from "./catalogue/models";
import { computeOptimalModel } from "./compute-optimal";
import { hostedPrice } from "./hosted-price";
import { humanFeedback } from "./human-feedback";
import { inferenceMemory } from "./inference-memory";
import { preTrainOrAdapt } from "./pre-train-or-adapt";
import { servingFleet } from "./serving-fleet";
import { servingLoad } from "./serving-load";
import { trainingCompute } from "./training-compute";
import { trainingCost } from "./training-cost";
import { trainingMemory } from "./training-memory";
import { trainingTime } from "./training-time";

const run = { parameters: 7e9, tokens: 1e12, accelerator: "a100" } as const;
const chat = {
  model: "llama-3-8b",
  precision: "bf16",
  accelerator: "a100",
  promptTokens: 1000,
  outputTokens: 100,
} as const;
const memory = { model: "llama-3-8b", precision: "bf16", contextTokens: 10, batch: 1 } as const;
const shape: Architecture = architectureOf("llama-3-8b");

function problemOf(act: () => unknown): PlanningError {
  try {
    act();
  } catch (error) {
    if (error instanceof PlanningError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("the sizing refuses", () => {
  it.each<[string, () => unknown, PlanningErrorCode, string]>([
    ["no number", () => trainingCompute({ ...run, parameters: Number.NaN }), "not-a-number", "parameters"],
    [
      "infinity",
      () => trainingCompute({ ...run, tokens: Number.POSITIVE_INFINITY }),
      "not-a-number",
      "tokens",
    ],
    [
      "text for a number",
      () => trainingCompute({ ...run, tokens: JSON.parse('"1e12"') }),
      "not-a-number",
      "tokens",
    ],
    ["a negative number", () => trainingCompute({ ...run, tokens: -1 }), "negative", "tokens"],
    ["an absurd size", () => trainingCompute({ ...run, parameters: 1e30 }), "out-of-range", "parameters"],
    ["no parameters", () => trainingCompute({ ...run, parameters: 0 }), "out-of-range", "parameters"],
    [
      "more active than all",
      () => trainingCompute({ ...run, activeParameters: 8e9 }),
      "inconsistent",
      "activeParameters",
    ],
    [
      "a shape without context",
      () => trainingCompute({ ...run, architecture: shape }),
      "inconsistent",
      "contextTokens",
    ],
    ["no budget", () => computeOptimalModel({ flop: 0 }), "out-of-range", "flop"],
    [
      "half an accelerator",
      () => trainingTime({ ...run, accelerators: 0.5 }),
      "out-of-range",
      "accelerators",
    ],
    ["use over all", () => trainingTime({ ...run, utilization: 1.1 }), "out-of-range", "utilization"],
    ["no use", () => trainingTime({ ...run, utilization: 0 }), "out-of-range", "utilization"],
    ["an unknown chip", () => acceleratorById("a1000"), "unknown-id", "accelerator"],
    ["a chip by a property's name", () => acceleratorById("toString"), "unknown-id", "accelerator"],
    ["an unknown model", () => modelById("gpt-99"), "unknown-id", "model"],
    ["the shape of a hosted model", () => architectureOf("gpt-4o"), "inconsistent", "model"],
    [
      "a chip that nobody rents",
      () => trainingCost({ ...run, accelerator: "gaudi-3" }),
      "inconsistent",
      "usdPerAcceleratorHour",
    ],
    [
      "an unknown method",
      () => trainingMemory(JSON.parse('{"parameters":1e9,"method":"dora"}')),
      "unknown-id",
      "method",
    ],
    [
      "an unknown stage",
      () => trainingMemory(JSON.parse('{"parameters":1e9,"method":"full","zeroStage":4}')),
      "unknown-id",
      "zeroStage",
    ],
    ["no sequences", () => inferenceMemory({ ...memory, batch: 0 }), "out-of-range", "batch"],
    [
      "an unknown format",
      () => inferenceMemory({ ...memory, precision: JSON.parse('"int3"') }),
      "unknown-id",
      "precision",
    ],
    [
      "neither model nor shape",
      () => inferenceMemory(JSON.parse('{"precision":"bf16","contextTokens":1,"batch":1}')),
      "inconsistent",
      "model",
    ],
    [
      "more groups than heads",
      () => checkArchitecture({ ...shape, attention: { kind: "grouped-query", keyValueHeads: 99 } }),
      "inconsistent",
      "architecture.attention.keyValueHeads",
    ],
    [
      "a shape without attention",
      () => checkArchitecture({ ...shape, attention: JSON.parse("null") }),
      "inconsistent",
      "architecture.attention",
    ],
    [
      "an unknown attention",
      () => checkArchitecture({ ...shape, attention: JSON.parse('{"kind":"linear"}') }),
      "unknown-id",
      "architecture.attention.kind",
    ],
    [
      "a model that does not fit",
      () => servingLoad({ ...chat, model: "llama-3-1-405b", requestsPerSecond: 1 }),
      "inconsistent",
      "accelerators",
    ],
    ["no requests", () => servingFleet({ ...chat, requestsPerDay: 0 }), "out-of-range", "requestsPerDay"],
    [
      "a latency nothing keeps",
      () => servingFleet({ ...chat, requestsPerDay: 10, maxTimePerOutputTokenSeconds: 1e-5 }),
      "inconsistent",
      "accelerators",
    ],
    [
      "an unknown host",
      () => hostedPrice({ ...chat, host: "Nobody", requestsPerDay: 1 }),
      "unknown-id",
      "host",
    ],
    [
      "a model that nobody hosts",
      () => hostedPrice({ ...chat, model: "bloom", requestsPerDay: 1 }),
      "inconsistent",
      "model",
    ],
    [
      "a share over one",
      () => hostedPrice({ ...chat, cachedShare: 2, requestsPerDay: 1 }),
      "out-of-range",
      "cachedShare",
    ],
    [
      "one answer to rank",
      () => humanFeedback({ method: "reward-model", answersPerPrompt: 1 }),
      "out-of-range",
      "answersPerPrompt",
    ],
    [
      "an unknown distance",
      () => preTrainOrAdapt(JSON.parse('{"domainDistance":"odd"}')),
      "unknown-id",
      "domainDistance",
    ],
  ])("%s, naming the field", (_, act, code, field) => {
    const problem = problemOf(act);
    expect(problem.code).toBe(code);
    expect(problem.field).toBe(field);
    expect(problem.reason).toMatch(/\.$|not ".*"/);
  });

  it("or answers with finite numbers, whatever numbers come", () => {
    const anything = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, -0, 1e308, -1e308, 1e-320));
    fc.assert(
      fc.property(anything, anything, anything, anything, (parameters, tokens, count, contextTokens) => {
        const answers = [
          () => trainingCost({ parameters, tokens, accelerator: "a100", accelerators: count }).usd,
          () => trainingTime({ parameters, tokens, accelerator: "a100", accelerators: count }).days,
          () =>
            trainingMemory({
              parameters,
              method: "lora",
              dataParallel: count,
              sequenceTokens: contextTokens,
            }),
          () => inferenceMemory({ ...memory, contextTokens, batch: count }),
        ];
        for (const answer of answers) {
          try {
            for (const value of Object.values(answer() ?? {})) expect(Number.isFinite(value)).toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(PlanningError);
          }
        }
      }),
    );
  });
});
