import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { templateIds } from "../lifecycle/project-template";
import { taskStandards } from "../lifecycle/techniques";
import { makePlan, plansOf } from "../plan";
import { type PlanDecision, type TaskRecord, taskStatuses } from "../plan-input";
import { planInput, suggestedDecisions } from "../testing/plan-inputs";
import { isoDate } from "./calendar";
import { type CompiledNetwork, networkCompiler } from "./compile-network";
import { forecastPlan, totalsForecaster } from "./forecast";
import { networkMaker, networkOf } from "./plan-network";

const records: fc.Arbitrary<TaskRecord> = fc
  .record({
    taskKey: fc.constantFrom(...taskStandards.map((standard) => standard.key)),
    status: fc.constantFrom(...taskStatuses),
    startedOn: fc.constantFrom(null, isoDate("2026-11-02")),
    actualEffortPersonDays: fc.constantFrom(null, 0, 3),
    notBeforeOn: fc.constantFrom(null, isoDate("2027-03-01")),
  })
  .map((record) => ({
    ...record,
    effortPersonDays: null,
    durationWorkingDays: null,
    finishedOn: null,
  }));

describe("the plans of one input as its decisions are settled this way and that", { timeout: 60_000 }, () => {
  it("share their work and are as each would be alone, as are their networks", () => {
    const tasks = fc.uniqueArray(records, { selector: (record) => record.taskKey, maxLength: 30 });
    const ways = fc.array(fc.array(fc.nat(5), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...templateIds),
        fc.nat(20),
        tasks,
        ways,
        (template, from, records, ways) => {
          const open = suggestedDecisions(template).slice(from % 5, (from % 5) + 3);
          const input = planInput({ template, decisions: open, tasks: records });
          const planWith = plansOf(input);
          const make = networkMaker(input.standards);
          const compiler = networkCompiler(7);
          for (const way of ways) {
            const decisions = open.map((decision, place) => settled(decision, way[place] ?? 0));
            const { assumptions: _, ...alone } = makePlan({ ...input, decisions });
            const shared = planWith(decisions);
            expect(shared).toEqual(alone);
            const network = make(shared);
            expect(network).toEqual(networkOf(alone));
            expect(withoutPlaces(compiler.compile(network))).toEqual(
              withoutPlaces(networkCompiler(7).compile(networkOf(alone))),
            );
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it("tell for one number of runs after another what a forecast with as many tells", () => {
    const tasks = fc.uniqueArray(records, { selector: (record) => record.taskKey, maxLength: 30 });
    fc.assert(
      fc.property(
        fc.constantFrom(...templateIds),
        fc.nat(5),
        tasks,
        fc.nat(),
        (template, open, tasks, seed) => {
          const decisions = suggestedDecisions(template).slice(0, open);
          const plan = makePlan(planInput({ template, decisions, tasks }));
          const totals = totalsForecaster(plan, seed);
          for (const runs of [40, 300, 40]) {
            const { finish, effortPersonDays } = forecastPlan(plan, { seed, runs });
            expect(totals(runs)).toEqual({ finish, effortPersonDays });
          }
        },
      ),
      { numRuns: 20 },
    );
  });
});

function settled(decision: PlanDecision, draw: number): PlanDecision {
  const option = decision.options[draw % (decision.options.length + 1)];
  return option === undefined ? decision : { ...decision, state: "decided", chosenOptionId: option.id };
}

/** Places say in which order tasks were met; luck is a function. */
function withoutPlaces({ tasks, ...compiled }: CompiledNetwork) {
  const { spent, ...others } = compiled;
  return {
    ...others,
    spent: spent.map(({ effortPlace: _, ...rest }) => rest),
    tasks: tasks.map(({ place: _, effortPlace: __, luckOfPass, ...task }) => ({
      ...task,
      luck: [luckOfPass(1), luckOfPass(2)],
    })),
  };
}
