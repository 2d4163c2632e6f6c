import { describe, expect, it } from "vitest";
import { makePlan } from "./plan";
import type { TaskRecord } from "./plan-input";
import { addWorkingDays } from "./schedule/calendar";
import { criticalPath } from "./schedule/critical-path";
import { forecastPlan } from "./schedule/forecast";
import { monday, planInput, taskRecord } from "./testing/plan-inputs";
import { keepingItsDay } from "./what-if";

const brief = "use-case-scoping/brief";
const later = addWorkingDays(monday, 40);

function of(record: TaskRecord) {
  const plan = makePlan(planInput({ tasks: [record] }));
  const forecast = forecastPlan(plan, { seed: 1, runs: 200 });
  return {
    earliest: criticalPath(plan).find(({ key }) => key === record.taskKey)?.earliestStartOn,
    task: forecast.tasks.find(({ key }) => key === record.taskKey),
    forecast,
  };
}

describe("a day before which a task is not begun", () => {
  it("holds it in the critical path and in every run, and nothing else changes", () => {
    const held = of(taskRecord(brief, { notBeforeOn: later }));
    const free = of(taskRecord(brief));
    expect(held.earliest).toBe(later);
    expect(held.task?.startP10).toBe(later);
    expect(free.earliest).not.toBe(later);
    expect(held.forecast.effortPersonDays).toEqual(free.forecast.effortPersonDays);
    expect(held.forecast.tasks.length).toBe(free.forecast.tasks.length);
    expect(held.forecast.finish.p50 > free.forecast.finish.p50).toBe(true);
  });

  it("means nothing once it is past, or the task has begun", () => {
    const free = of(taskRecord(brief)).forecast;
    expect(of(taskRecord(brief, { notBeforeOn: addWorkingDays(monday, -5) })).forecast).toEqual(free);
    const begun = { status: "started", startedOn: monday } as const;
    expect(of(taskRecord(brief, { ...begun, notBeforeOn: later })).forecast.finish).toEqual(
      of(taskRecord(brief, begun)).forecast.finish,
    );
  });

  it("is no day for a plan when it is none for the calendar", () => {
    const tasks = [{ ...taskRecord(brief), notBeforeOn: JSON.parse('"2026-02-30"') }];
    expect(() => makePlan(planInput({ tasks }))).toThrow(/notBeforeOn/);
  });

  it("stays where an edit does not speak of it", () => {
    const known = taskRecord(brief, { notBeforeOn: later });
    expect(keepingItsDay(taskRecord(brief), known).notBeforeOn).toBe(later);
    expect(keepingItsDay(taskRecord(brief, { notBeforeOn: null }), known).notBeforeOn).toBeNull();
    expect(keepingItsDay(taskRecord(brief), undefined)).toEqual(taskRecord(brief));
  });
});
