import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differencePlans } from "../difference";
import { templateIds } from "../lifecycle/project-template";
import { techniqueIds } from "../lifecycle/technique-ids";
import { techniqueById } from "../lifecycle/techniques";
import { makePlan } from "../plan";
import type { PlanInput } from "../plan-input";
import { PlanningError } from "../planning-error";
import { previewOption } from "../preview";
import { decidedDecision, openDecision, planInput } from "../testing/plan-inputs";
import { combinationsAtMost } from "./combinations";
import { forecastPlan } from "./forecast";

const sampling = { seed: 11, runs: 1500 };
const planned = (changes: Partial<PlanInput>, using = sampling) => {
  const plan = makePlan(planInput(changes));
  return { plan, forecast: forecastPlan(plan, using) };
};

const model = openDecision("model", [[], [{ kind: "include-technique", technique: "pre-training" }]]);
const minor = openDecision("minor", [[], [{ kind: "scale-effort", technique: "monitoring", factor: 1.2 }]]);

describe("an open decision", () => {
  it("widens the spread, and deciding takes its part away", () => {
    const { forecast } = planned({ decisions: [model] });
    const spread = (of: typeof forecast) => of.durationWorkingDays.p95 - of.durationWorkingDays.p10;
    for (const option of model.options) {
      const decided = previewOption(planInput({ decisions: [model] }), "model", option.id, sampling);
      expect(spread(decided.forecast)).toBeLessThan(spread(forecast) * 0.85);
      expect(decided.forecast.openDecisions).toEqual([]);
      expect(decided.forecast.drivers.map((driver) => driver.kind)).not.toContain("decision");
    }
  });

  it("tells each option's finish, near what deciding it will show", () => {
    const { forecast } = planned({ decisions: [model] });
    const [row] = forecast.openDecisions;
    expect(row?.spreadWorkingDays).toBeGreaterThan(40);
    for (const { optionId, finishP50 } of row?.options ?? []) {
      const decided = previewOption(planInput({ decisions: [model] }), "model", optionId, sampling);
      const apart = Math.abs(Date.parse(finishP50) - Date.parse(decided.forecast.finish.p50)) / 86_400_000;
      expect(apart).toBeLessThanOrEqual(7);
    }
  });

  it("tells of each option no less at P80 than at P50", () => {
    const { forecast } = planned({ decisions: [model] });
    const options = forecast.openDecisions[0]?.options ?? [];
    expect(options.length).toBe(2);
    for (const option of options) {
      expect(option.finishP80 > option.finishP50).toBe(true);
      expect(option.effortP80PersonDays).toBeGreaterThan(option.effortP50PersonDays);
      expect(option.costP80Minor).toBeGreaterThan(option.costP50Minor);
    }
  });

  it("that matters more comes first", () => {
    const { forecast } = planned({ decisions: [minor, model] });
    expect(forecast.openDecisions.map((row) => row.decisionId)).toEqual(["model", "minor"]);
    expect(forecast.drivers[0]).toMatchObject({ kind: "decision", id: "model" });
    expect(forecast.drivers[0]?.share).toBeGreaterThan(0.5);
  });

  it("is drawn by its options' weights; a weight of zero is never drawn", () => {
    const weighted = (none: number, own: number) => ({
      ...model,
      options: model.options.map((option, place) => ({ ...option, weight: place === 0 ? none : own })),
    });
    const presence = (decision: typeof model) =>
      planned({ decisions: [decision] }).forecast.tasks.find((task) => task.key === "pre-training/train")
        ?.presence;
    expect(presence(weighted(3, 1))).toBeCloseTo(0.25, 1);
    expect(presence(weighted(1, 0))).toBeUndefined();
    expect(presence(weighted(0, 1))).toBe(1);
    expect(presence(weighted(0, 0))).toBeCloseTo(0.5, 1);
  });

  it("asks for another level of expertise in its share of the runs", () => {
    const harder = openDecision("harder", [
      [],
      [{ kind: "shift-level", technique: "deployment", levels: -1 }],
    ]);
    const at = (decisions: PlanInput["decisions"], level: number) =>
      planned({ decisions }).forecast.demand.find(
        (row) => row.discipline === "serving" && row.level === level,
      )?.effortPersonDays ?? 0;
    for (const level of [1, 2, 3, 4]) {
      const [kept, shifted] = harder.options.map(({ id }) =>
        at([{ ...harder, state: "decided", chosenOptionId: id }], level),
      );
      expect(at([harder], level)).toBeCloseTo(((kept ?? 0) + (shifted ?? 0)) / 2, 0);
    }
    const total = (decisions: PlanInput["decisions"]) => planned({ decisions }).forecast.effortMeanPersonDays;
    expect(total([harder])).toBeCloseTo(total([]), 6);
  });

  it("may be one of very many", () => {
    const many = Array.from({ length: 12 }, (_, place) =>
      openDecision(`decision-${place}`, [[], [{ kind: "add-cost", costMinor: 100 * 2 ** place }]]),
    );
    const { forecast } = planned({ decisions: many });
    expect(2 ** many.length).toBeGreaterThan(combinationsAtMost);
    expect(forecast.openDecisions.length).toBe(12);
    expect(forecast.costMinor.p50).toBeGreaterThan(0);
  });
});

