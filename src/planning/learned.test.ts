import { describe, expect, it } from "vitest";
import { threePoint } from "./estimation/three-point";
import { learnedInWords, whatWasLearned } from "./learned";
import type { FinishedTask } from "./plan-calibration";
import { isoDate } from "./schedule/calendar";
import { exactly, monday } from "./testing/plan-inputs";

const run: FinishedTask = {
  technique: "fine-tuning",
  discipline: "fine-tuning",
  team: "ours",
  effortPersonDays: threePoint(8, 10, 12),
  durationWorkingDays: exactly(4.5),
  machineHours: threePoint(5, 10, 20),
  actualEffortPersonDays: 20,
  actualMachineHours: null,
  startedOn: monday,
  finishedOn: isoDate("2026-11-27"),
};

describe("what finished tasks taught", () => {
  it("is nothing before one is finished", () => {
    expect(whatWasLearned([])).toEqual([]);
  });

  it("is a factor per technique and quantity, with the number of tasks it comes from", () => {
    const [learned, ...others] = whatWasLearned(Array.from({ length: 11 }, () => run));
    expect(others).toEqual([]);
    expect(learned?.technique).toBe("fine-tuning");
    expect(learned?.effort?.tasks).toBe(11);
    expect(learned?.effort?.factor).toBeGreaterThan(1.7);
    expect(learned?.effort?.factor).toBeLessThan(2.05);
    expect(learned?.duration?.factor).toBeCloseTo(1, 6);
    expect(learned?.machineHours).toBeNull();
  });

  it("says so in plain words", () => {
    const known = { factor: 1.62, tasks: 11 };
    const technique = "fine-tuning";
    expect(learnedInWords({ technique, effort: known, duration: null, machineHours: null })).toBe(
      "takes 1.6 × the standard's effort, from 11 finished tasks",
    );
    expect(
      learnedInWords({
        technique,
        effort: known,
        duration: { factor: 1.04, tasks: 3 },
        machineHours: { factor: 0.5, tasks: 1 },
      }),
    ).toBe(
      "takes 1.6 × the standard's effort, from 11 finished tasks; and 0.5 × the standard's machine time, from 1 finished task",
    );
    const asSaid = { factor: 1.04, tasks: 3 };
    expect(learnedInWords({ technique, effort: asSaid, duration: null, machineHours: null })).toBeNull();
  });
});
