import { describe, expect, it } from "vitest";
import { threePoint } from "../estimation/three-point";
import { preTrainingMachineHours, preTrainingWorkingDays } from "./pre-training-compute";

/** Reported A100-hours: billions of parameters, billions of tokens, hours, where published. */
const published = [
  ["BloombergGPT", 50.6, 569, 650_240, "arXiv 2303.17564"],
  ["LLaMA-7B", 6.7, 1000, 82_432, "arXiv 2302.13971"],
  ["LLaMA-65B", 65.2, 1400, 1_024_000, "arXiv 2302.13971"],
  ["Llama 2-70B", 70, 2000, 1_728_000, "arXiv 2307.09288"],
  ["GLM-130B", 130, 400, 1_105_920, "the model's own pages"],
] as const;

describe("pre-training compute", () => {
  it.each(published)("holds the reported hours of %s in its range", (_, parameters, tokens, hours) => {
    const range = preTrainingMachineHours(parameters, tokens);
    expect(hours).toBeGreaterThan(range.optimistic);
    expect(hours).toBeLessThan(range.pessimistic);
  });

  it("shares hours among accelerators, day and night, in a week of five working days", () => {
    const week = threePoint(7 * 24 * 8, 7 * 24 * 8, 7 * 24 * 8);
    expect(preTrainingWorkingDays(week, 8)).toEqual(threePoint(5, 5, 5));
    expect(preTrainingWorkingDays(threePoint(1, 1, 1), 8).mostLikely).toBe(1);
  });
});
