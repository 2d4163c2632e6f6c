import { describe, expect, it } from "vitest";
import { solveMixedModel } from "./mixed-model";

const one = () => 0.25;

describe("partial pooling", () => {
  it("of a single group is the mean shrunken by its evidence", () => {
    const observations = [0.4, 0.6, 0.8].map((value) => ({ value, variance: 0.5, groups: ["all"] }));
    const model = solveMixedModel(observations, one);
    // weight = n τ² / (n τ² + σ²) = 0.75 / 1.25
    expect(model.mean(["all"])).toBeCloseTo(0.6 * 0.6, 12);
    expect(model.variance(["all"])).toBeCloseTo(1 / (1 / 0.25 + 3 / 0.5), 12);
    expect(model.freedom).toBeCloseTo(0.6, 12);
  });

  it("knows nothing of a group that was never seen", () => {
    const model = solveMixedModel([{ value: 1, variance: 1, groups: ["all", "a"] }], one);
    expect(model.mean(["all", "b"])).toBeCloseTo(model.mean(["all"]), 12);
    expect(model.variance(["all", "b"])).toBeCloseTo(model.variance(["all"]) + 0.25, 12);
    expect(solveMixedModel([], one).mean(["all"])).toBe(0);
    expect(solveMixedModel([], one).variance(["all"])).toBe(0.25);
  });

  it("shares one observation among its groups as their variances say, and sums to the joint answer", () => {
    const variances: Record<string, number> = { all: 0.3, a: 0.1 };
    const model = solveMixedModel(
      [{ value: 1, variance: 0.6, groups: ["all", "a"] }],
      (group) => variances[group] ?? 0,
    );
    expect(model.mean(["all"])).toBeCloseTo(0.3, 12);
    expect(model.mean(["a"])).toBeCloseTo(0.1, 12);
    // prior 0.4 against noise 0.6: 0.4 · 0.6 / (0.4 + 0.6)
    expect(model.variance(["all", "a"])).toBeCloseTo(0.24, 12);
  });
});
