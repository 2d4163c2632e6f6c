import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addThreePoints, checkThreePoint, splitThreePoint, threePoint } from "./three-point";

describe("an estimate that is shared out", () => {
  it("gives a part its share, and leaves the rest", () => {
    expect(splitThreePoint(threePoint(2, 4, 9), 0.25)).toEqual([
      threePoint(1.5, 3, 6.75),
      threePoint(0.5, 1, 2.25),
    ]);
  });

  it("is whole again, to the hundredth, and in order whatever is rounded", () => {
    const days = fc.integer({ min: 0, max: 100_000 }).map((thousandths) => thousandths / 1000);
    const estimate = fc
      .tuple(days, days, days)
      .map((all) => all.toSorted((a, b) => a - b))
      .map(([a = 0, b = 0, c = 0]) => threePoint(a, b, c));
    fc.assert(
      fc.property(estimate, fc.double({ min: 0, max: 1, noNaN: true }), (whole, share) => {
        const parts = splitThreePoint(whole, share);
        for (const part of parts) checkThreePoint(part, "part");
        const sum = addThreePoints(parts);
        expect(sum.optimistic).toBeCloseTo(Math.round(whole.optimistic * 100) / 100, 6);
        expect(sum.mostLikely).toBeCloseTo(Math.round(whole.mostLikely * 100) / 100, 6);
        expect(sum.pessimistic).toBeCloseTo(Math.round(whole.pessimistic * 100) / 100, 6);
      }),
    );
  });
});
