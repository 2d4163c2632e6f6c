import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalCdf, normalQuantile } from "./normal";
import { probabilityAt, quantileTable, valueAt } from "./quantile-table";
import { randomStream, uniformAt } from "./random";
import { type ThreePoint, threePoint, threePointMean } from "./three-point";

const pertTable = (estimate: ThreePoint) => quantileTable(estimate, "pert-beta");

const meanOf = (estimate: ReturnType<typeof threePoint>) => {
  const sampler = pertTable(estimate);
  let sum = 0;
  for (let step = 0; step < 4000; step += 1) sum += valueAt(sampler, normalQuantile((step + 0.5) / 4000));
  return sum / 4000;
};

describe("the PERT-beta distribution", () => {
  it("has the mean (a + 4m + b) / 6", () => {
    for (const estimate of [
      threePoint(1, 2, 9),
      threePoint(0, 0, 6),
      threePoint(3, 6, 6),
      threePoint(2, 5, 8),
    ])
      expect(meanOf(estimate)).toBeCloseTo(threePointMean(estimate), 2);
  });

  it("is symmetric when the most likely value is in the middle", () => {
    expect(valueAt(pertTable(threePoint(2, 5, 8)), 0)).toBeCloseTo(5, 3);
  });

  it("matches the known quantiles of Beta(1, 5): 1 − (1 − p)^(1/5)", () => {
    const sampler = pertTable(threePoint(0, 0, 1));
    for (const probability of [0.1, 0.5, 0.8, 0.95])
      expect(valueAt(sampler, normalQuantile(probability))).toBeCloseTo(1 - (1 - probability) ** 0.2, 3);
  });

  it("stays within its bounds, rises with the score, and knows its own probabilities", () => {
    const estimates = fc
      .tuple(...[0, 1, 2].map(() => fc.double({ min: 0, max: 1000, noNaN: true })))
      .map((values) => values.sort((a, b) => a - b))
      .map(([a = 0, b = 0, c = 0]) => threePoint(a, b, c));
    const scores = fc.double({ min: -6, max: 6, noNaN: true });
    fc.assert(
      fc.property(estimates, scores, scores, (estimate, one, other) => {
        const sampler = pertTable(estimate);
        const low = valueAt(sampler, Math.min(one, other));
        const high = valueAt(sampler, Math.max(one, other));
        expect(low).toBeGreaterThanOrEqual(estimate.optimistic);
        expect(high).toBeGreaterThanOrEqual(low);
        expect(high).toBeLessThanOrEqual(estimate.pessimistic + 1e-9);
      }),
    );
    const sampler = pertTable(threePoint(1, 2, 9));
    expect(probabilityAt(sampler, valueAt(sampler, 0.7))).toBeCloseTo(normalCdf(0.7), 4);
    expect(probabilityAt(sampler, 1)).toBe(0);
    expect(probabilityAt(sampler, 9)).toBe(1);
  });
});

describe("luck", () => {
  it("is the same for the same seed, name and count, and another for any other", () => {
    const draw = (seed: number, name: string, count: number) => uniformAt(randomStream(seed, name), count);
    expect(draw(7, "a", 3)).toBe(draw(7, "a", 3));
    expect(new Set([draw(7, "a", 3), draw(8, "a", 3), draw(7, "b", 3), draw(7, "a", 4)]).size).toBe(4);
    expect(draw(1, "a", 0)).not.toBe(draw(1 + 2 ** 40, "a", 0));
  });

  it("is uniform, and two streams are unrelated", () => {
    const one = randomStream(1, "task a");
    const other = randomStream(1, "task b");
    const count = 20_000;
    const bins = new Array<number>(10).fill(0);
    let product = 0;
    for (let run = 0; run < count; run += 1) {
      const draw = uniformAt(one, run);
      bins[Math.floor(draw * 10)] = (bins[Math.floor(draw * 10)] ?? 0) + 1;
      product += (draw - 0.5) * (uniformAt(other, run) - 0.5) * 12;
    }
    for (const bin of bins) expect(Math.abs(bin - count / 10)).toBeLessThan(200);
    expect(Math.abs(product / count)).toBeLessThan(0.03);
  });
});
