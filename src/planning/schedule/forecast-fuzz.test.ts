import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { threePoint } from "../estimation/three-point";
import { disciplineIds } from "../expertise/disciplines";
import type { ExpertiseLevel } from "../expertise/levels";
import { templateIds } from "../lifecycle/project-template";
import { taskStandards } from "../lifecycle/techniques";
import { makePlan } from "../plan";
import { type TaskRecord, taskStatuses } from "../plan-input";
import { planInput, suggestedDecisions } from "../testing/plan-inputs";
import { addWorkingDays, type IsoDate, isIsoDate, isoDate } from "./calendar";
import { forecastWithDemand } from "./forecast";
import { mondayOf } from "./weeks";

const days: fc.Arbitrary<IsoDate> = fc
  .integer({ min: -300, max: 300 })
  .map((offset) => addWorkingDays(isoDate("2026-11-23"), offset));
const estimates = fc
  .tuple(...[0, 1, 2].map(() => fc.double({ min: 0, max: 10_000, noNaN: true })))
  .map((values) => values.sort((a, b) => a - b))
  .map(([a = 0, b = 0, c = 0]) => threePoint(a, b, c));
const records: fc.Arbitrary<TaskRecord> = fc
  .record({
    taskKey: fc.constantFrom(...taskStandards.map((standard) => standard.key)),
    effortPersonDays: fc.option(estimates),
    durationWorkingDays: fc.option(estimates),
    status: fc.constantFrom(...taskStatuses),
    startedOn: fc.option(days),
    finishedOn: fc.option(days),
    actualEffortPersonDays: fc.option(fc.double({ min: 0, max: 1000, noNaN: true })),
    actualMachineHours: fc.option(fc.double({ min: 0, max: 100_000, noNaN: true })),
    expertise: fc.option(
      fc.record({
        discipline: fc.constantFrom(...disciplineIds),
        level: fc.constantFrom<ExpertiseLevel[]>(1, 2, 3, 4),
      }),
    ),
  })
  .filter(
    ({ startedOn, finishedOn }) => startedOn === null || finishedOn === null || startedOn <= finishedOn,
  );

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("any records, dates and estimates", { timeout: 30_000 }, () => {
  it("give a forecast whose figures are numbers in order", () => {
    const tasks = fc.uniqueArray(records, { selector: (record) => record.taskKey, maxLength: 40 });
    fc.assert(
      fc.property(
        fc.constantFrom(...templateIds),
        days,
        days,
        tasks,
        fc.nat(12),
        (template, startsOn, asOf, tasks, loopPass) => {
          const decisions = suggestedDecisions(template);
          const plan = makePlan(planInput({ template, startsOn, asOf, tasks, decisions, loopPass }));
          const { forecast, demandByWeek } = forecastWithDemand(plan, { seed: 1, runs: 25 });
          const { finish } = forecast;
          for (const range of [forecast.effortPersonDays, forecast.costMinor, forecast.durationWorkingDays]) {
            expect(range.p10).toBeGreaterThanOrEqual(0);
            expect(range.p50).toBeGreaterThanOrEqual(range.p10);
            expect(range.p95).toBeGreaterThanOrEqual(range.p80);
          }
          expect([finish.p10, finish.p50, finish.p80, finish.p95].toSorted()).toEqual(Object.values(finish));
          expect(forecast.remainingEffortMeanPersonDays).toBeLessThanOrEqual(
            forecast.effortMeanPersonDays + 1e-6,
          );
          for (const task of forecast.tasks) {
            expect(isIsoDate(task.startP50) && isIsoDate(task.finishP95)).toBe(true);
            expect(task.finishP50 >= task.startP50 && task.finishP95 >= task.finishP50).toBe(true);
            expect(task.startP10 <= task.startP50 && task.startP10 <= task.finishP10).toBe(true);
            expect(task.finishP10 <= task.finishP50).toBe(true);
          }
          expect(JSON.parse(JSON.stringify(forecast))).toEqual(forecast);
          for (const { p50, p80, tasks } of demandByWeek) {
            expect(tasks.every((task) => task.p50 >= 0 && task.p80 >= 0 && task.p50 + task.p80 > 0)).toBe(
              true,
            );
            expect([sum(tasks.map((task) => task.p50)), sum(tasks.map((task) => task.p80))]).toEqual([
              p50,
              p80,
            ]);
          }
          expect(demandByWeek.every(({ weekOn }) => weekOn >= mondayOf(asOf))).toBe(true);
          expect(sum(demandByWeek.map(({ p50 }) => p50))).toBeLessThanOrEqual(
            sum(demandByWeek.map(({ p80 }) => p80)),
          );
        },
      ),
      { numRuns: 80 },
    );
  });
});
