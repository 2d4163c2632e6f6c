import { describe, expect, it } from "vitest";
import { effortRatio } from "./effort-ratio";

const task = (estimatedPersonDays: number, actualPersonDays: number) => ({
  estimatedPersonDays,
  actualPersonDays,
});

describe("actual over estimated effort", () => {
  it("is sum over sum, with both sums beside it", () => {
    expect(effortRatio([task(2, 3), task(8, 9)])).toMatchObject({
      tasks: 2,
      estimatedPersonDays: 10,
      actualPersonDays: 12,
      ratio: 1.2,
      tooFew: true,
    });
  });

  it("has no figure without a task, and no interval from one", () => {
    expect(effortRatio([])).toMatchObject({ ratio: null, interval: null, tooFew: true });
    expect(effortRatio([task(2, 3)])).toMatchObject({ ratio: 1.5, interval: null });
  });

  it("is sure where all tasks took alike, and narrower with more of them", () => {
    const alike = Array.from({ length: 6 }, () => task(4, 6));
    expect(effortRatio(alike)).toMatchObject({ ratio: 1.5, interval: [1.5, 1.5], tooFew: false });
    const width = (tasks: readonly ReturnType<typeof task>[]) => {
      const [low, high] = effortRatio(tasks).interval ?? [0, 0];
      return high - low;
    };
    const mixed = [task(4, 2), task(4, 8), task(4, 5), task(4, 4)];
    expect(width(mixed)).toBeGreaterThan(0.3);
    expect(width([...mixed, ...mixed, ...mixed, ...mixed])).toBeLessThan(width(mixed) * 0.6);
  });
});
