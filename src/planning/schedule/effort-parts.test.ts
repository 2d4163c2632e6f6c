import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makePlan } from "../plan";
import type { PlanInput } from "../plan-input";
import { monday, planInput, suggestedDecisions, taskRecord } from "../testing/plan-inputs";
import { addWorkingDays } from "./calendar";
import { type EffortPart, effortDimensions, quarterOf } from "./effort-parts";
import { forecastWithDemand } from "./forecast";

const sampling = { seed: 7, runs: 200 };

function effortOf(changes: Partial<PlanInput> = {}) {
  const plan = makePlan(planInput(changes));
  return { plan, ...forecastWithDemand(plan, sampling) };
}

const sums = (parts: readonly EffortPart[]) => ({
  actual: parts.reduce((sum, part) => sum + part.actual, 0),
  remaining: parts.reduce((sum, part) => sum + part.remaining, 0),
});

describe("where the effort goes", () => {
  it("adds up to the plan's means in each dimension, whatever was done of it", () => {
    const { tasks } = makePlan(planInput());
    const step = fc.record({
      task: fc.nat(tasks.length - 1),
      status: fc.constantFrom("planned", "started", "done"),
      actual: fc.option(fc.integer({ min: 0, max: 40 })),
      days: fc.nat(60),
    });
    fc.assert(
      fc.property(fc.uniqueArray(step, { selector: ({ task }) => task, maxLength: 6 }), (steps) => {
        const { effort, forecast } = effortOf({
          asOf: addWorkingDays(monday, 80),
          decisions: suggestedDecisions("retrieval-augmented-assistant").slice(0, 2),
          tasks: steps.map(({ task, status, actual, days }) =>
            taskRecord(tasks[task]?.key ?? "", {
              status,
              startedOn: status === "planned" ? null : addWorkingDays(monday, days),
              finishedOn: status === "done" ? addWorkingDays(monday, days + 15) : null,
              actualEffortPersonDays: status === "planned" ? null : actual,
            }),
          ),
        });
        const ahead = Math.round(forecast.remainingEffortMeanPersonDays * 100);
        const whole = forecast.effortMeanPersonDays * 100;
        for (const dimension of effortDimensions) {
          const { actual, remaining } = sums(effort.filter((part) => part.dimension === dimension));
          expect(remaining).toBe(ahead);
          expect(Math.abs(actual + remaining - whole)).toBeLessThanOrEqual(1);
        }
        expect(effort.every(({ actual, remaining }) => actual >= 0 && remaining >= 0)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("lays what is spent into the quarters it was worked in, and the rest ahead", () => {
    const { plan } = effortOf();
    const [first] = plan.tasks;
    const { effort } = effortOf({
      startsOn: monday,
      asOf: addWorkingDays(monday, 130),
      tasks: [
        taskRecord(first?.key ?? "", {
          status: "done",
          startedOn: monday,
          finishedOn: addWorkingDays(monday, 1),
          actualEffortPersonDays: 7,
        }),
      ],
    });
    const quarters = effort.filter(({ dimension }) => dimension === "quarter");
    expect(quarters.find(({ key }) => key === quarterOf(monday))).toMatchObject({
      actual: 700,
      remaining: 0,
    });
    expect(quarters.filter(({ key }) => key < quarterOf(addWorkingDays(monday, 130)))).toHaveLength(1);
    expect(quarters.some(({ remaining }) => remaining > 0)).toBe(true);
  });

  it("names disciplines with their level, and quarters by year", () => {
    const { effort, forecast } = effortOf();
    const keys = effort.filter(({ dimension }) => dimension === "expertise").map(({ key }) => key);
    expect(new Set(keys)).toEqual(
      new Set(forecast.demand.map(({ discipline, level }) => `${discipline}:${level}`)),
    );
    expect(quarterOf(monday)).toMatch(/^\d{4}-Q[1-4]$/);
  });
});
