import { describe, expect, it } from "vitest";
import { estimateAtFinish } from "./finished-task";
import { makePlan } from "./plan";
import type { PlanStandards } from "./plan-input";
import { PlanningError } from "./planning-error";
import { isoDate } from "./schedule/calendar";
import { forecastPlan } from "./schedule/forecast";
import { defaultLoop, loopPasses } from "./schedule/loop";
import { acceleratorById } from "./sizing/catalogue/accelerators";
import { inWords, planInput } from "./testing/plan-inputs";

const rates = { personDayCostMinor: 80_000, acceleratorHourCostMinor: 300 };
const sampling = { seed: 4, runs: 1500 };
const template = "pre-train-from-scratch";

const planned = (own: Partial<PlanStandards> = {}, holidays: readonly string[] = []) => {
  const plan = makePlan(
    planInput({
      template,
      standards: { ...rates, ...own },
      holidays: holidays.map((day) => isoDate(day)),
    }),
  );
  return { plan, forecast: forecastPlan(plan, sampling) };
};

const loop = { chanceOfFurtherPass: null, laterPassShare: null };
const correlation = { teamShareOfDataWork: null, dataShareOfDataWork: null, teamShareOfOtherWork: null };

describe("a workspace's own figures of the simulation", () => {
  it("change nothing where they say nothing", () => {
    expect(planned({ loop, correlation, accelerator: "a100" }).forecast).toEqual(planned().forecast);
  });

  it("of the loop: the likelier another pass, the more effort, and the less a later one takes, the less", () => {
    const effort = (change: Partial<typeof loop> | { chanceOfFurtherPass: number }) =>
      planned({ loop: { ...loop, ...change } }).forecast.effortPersonDays.p50;
    expect(effort({ chanceOfFurtherPass: 0 })).toBeLessThan(effort({}));
    expect(effort({ chanceOfFurtherPass: 1 })).toBeGreaterThan(effort({}));
    const plan = (laterPassShare: number) =>
      planned({ loop: { chanceOfFurtherPass: 1, laterPassShare } }).forecast.effortPersonDays.p50;
    expect(plan(0.2)).toBeLessThan(plan(0.6));
    expect(plan(1.5)).toBeGreaterThan(plan(0.6));
  });

  it("of the loop count in what a finished task's estimate was", () => {
    const estimate = (laterPassShare: number) =>
      estimateAtFinish(
        planInput({ template, loopPass: 3, standards: { ...rates, loop: { ...loop, laterPassShare } } }),
        "evaluation/run",
      ).effortPersonDays.mostLikely;
    expect(estimate(1) / estimate(0)).toBeCloseTo(3, 9);
  });

  it("of what tasks share: more of it spreads the finish wider, none of it less", () => {
    const spread = (share: number) => {
      const { durationWorkingDays } = planned({
        correlation: { teamShareOfDataWork: share, dataShareOfDataWork: 0, teamShareOfOtherWork: share },
        loop: { ...loop, chanceOfFurtherPass: 0 },
      }).forecast;
      return durationWorkingDays.p95 - durationWorkingDays.p10;
    };
    expect(spread(0)).toBeLessThan(spread(0.3));
    expect(spread(0.9)).toBeGreaterThan(spread(0.3));
  });

  it("of the accelerator: hours go with the peaks, and days only where the run takes them", () => {
    const peakOf = (id: string) => acceleratorById(id).peakFlopPerSecond["16-bit"];
    const before = planned().plan.tasks;
    const after = planned({ accelerator: "h100-sxm" }).plan.tasks;
    const withMachines = before.filter((task) => task.machineHours !== null);
    expect(withMachines.length).toBeGreaterThan(2);
    for (const task of withMachines) {
      const other = after.find(({ key }) => key === task.key);
      expect((other?.machineHours?.mostLikely ?? 0) / (task.machineHours?.mostLikely ?? 1)).toBeCloseTo(
        peakOf("a100") / peakOf("h100-sxm"),
        9,
      );
      if (task.key === "pre-training/train")
        expect(other?.durationWorkingDays.mostLikely).toBeLessThan(task.durationWorkingDays.mostLikely);
      else expect(other?.durationWorkingDays).toEqual(task.durationWorkingDays);
      expect(other?.effortPersonDays).toEqual(task.effortPersonDays);
    }
  });

  it("are named in the assumptions as the workspace's own, each with what it is about", () => {
    const own = (plan: ReturnType<typeof planned>["plan"]) =>
      plan.assumptions.flatMap(({ about, isOwn }) => (isOwn ? [about] : [])).sort();
    expect(own(planned().plan)).toEqual([]);
    const { plan } = planned(
      {
        loop: { ...loop, chanceOfFurtherPass: 0.25 },
        correlation: { ...correlation, teamShareOfOtherWork: 0.1 },
        accelerator: "h100-sxm",
        lifecycle: {
          tasks: {
            "evaluation/run": {
              effortPersonDays: { optimistic: 1, mostLikely: 2, pessimistic: 3 },
              durationWorkingDays: null,
              discipline: null,
              level: null,
            },
          },
          ownTasks: {},
          techniques: {},
          gates: {},
        },
      },
      ["2026-12-25"],
    );
    expect(own(plan)).toEqual(["accelerator", "correlation", "holidays", "loop", "tasks"]);
    expect(inWords(plan)).toContain("suffices with a chance of 75 %");
    expect(inWords(plan)).toContain("in other work 10 % comes from the team's familiarity");
    expect(inWords(plan)).toContain("NVIDIA H100 SXM 80 GB");
    expect(inWords(plan)).toMatch(/ 1 of \d+ tasks are estimated by the workspace's own standard\./);
  });

  it.each<[Partial<PlanStandards>, string]>([
    [{ loop: { ...loop, chanceOfFurtherPass: 1.1 } }, "standards.loop.chanceOfFurtherPass"],
    [{ loop: { ...loop, laterPassShare: -0.1 } }, "standards.loop.laterPassShare"],
    [{ correlation: { ...correlation, teamShareOfOtherWork: 0.96 } }, "standards.correlation"],
    [{ correlation: { ...correlation, teamShareOfDataWork: 0.8 } }, "standards.correlation"],
  ])("refuse %j", (own, field) => {
    const attempt = () => makePlan(planInput({ standards: { ...rates, ...own } }));
    expect(attempt).toThrow(PlanningError);
    expect(attempt).toThrow(expect.objectContaining({ field }));
  });
});

describe("the passes of the loop", () => {
  it("follow the chance of a further one", () => {
    const shareOf = (passes: number, chance: number) => {
      const draws = Array.from({ length: 10_000 }, (_, place) => (place + 0.5) / 10_000);
      return draws.filter((draw) => loopPasses(3, 0, chance, draw) === passes).length / draws.length;
    };
    const { chanceOfFurtherPass } = defaultLoop;
    expect([1, 2, 3].map((passes) => shareOf(passes, chanceOfFurtherPass))).toEqual([0.4, 0.24, 0.36]);
    expect([1, 2, 3].map((passes) => shareOf(passes, 0.5))).toEqual([0.5, 0.25, 0.25]);
    expect(shareOf(1, 0)).toBe(1);
    expect(shareOf(3, 1)).toBe(1);
    expect(loopPasses(3, 5, 1, 0.5)).toBe(5);
  });
});
