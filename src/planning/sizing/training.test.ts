import { describe, expect, it } from "vitest";
import { activationBytes } from "./activation-memory";
import { adapterParameters } from "./adapter-parameters";
import { architectureOf } from "./catalogue/models";
import { computeOptimalModel, computeOptimalTokens } from "./compute-optimal";
import { preTrainingEstimate } from "./pre-training-estimate";
import { trainingCompute } from "./training-compute";
import { trainingCost } from "./training-cost";
import { trainingFit } from "./training-fit";
import { trainingMemory } from "./training-memory";
import { trainingTime } from "./training-time";
import { typicalArchitecture } from "./typical-architecture";
import { utilizationRange } from "./utilization";

/** Within this share of the published value. */
const near = (value: number, published: number, share = 0.01) => {
  expect(value / published).toBeGreaterThan(1 - share);
  expect(value / published).toBeLessThan(1 + share);
};

describe("training compute", () => {
  it("is 6ND: Chinchilla and GPT-3 as published", () => {
    near(trainingCompute({ parameters: 70e9, tokens: 1.4e12 }).flop, 5.76e23, 0.03);
    near(trainingCompute({ parameters: 175e9, tokens: 300e9 }).flop, 3.14e23);
  });

  it("counts the active parameters of a mixture: DeepSeek-V3", () => {
    const { flop } = trainingCompute({ parameters: 671e9, activeParameters: 37e9, tokens: 14.8e12 });
    expect(flop).toBe(6 * 37e9 * 14.8e12);
  });

  it("adds attention where the context is long: under 5 % at 4,000 tokens, over half at 131,072", () => {
    const attentionShare = (contextTokens: number) => {
      const architecture = architectureOf("llama-3-8b");
      const { flop, attentionFlop } = trainingCompute({
        parameters: 8.03e9,
        tokens: 1e12,
        architecture,
        contextTokens,
      });
      return attentionFlop / flop;
    };
    expect(attentionShare(2048)).toBeLessThan(0.05);
    expect(attentionShare(131_072)).toBeGreaterThan(0.5);
  });

  it("is best spent on twenty tokens per parameter", () => {
    expect(computeOptimalTokens({ parameters: 70e9 })).toEqual({ tokens: 1.4e12 });
    const model = computeOptimalModel({ flop: 5.76e23 });
    near(model.parameters, 70e9, 0.02);
    near(trainingCompute(model).flop, 5.76e23, 1e-9);
  });
});

describe("training time", () => {
  it.each([
    ["LLaMA-65B", 65.2e9, 1.4e12, "a100-80gb", 1_022_362],
    ["Llama 2 70B", 70e9, 2e12, "a100-80gb", 1_720_320],
    ["GLM-130B", 130e9, 400e9, "a100-40gb", 1_105_920],
    ["BloombergGPT", 50.6e9, 569e9, "a100-40gb", 650_240],
    ["DeepSeek-V3", 37e9, 14.8e12, "h800", 2_664_000],
  ] as const)(
    "holds the reported hours of %s in its 80 %% interval",
    (_, parameters, tokens, accelerator, hours) => {
      const { p10, p90 } = trainingTime({ parameters, tokens, accelerator }).acceleratorHours;
      expect(hours).toBeGreaterThan(p10);
      expect(hours).toBeLessThan(p90);
    },
  );

  it("shares hours among accelerators, day and night", () => {
    const run = { parameters: 7e9, tokens: 140e9, accelerator: "a100", utilization: 0.4 } as const;
    const { acceleratorHours, days } = trainingTime({ ...run, accelerators: 64 });
    near(acceleratorHours.p50, (6 * 7e9 * 140e9) / (312e12 * 0.4 * 3600), 1e-9);
    expect(acceleratorHours.p10).toBe(acceleratorHours.p90);
    expect(days?.p50).toBeCloseTo(acceleratorHours.p50 / 64 / 24, 9);
    expect(trainingTime(run).days).toBeUndefined();
  });

  it("expects a new chip to be used worse than a known one", () => {
    expect(utilizationRange(0).p50).toBeCloseTo(0.153, 3);
    expect(utilizationRange().p50).toBeCloseTo(0.374, 3);
    expect(utilizationRange(9)).toEqual(utilizationRange(4));
  });

  it("costs hours times rent, and energy by the power limit", () => {
    const cost = trainingCost({
      parameters: 7e9,
      tokens: 140e9,
      accelerator: "a100-80gb",
      powerUsageEffectiveness: 1,
      usdPerAcceleratorHour: 2,
    });
    expect(cost.usd.p50).toBe(cost.acceleratorHours.p50 * 2);
    near(cost.energyKilowattHours.p50, cost.acceleratorHours.p50 * 0.4 * 1.4, 1e-9);
  });

  it("is a task of the plan with a range that holds published runs and goes beyond the slow end", () => {
    for (const [parameters, tokens, accelerators, hours] of [
      [65.2e9, 1.4e12, 2048, 1_022_362],
      [50.6e9, 569e9, 512, 650_240],
      [130e9, 400e9, 768, 1_105_920],
    ] as const) {
      const { machineHours } = preTrainingEstimate({ parameters, tokens, accelerators });
      const { p10, p50, p90 } = trainingTime({ parameters, tokens, accelerator: "a100" }).acceleratorHours;
      expect(machineHours.optimistic).toBe(p10);
      expect(machineHours.mostLikely).toBe(p50);
      expect(machineHours.pessimistic / p90).toBeCloseTo(Math.sqrt(p90 / p50), 9);
      expect(hours).toBeGreaterThan(machineHours.optimistic);
      expect(hours).toBeLessThan(machineHours.pessimistic);
    }
  });

  it("takes a task of the plan one working day at least", () => {
    const tiny = preTrainingEstimate({ parameters: 1e6, tokens: 1e6, accelerators: 1 });
    expect(tiny.durationWorkingDays).toEqual({ optimistic: 1, mostLikely: 1, pessimistic: 1 });
  });
});

