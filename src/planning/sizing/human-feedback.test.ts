import { describe, expect, it } from "vitest";
import { humanFeedback } from "./human-feedback";

describe("human feedback", () => {
  it("asks for InstructGPT's prompts when nobody says otherwise, and says so", () => {
    const feedback = humanFeedback({ method: "reward-model" });
    expect(feedback).toMatchObject({
      demonstrationPrompts: 13_000,
      rankedPrompts: 33_000,
      policyPrompts: 31_000,
    });
    expect(feedback.comparisons).toBe(33_000 * 6);
    expect(feedback.annotatorHours.p50).toBeCloseTo(((13_000 * 12 + 33_000 * 4 * 2.5) / 60) * 1.1, 6);
    expect(feedback.assumptions).toHaveLength(8);
  });

  it("needs no policy prompts and one comparison per prompt for direct preference", () => {
    const feedback = humanFeedback({ method: "direct-preference" });
    expect(feedback.policyPrompts).toBe(0);
    expect(feedback.comparisons).toBe(feedback.rankedPrompts);
  });

  it("costs the team's own figures, and then assumes nothing about them", () => {
    const feedback = humanFeedback({
      method: "direct-preference",
      demonstrationPrompts: 0,
      rankedPrompts: 600,
      minutesPerAnswerRanked: 5,
      reviewedShare: 0,
      usdPerAnnotatorHour: 80,
    });
    expect(feedback.annotatorHours.p50).toBeCloseTo(100, 9);
    expect(feedback.usd.p50).toBeCloseTo(8000, 6);
    expect(feedback.assumptions.some((line) => line.includes("USD"))).toBe(false);
  });
});
