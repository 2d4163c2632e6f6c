import { describe, expect, it } from "vitest";
import { quantile } from "../estimation/quantiles";
import { makePlan } from "../plan";
import type { PlanInput } from "../plan-input";
import { monday, planInput, suggestedDecisions, taskRecord } from "../testing/plan-inputs";
import { addWorkingDays, isoDate } from "./calendar";
import { forecastWithDemand } from "./forecast";
import { planSimulator } from "./simulate-plan";
import { mondayOf, workingDaysLeftInWeek } from "./weeks";

const sampling = { seed: 7, runs: 400 };

function demandOf(changes: Partial<PlanInput> = {}) {
  const plan = makePlan(planInput(changes));
  return { plan, ...forecastWithDemand(plan, sampling) };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("demand by week", () => {
  it("adds up to the quantiles of the remaining effort, open decisions included", () => {
    const { plan, demandByWeek } = demandOf({
      template: "fine-tune-open-model",
      decisions: suggestedDecisions("fine-tune-open-model"),
    });
    const { results } = planSimulator(plan, sampling.seed)(sampling.runs, "stratified");
    const remaining = results.perRun.remainingPersonDays.toSorted();
    expect(sum(demandByWeek.map(({ p50 }) => p50))).toBe(Math.round(100 * quantile(remaining, 0.5)));
    expect(sum(demandByWeek.map(({ p80 }) => p80))).toBe(Math.round(100 * quantile(remaining, 0.8)));
    expect(sum(demandByWeek.map(({ p80 }) => p80))).toBeGreaterThan(sum(demandByWeek.map(({ p50 }) => p50)));
  });

  it("lies between the start and the finish of each task", () => {
    const { forecast, demandByWeek } = demandOf();
    for (const { weekOn, tasks } of demandByWeek)
      for (const { key, p50 } of tasks.filter((task) => task.p50 > 0)) {
        const task = forecast.tasks.find((one) => one.key === key);
        expect(p50).toBeGreaterThan(0);
        expect(weekOn >= mondayOf(task?.startP50 ?? weekOn)).toBe(true);
        expect(weekOn <= (task?.finishP50 ?? "")).toBe(true);
      }
  });

  it("asks nothing for what is spent: done tasks, and the part of a started one that lies behind", () => {
    const whole = demandOf();
    const [first] = whole.plan.tasks;
    const taskKey = first?.key ?? "";
    const asOf = addWorkingDays(monday, 1);
    const done = demandOf({
      asOf,
      tasks: [taskRecord(taskKey, { status: "done", startedOn: monday, finishedOn: monday })],
    });
    const keysOf = ({ demandByWeek }: typeof whole) =>
      new Set(demandByWeek.flatMap(({ tasks }) => tasks.map(({ key }) => key)));
    expect(keysOf(whole).has(taskKey)).toBe(true);
    expect(keysOf(done).has(taskKey)).toBe(false);
    expect(done.demandByWeek.every(({ weekOn }) => weekOn >= mondayOf(asOf))).toBe(true);
  });

  it("lays nothing into a week of holidays", () => {
    const off = isoDate("2026-11-30");
    const holidays = [0, 1, 2, 3, 4].map((day) => addWorkingDays(off, day));
    expect(demandOf().demandByWeek.some(({ weekOn }) => weekOn === off)).toBe(true);
    expect(demandOf({ holidays }).demandByWeek.some(({ weekOn }) => weekOn === off)).toBe(false);
  });
});

describe("weeks", () => {
  it("begin on Monday and end on Sunday", () => {
    expect(mondayOf(isoDate("2026-11-23"))).toBe("2026-11-23");
    expect(mondayOf(isoDate("2026-11-29"))).toBe("2026-11-23");
  });

  it("have the working days that are left of them", () => {
    expect(workingDaysLeftInWeek(monday, isoDate("2026-11-20"))).toBe(5);
    expect(workingDaysLeftInWeek(monday, isoDate("2026-11-26"))).toBe(2);
    expect(workingDaysLeftInWeek(monday, isoDate("2026-11-28"))).toBe(0);
    expect(workingDaysLeftInWeek(monday, isoDate("2026-12-07"))).toBe(0);
  });
});