describe("training memory", () => {
  const paper = { parameters: 7.5e9, method: "full", dataParallel: 64 } as const;

  it.each([
    [0, 120e9],
    [1, 31.4e9],
    [2, 16.6e9],
    [3, 1.9e9],
  ] as const)("is ZeRO's figure 1 at stage %i", (zeroStage, published) => {
    near(trainingMemory({ ...paper, zeroStage }).stateBytes, published, 0.015);
  });

  it("fits a 65-billion model into 48 GB with QLoRA, and not with LoRA", () => {
    const at = (method: "lora" | "qlora") => trainingMemory({ parameters: 65e9, method }).totalBytes;
    expect(at("qlora")).toBeLessThan(48e9);
    expect(at("lora")).toBeGreaterThan(130e9);
  });

  it("is its parts' sum", () => {
    const memory = trainingMemory({ ...paper, zeroStage: 2, optimizer: "adamw-8bit" });
    expect(memory.stateBytes).toBe(memory.weightsBytes + memory.gradientBytes + memory.optimizerBytes);
    expect(memory.totalBytes).toBe(memory.stateBytes + memory.activationBytes);
  });

  it("needs 16 bytes per parameter in 32 bits too: weights, gradients and two states", () => {
    expect(trainingMemory({ parameters: 1e9, method: "full", precision: "fp32" }).stateBytes).toBe(16e9);
  });

  it("counts 40 million parameters in adapters of rank 16 on Llama 2 7B", () => {
    expect(adapterParameters(architectureOf("llama-2-7b"), 16)).toBe(39_976_960);
  });

  it("keeps the activations of Korthikanti et al.: 34sbh with fused attention, 5as²b more without", () => {
    const architecture = { ...typicalArchitecture(22e9), layers: 48, hiddenSize: 6144, attentionHeads: 64 };
    const { vocabulary: _, ...withoutLogits } = architecture;
    const input = { sequenceTokens: 2048, microBatch: 4, tensorParallel: 1 };
    const sbh = 2048 * 4 * 6144;
    expect(activationBytes(withoutLogits, { ...input, recomputation: "selective" })).toBe(48 * 34 * sbh);
    expect(activationBytes(withoutLogits, { ...input, recomputation: "none" })).toBe(
      48 * (34 * sbh + 5 * 64 * 2048 ** 2 * 4),
    );
    expect(activationBytes(withoutLogits, { ...input, recomputation: "full" })).toBe((48 * 2 + 34) * sbh);
  });

  it("says how many accelerators hold it, and that fewer do not", () => {
    const run = { parameters: 7e9, method: "full", accelerator: "a100-80gb" } as const;
    const fit = trainingFit(run);
    expect(fit.fitsOnOne).toBe(false);
    expect(fit.fewest?.accelerators).toBe(2);
    expect(trainingFit({ ...run, method: "qlora", accelerator: "rtx-4090" }).fitsOnOne).toBe(true);
    expect(trainingFit({ ...run, parameters: 1e15 }).fewest).toBeNull();
  });

  it("splits matrices only where sharing states is not enough", () => {
    const fit = trainingFit({ parameters: 70e9, method: "full", accelerator: "h100-sxm" });
    expect(fit.fewest).toMatchObject({ accelerators: 32, tensorParallel: 2, dataParallel: 16 });
  });
});