describe("the difference of two plans", () => {
  it("names what came and went and what it costs", () => {
    const before = planned({});
    const after = planned({
      decisions: [
        decidedDecision("d", [
          { kind: "include-technique", technique: "retrieval" },
          { kind: "exclude-technique", technique: "monitoring" },
          { kind: "add-monthly-cost", costMinor: 80_000 },
        ]),
      ],
    });
    const difference = differencePlans(before, after);
    expect(difference.techniquesAdded).toEqual(["retrieval"]);
    expect(difference.techniquesRemoved).toEqual(["monitoring"]);
    expect(difference.tasksAdded).toContain("retrieval/ingest");
    expect(difference.tasksRemoved).toContain("monitoring/signals");
    expect(difference.monthlyCostMinor).toBe(80_000);
    expect(difference.expertise.find((row) => row.discipline === "data-engineering")?.after).toBeGreaterThan(
      15,
    );
    const { effortPersonDays, effortMeanPersonDays } = after.forecast;
    expect(difference.effortPersonDays).toBe(effortPersonDays.p50 - before.forecast.effortPersonDays.p50);
    // The parts are means: only those add up.
    const ofMeans = effortMeanPersonDays - before.forecast.effortMeanPersonDays;
    const sum = difference.expertise.reduce((total, row) => total + row.after - row.before, 0);
    expect(sum).toBeCloseTo(ofMeans, 6);
    const byPhase = difference.phases.reduce((total, row) => total + row.after - row.before, 0);
    expect(byPhase).toBeCloseTo(ofMeans, 6);
    expect(difference.tasksChanged).toEqual([]);
  });

  it("names the tasks of both plans that take more or need another level, and the machine time", () => {
    const change = (effects: Parameters<typeof decidedDecision>[1]) =>
      differencePlans(
        planned({ template: "fine-tune-open-model" }),
        planned({ template: "fine-tune-open-model", decisions: [decidedDecision("d", effects)] }),
      );
    const scaled = change([{ kind: "scale-effort", technique: "monitoring", factor: 2 }]);
    expect(scaled.tasksChanged.length).toBeGreaterThan(0);
    for (const { key, before, after } of scaled.tasksChanged) {
      expect(key).toMatch(/^monitoring\//);
      expect(after.effortPersonDays).toBeCloseTo(2 * before.effortPersonDays, 9);
      expect(after.level).toBe(before.level);
    }
    expect(scaled.phases.map(({ phase }) => phase)).toEqual(["application-integration"]);
    expect(scaled.machineHours).toBe(0);

    const shifted = change([{ kind: "shift-level", technique: "monitoring", levels: -3 }]);
    expect(shifted.tasksChanged.length).toBeGreaterThan(0);
    for (const { before, after } of shifted.tasksChanged) {
      expect(after).toEqual({ ...before, level: 1 });
    }
    expect(shifted.phases).toEqual([]);

    const larger = change([{ kind: "set-parameter", parameter: "model-parameters-billions", value: 70 }]);
    expect(larger.machineHours).toBeGreaterThan(0);
  });

  it("is nothing when nothing changed", () => {
    const difference = differencePlans(planned({}), planned({}));
    expect(difference).toMatchObject({
      finishP50WorkingDays: 0,
      effortPersonDays: 0,
      costMinor: 0,
      machineHours: 0,
      expertise: [],
      phases: [],
      tasksChanged: [],
    });
  });

  it("leaves the luck of untouched tasks alone", () => {
    const difference = differencePlans(
      planned({}),
      planned({ decisions: [decidedDecision("d", [{ kind: "include-technique", technique: "retrieval" }])] }),
    );
    const changed = difference.expertise.map((row) => `${row.discipline} ${row.level}`);
    expect(changed).not.toContain("product 2");
    expect(changed).not.toContain("prompt-engineering 1");
  });
});

describe("including a technique that replaces nothing", () => {
  it("never reduces effort nor brings the finish forward", { timeout: 60_000 }, () => {
    const small = { seed: 2, runs: 60 };
    fc.assert(
      fc.property(
        fc.constantFrom(...templateIds),
        fc.constantFrom(...techniqueIds.filter((id) => techniqueById(id).replaces.length === 0)),
        (template, technique) => {
          const decisions = [decidedDecision("more", [{ kind: "include-technique", technique }])];
          const difference = differencePlans(
            planned({ template }, small),
            planned({ template, decisions }, small),
          );
          expect(difference.effortPersonDays).toBeGreaterThanOrEqual(0);
          expect(difference.costMinor).toBeGreaterThanOrEqual(0);
          expect(difference.finishP50WorkingDays).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("previewing an option", () => {
  it("refuses a decision or an option that is not there", () => {
    const input = planInput({ decisions: [model] });
    expect(() => previewOption(input, "none", "model-0", sampling)).toThrow(PlanningError);
    expect(() => previewOption(input, "model", "minor-0", sampling)).toThrow(PlanningError);
  });
});
