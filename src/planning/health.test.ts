import { describe, expect, test } from "vitest";
import { projectHealth } from "./health";

const project = {
  launched: false,
  targetOn: "2026-06-30",
  finish: { p50: "2026-06-01", p80: "2026-06-30" },
  budgetMinor: 100_000,
  costMinor: { p50: 60_000, p80: 100_000 },
};

describe("health", () => {
  test("on track while P80 keeps the target day and the budget, to the day and to the cent", () => {
    expect(projectHealth(project)).toEqual({ state: "on-track", reasons: [] });
  });

  test("at risk when P80 misses, off track when the median does, with each reason and its size", () => {
    const late = { ...project, finish: { p50: "2026-06-30", p80: "2026-07-02" } };
    expect(projectHealth(late)).toEqual({
      state: "at-risk",
      reasons: [{ missed: "target", quantile: 80, daysLate: 2 }],
    });
    expect(projectHealth({ ...late, costMinor: { p50: 100_001, p80: 130_000 } })).toEqual({
      state: "off-track",
      reasons: [
        { missed: "target", quantile: 80, daysLate: 2 },
        { missed: "budget", quantile: 50, overMinor: 1 },
      ],
    });
  });

  test("one of the two is enough to be held against; without both nothing is said", () => {
    expect(projectHealth({ ...project, targetOn: null }).state).toBe("on-track");
    expect(projectHealth({ ...project, targetOn: null, budgetMinor: null }).state).toBe("no-target");
    const costly = { ...project, targetOn: null, costMinor: { p50: 1, p80: 100_001 } };
    expect(projectHealth(costly).state).toBe("at-risk");
  });

  test("what is launched is neither late nor early", () => {
    expect(
      projectHealth({ ...project, launched: true, finish: { p50: "2027-01-01", p80: "2027-02-01" } }),
    ).toEqual({
      state: "launched",
      reasons: [],
    });
  });
});
