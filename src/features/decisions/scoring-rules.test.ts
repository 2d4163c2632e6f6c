import { describe, expect, test } from "vitest";
import { tellResult } from "./scoring-rules";

const criterion = { id: "x", importance: 100, scale: { worst: 1, best: 5, unit: "" } };
const options = ["a", "b", "c"].map((id) => ({ id, title: id.toUpperCase() }));
const none = { criteria: [criterion], options, weighting: "swing" as const, matrix: null, running: null };
const scored = (...scores: (number | null)[]) => ({
  ...none,
  matrix: { round: 1, cells: scores.map((score) => [score === null ? null : { score }]) },
});

describe("scoring in one line", () => {
  test("says that there is nothing, or how far it is, where scores may not be seen", () => {
    expect(tellResult({ ...none, criteria: [] }).text).toBe("Nothing is scored yet.");
    expect(tellResult(none).text).toBe("3 options by 1 criterion.");
    expect(tellResult({ ...none, running: { number: 2, finished: 3 } }).text).toBe(
      "3 options by 1 criterion. Round 2 is running: 3 have scored.",
    );
  });

  test("names the first and its lead, or why there is none", () => {
    expect(tellResult(scored(5, 3, 1)).text).toBe("A leads by 50 of 100 points.");
    expect(tellResult(scored(5, 5, 1)).text).toBe(
      "No clear winner among A and B: the lead is within the margin.",
    );
    expect(tellResult(scored(4, null, 1)).text).toBe("No clear winner among A and B: scores are missing.");
  });
});
