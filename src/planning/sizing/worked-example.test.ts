import { describe, expect, it } from "vitest";
import { preTrainingEstimate } from "./pre-training-estimate";
import { trainingCost } from "./training-cost";
import { trainingTime } from "./training-time";

// docs/WORKED-EXAMPLE.md does the same by hand: change both or neither.

const run = { parameters: 50.6e9, tokens: 569e9, accelerators: 512, accelerator: "a100-40gb" } as const;

/** Equal to as many digits as a person writes down. */
function toDigits(value: number | undefined, digits = 4): number {
  return Number((value ?? Number.NaN).toPrecision(digits));
}

describe("the example that is worked by hand", () => {
  it("needs 6ND operations", () => {
    expect(toDigits(trainingTime(run).flop, 5)).toBe(1.7275e23);
  });

  it("reaches between a fifth and two thirds of the peak", () => {
    const { p10, p50, p90 } = trainingTime(run).utilization;
    expect([p10, p50, p90].map((share) => toDigits(share))).toEqual([0.2185, 0.3738, 0.6395]);
  });

  it("takes so many accelerator-hours and days, BloombergGPT's among them", () => {
    const { acceleratorHours, days } = trainingTime(run);
    const { p10, p50, p90 } = acceleratorHours;
    expect([p10, p50, p90].map((hours) => toDigits(hours))).toEqual([240_500, 411_400, 703_900]);
    expect([days?.p10, days?.p50, days?.p90].map((some) => toDigits(some, 3))).toEqual([19.6, 33.5, 57.3]);
    expect(650_240).toBeGreaterThan(p50);
    expect(650_240).toBeLessThan(p90);
  });

  it("takes so much energy, and costs so much", () => {
    const { energyKilowattHours, usd } = trainingCost(run);
    const three = ({ p10, p50, p90 }: typeof usd) => [p10, p50, p90].map((value) => toDigits(value, 3));
    expect(three(energyKilowattHours)).toEqual([162_000, 276_000, 473_000]);
    expect(three(usd)).toEqual([479_000, 819_000, 1_400_000]);
  });

  it("is a task of the plan with three points, in working days", () => {
    const { machineHours, durationWorkingDays } = preTrainingEstimate(run);
    const { optimistic, mostLikely, pessimistic } = machineHours;
    expect([optimistic, mostLikely, pessimistic].map((hours) => toDigits(hours))).toEqual([
      240_500, 411_400, 920_700,
    ]);
    expect(toDigits((optimistic + 4 * mostLikely + pessimistic) / 6)).toBe(467_800);
    expect(durationWorkingDays.optimistic).toBeCloseTo(14.0, 1);
    expect(durationWorkingDays.mostLikely).toBeCloseTo(23.9, 1);
    expect(durationWorkingDays.pessimistic).toBeCloseTo(53.5, 1);
    const half = preTrainingEstimate({ ...run, accelerators: 256 });
    expect(half.machineHours).toEqual(machineHours);
    expect(half.durationWorkingDays.mostLikely).toBeCloseTo(47.8, 1);
  });
});
