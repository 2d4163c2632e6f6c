import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceOfAtMost, spreadOf } from "./spread";

const sorted = (values: readonly number[]) => Float64Array.from(values).sort();

describe("how a figure spreads", () => {
  it("counts every run once, in bins of a round width that hold all of them", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 200 }),
        (values) => {
          const { from, binWidth, counts, above } = spreadOf(sorted(values));
          expect(counts.reduce((sum, count) => sum + count, above)).toBe(values.length);
          expect(above).toBeLessThanOrEqual(values.length * 0.05);
          expect(counts.length).toBeLessThanOrEqual(32);
          const most = Math.max(...values);
          const slack = 1e-6 * Math.max(1, most);
          expect(from).toBeLessThanOrEqual(Math.min(...values) + slack);
          if (above === 0) expect(from + binWidth * counts.length).toBeGreaterThanOrEqual(most - slack);
        },
      ),
    );
  });

  it("begins its bins on round numbers, and a bin holds its end", () => {
    const { from, binWidth, counts } = spreadOf(sorted([10.1, 11, 12, 40]));
    expect([from, binWidth]).toEqual([10, 1]);
    expect(counts.slice(0, 3)).toEqual([2, 1, 0]);
    expect(counts.at(-1)).toBe(1);
  });

  it("leaves a few that are far out above its bins", () => {
    const values = Array.from({ length: 99 }, (_, run) => run + 1);
    const { from, binWidth, counts, above } = spreadOf(sorted([...values, 5_000]));
    expect(from + binWidth * counts.length).toBeLessThan(110);
    expect(above).toBe(1);
  });

  it("ends its bins before what comes up in a few runs only, as what an unlikely option takes", () => {
    const usual = Array.from({ length: 96 }, (_, run) => run + 1);
    const { from, binWidth, counts, above } = spreadOf(sorted([...usual, 6_000, 6_500, 7_000, 7_500]));
    expect(from + binWidth * counts.length).toBeLessThan(110);
    expect(above).toBe(5);
  });

  it("says of what never varies that it does not", () => {
    expect(spreadOf(sorted([7, 7, 7]))).toMatchObject({ from: 7, binWidth: 0, counts: [3] });
  });
});

describe("the chance of a limit", () => {
  const spread = spreadOf(sorted(Array.from({ length: 100 }, (_, run) => run + 1)));

  it("is the share of runs not above it", () => {
    expect(chanceOfAtMost(spread, 80)).toBeCloseTo(0.8, 9);
    expect(chanceOfAtMost(spread, 79.9)).toBeCloseTo(0.79, 9);
  });

  it("is none below all runs and certain above", () => {
    expect(chanceOfAtMost(spread, 0.5)).toBe(0);
    expect(chanceOfAtMost(spread, 100)).toBe(1);
  });
});
