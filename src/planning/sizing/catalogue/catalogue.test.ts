import { describe, expect, it } from "vitest";
import { countParameters } from "../count-parameters";
import { typicalArchitecture } from "../typical-architecture";
import type { Accelerator } from "./accelerator";
import { accelerators } from "./accelerators";
import { models } from "./models";

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const day = /^\d{4}(-\d{2}(-\d{2})?)?$/;

describe("the catalogue of accelerators", () => {
  const all: [string, Accelerator][] = Object.entries(accelerators);

  it("has the ones that plans name, and at least 25", () => {
    expect(all.length).toBeGreaterThanOrEqual(25);
    for (const id of ["a100-40gb", "a100-80gb", "a100", "h100-sxm", "h800", "v100", "tpu-v3", "tpu-v4"])
      expect(accelerators).toHaveProperty(id);
  });

  it.each(all)("describes %s with figures in their units and a source", (id, chip) => {
    expect(id).toMatch(kebabCase);
    expect(chip.introduced).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/);
    expect(chip.memoryBytes).toBeGreaterThanOrEqual(16e9);
    expect(chip.memoryBytes).toBeLessThan(1e12);
    expect(chip.memoryBytesPerSecond).toBeGreaterThan(2e11);
    expect(chip.memoryBytesPerSecond).toBeLessThan(2e13);
    const { "16-bit": wide, "8-bit": half = wide, "4-bit": quarter = half } = chip.peakFlopPerSecond;
    expect(wide).toBeGreaterThan(3e13);
    expect(wide).toBeLessThan(1e16);
    expect(half).toBeGreaterThanOrEqual(wide);
    expect(quarter).toBeGreaterThanOrEqual(half);
    expect(chip.powerWatts).toBeGreaterThan(50);
    expect(chip.source).not.toBe("");
  });

  it("dates and sources every rent", () => {
    for (const [, { rent }] of all) {
      if (!rent) continue;
      expect(rent.usdPerHour).toBeGreaterThan(0);
      expect(rent.asOf).toMatch(day);
      expect(rent.source).not.toBe("");
    }
  });
});

describe("the catalogue of models", () => {
  const all = Object.entries(models);
  const open = all.flatMap(([id, model]) => (model.access === "open-weights" ? [[id, model] as const] : []));

  it("has at least 60, open and hosted", () => {
    expect(all.length).toBeGreaterThanOrEqual(60);
    expect(open.length).toBeGreaterThanOrEqual(30);
    expect(all.length - open.length).toBeGreaterThanOrEqual(20);
  });

  it.each(open)("counts the parameters of %s from its shape within half a percent", (_, { architecture }) => {
    const { feedForward, vocabulary } = architecture;
    if (!feedForward || !vocabulary) throw new Error("the catalogue gives both");
    const counted = countParameters({ ...architecture, feedForward, vocabulary });
    expect(Math.abs(counted.parameters / architecture.parameters - 1)).toBeLessThan(0.005);
    // OpenAI counts one of the two vocabulary tables as inactive, which matters in its small active parts.
    const active = architecture.activeParameters ?? architecture.parameters;
    expect(Math.abs(counted.activeParameters - active)).toBeLessThan(Math.max(0.02 * active, 0.6e9));
  });

  it.each(all)("names %s with licence, context, source and dated prices", (id, model) => {
    expect(id).toMatch(kebabCase);
    expect(model.licence).not.toBe("");
    expect(model.contextTokens).toBeGreaterThanOrEqual(2048);
    expect(model.source).toMatch(/^https:\/\//);
    if (model.access === "hosted") expect(model.prices.length).toBeGreaterThan(0);
    for (const price of model.prices) {
      expect(price.source).toMatch(/^https:\/\//);
      expect(price.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(price.usdPerMillionOutputTokens).toBeGreaterThanOrEqual(price.usdPerMillionInputTokens);
      expect(price.usdPerMillionInputTokens).toBeGreaterThan(0);
      expect(price.usdPerMillionCachedTokens ?? 0).toBeLessThanOrEqual(price.usdPerMillionInputTokens);
    }
  });

  it("has typical shapes near those of dense models from 1 to 400 billion parameters", () => {
    const dense = open.filter(
      ([, { architecture }]) => !architecture.experts && architecture.parameters > 5e9,
    );
    const deviations = dense.map(([, { architecture }]) =>
      Math.abs(typicalArchitecture(architecture.parameters).hiddenSize / architecture.hiddenSize - 1),
    );
    expect(deviations.toSorted((a, b) => a - b)[Math.floor(deviations.length * 0.8)]).toBeLessThan(0.2);
  });
});
