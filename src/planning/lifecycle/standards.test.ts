import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { threePoint } from "../estimation/three-point";
import { makePlan } from "../plan";
import { PlanningError } from "../planning-error";
import { forecastPlan } from "../schedule/forecast";
import { decidedDecision, planInput, taskRecord } from "../testing/plan-inputs";
import { lifecycleWith } from "./lifecycle";
import { phases } from "./phases";
import { type LifecycleStandards, noStandards, type OwnTask, type TaskChange } from "./standards";
import { techniques } from "./techniques";

const rates = { personDayCostMinor: 80_000, acceleratorHourCostMinor: 300 };
const unchanged: TaskChange = {
  effortPersonDays: null,
  durationWorkingDays: null,
  discipline: null,
  level: null,
};
const ownTask: OwnTask = {
  technique: "evaluation",
  name: "Ask the works council",
  deliverable: "Agreement",
  discipline: "security-legal",
  level: 2,
  effortPersonDays: threePoint(1, 2, 3),
  durationWorkingDays: threePoint(5, 10, 20),
  after: ["use-case-scoping/brief"],
  before: ["application/launch"],
  inLoop: false,
  retired: false,
};
const key = "evaluation/own-council";

function planWith(lifecycle: Partial<LifecycleStandards>, changes: Parameters<typeof planInput>[0] = {}) {
  return makePlan(
    planInput({ ...changes, standards: { ...rates, lifecycle: { ...noStandards, ...lifecycle } } }),
  );
}

function refusal(lifecycle: Partial<LifecycleStandards>): string | null {
  try {
    lifecycleWith({ ...noStandards, ...lifecycle });
  } catch (error) {
    if (error instanceof PlanningError) return `${error.code} ${error.field}`;
    throw error;
  }
  return null;
}

describe("an organization's standards", () => {
  it("leave the lifecycle as it is when there are none", () => {
    expect(lifecycleWith().techniques).toEqual(techniques);
    expect(lifecycleWith({ ...noStandards }).phases).toEqual(phases);
  });

  it("take the place of the default figures, and are scaled and decided on as these are", () => {
    const tasks = {
      "evaluation/harness": { ...unchanged, effortPersonDays: threePoint(5, 10, 15), level: 4 as const },
    };
    const twice = decidedDecision("d", [{ kind: "scale-effort", technique: "evaluation", factor: 2 }]);
    const task = planWith({ tasks }, { decisions: [twice] }).tasks.find(
      (candidate) => candidate.key === "evaluation/harness",
    );
    expect(task?.effortPersonDays).toEqual(threePoint(10, 20, 30));
    expect(task?.durationWorkingDays).toEqual(threePoint(4, 10, 20));
    expect(task?.level).toBe(4);
    expect(task?.discipline).toBe("evaluation");
    expect(task?.assumption).toMatch(/workspace's own standard/);
  });

  it("give way to what a project's team says itself", () => {
    const tasks = { "evaluation/harness": { ...unchanged, effortPersonDays: threePoint(5, 10, 15) } };
    const record = taskRecord("evaluation/harness", { effortPersonDays: threePoint(1, 1, 1) });
    const task = planWith({ tasks }, { tasks: [record] }).tasks.find(
      (candidate) => candidate.key === "evaluation/harness",
    );
    expect(task?.effortPersonDays).toEqual(threePoint(1, 1, 1));
  });

  it("keep the sizing of machine time where only the days of pre-training are one's own", () => {
    const tasks = { "pre-training/train": { ...unchanged, durationWorkingDays: threePoint(30, 40, 50) } };
    const train = (lifecycle: Partial<LifecycleStandards>) =>
      planWith(lifecycle, { template: "pre-train-from-scratch" }).tasks.find(
        (task) => task.key === "pre-training/train",
      );
    expect(train({ tasks })?.durationWorkingDays).toEqual(threePoint(30, 40, 50));
    expect(train({ tasks })?.machineHours).toEqual(train({})?.machineHours);
  });

  it("name techniques, and begin plans with them or without them; a decision may still bring one", () => {
    const techniques = {
      evaluation: { name: "Testing", summary: null, inclusion: "as-template" as const },
      retrieval: { name: null, summary: null, inclusion: "always" as const },
      guardrails: { name: null, summary: null, inclusion: "never" as const },
    };
    const named = (plan: ReturnType<typeof makePlan>) =>
      plan.techniques.map(({ technique }) => technique.name);
    expect(named(planWith({ techniques }))).toContain("Testing");
    expect(named(planWith({ techniques }))).toContain("Retrieval");
    expect(named(planWith({ techniques }))).not.toContain("Guardrails");
    const back = decidedDecision("d", [{ kind: "include-technique", technique: "guardrails" }]);
    expect(named(planWith({ techniques }, { decisions: [back] }))).toContain("Guardrails");
  });

  it("add tasks that wait and are waited for, until they are retired", () => {
    const find = (retired: boolean, worked = false) => {
      const tasks = worked ? [taskRecord(key, { status: "done", actualEffortPersonDays: 2 })] : [];
      const plan = planWith({ ownTasks: { [key]: { ...ownTask, retired } } }, { tasks });
      return {
        own: plan.tasks.find((task) => task.key === key),
        launch: plan.tasks.find((task) => task.key === "application/launch"),
      };
    };
    expect(find(false).own?.after).toEqual(["use-case-scoping/brief"]);
    expect(find(false).own?.phase).toBe("model-alignment");
    expect(find(false).launch?.after).toContain(key);
    expect(find(true).own).toBeUndefined();
    expect(find(true).launch?.after).not.toContain(key);
    expect(find(true, true).own?.status).toBe("done");
  });

  it("are forecast under the discipline they ask for, and leave the work of others alone", () => {
    const demand = (lifecycle: Partial<LifecycleStandards>) =>
      new Map(
        forecastPlan(planWith(lifecycle), { seed: 1, runs: 200 }).demand.map((row) => [
          `${row.discipline} ${row.level}`,
          row.effortPersonDays,
        ]),
      );
    const without = demand({});
    const added = demand({ ownTasks: { [key]: { ...ownTask, discipline: "human-feedback", level: 4 } } });
    expect(added.get("human-feedback 4")).toBeCloseTo(2, 0);
    expect(added.get("product 2")).toBe(without.get("product 2"));
    const moved = demand({
      tasks: { "evaluation/harness": { ...unchanged, discipline: "serving", level: 3 } },
    });
    expect(without.get("serving 3") ?? 0).toBe(0);
    expect(moved.get("serving 3")).toBeGreaterThan(3);
    expect(moved.get("evaluation 2")).toBeLessThan(without.get("evaluation 2") ?? 0);
  });

  it("change what a gate asks", () => {
    const gates = {
      scoping: {
        leftOut: ["budget-named"],
        own: [{ text: "The works council agrees", evidence: ["use-case-scoping/risk-review"] }],
      },
    };
    const criteria = lifecycleWith({ ...noStandards, gates }).phaseById("scoping").gate.exitCriteria;
    expect(criteria.map(({ id }) => id)).not.toContain("budget-named");
    expect(criteria.at(-1)?.text).toBe("The works council agrees");
  });

  it("come in any order", () => {
    const other = "evaluation/own-audit";
    const both = { [key]: ownTask, [other]: { ...ownTask, name: "Audit" } };
    const turned = Object.fromEntries(Object.entries(both).reverse());
    expect(planWith({ ownTasks: turned }).tasks).toEqual(planWith({ ownTasks: both }).tasks);
  });

  it("are refused with a code and the field where they can't be planned with", () => {
    const estimate = (effortPersonDays: TaskChange["effortPersonDays"]) => ({
      tasks: { "evaluation/run": { ...unchanged, effortPersonDays } },
    });
    const own = (changes: Partial<OwnTask>) => ({ ownTasks: { [key]: { ...ownTask, ...changes } } });
    expect(refusal(estimate(threePoint(3, 2, 4)))).toBe("not-ordered tasks.evaluation/run.effortPersonDays");
    expect(refusal(estimate(threePoint(-1, 2, 4)))).toBe(
      "negative tasks.evaluation/run.effortPersonDays.optimistic",
    );
    expect(refusal({ tasks: { "evaluation/none": unchanged } })).toBe("unknown-id taskKey");
    expect(refusal(own({ after: ["evaluation/none"] }))).toBe(`unknown-id ownTasks.${key}.after`);
    expect(refusal(own({ technique: "retrieval" }))).toBe(`inconsistent ownTasks.${key}`);
    expect(refusal(own({ after: ["application/launch"], before: ["use-case-scoping/frame"] }))).toBe(
      "circular ownTasks",
    );
    expect(refusal(own({ after: ["prompt-engineering/draft"], before: ["prompt-engineering/review"] }))).toBe(
      "inconsistent ownTasks",
    );
    expect(
      refusal(
        own({ after: ["prompt-engineering/draft"], before: ["prompt-engineering/review"], inLoop: true }),
      ),
    ).toBeNull();
    expect(refusal({ gates: { scoping: { leftOut: ["attacked"], own: [] } } })).toBe(
      "unknown-id gates.scoping.leftOut",
    );
  });

  it("raise a plan's effort by exactly what they add to its tasks", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (more) => {
        const total = (plan: ReturnType<typeof makePlan>) =>
          plan.tasks.reduce((sum, task) => sum + task.effortPersonDays.mostLikely, 0);
        const tasks = {
          "monitoring/signals": { ...unchanged, effortPersonDays: threePoint(1, 2 + more, 5 + more) },
        };
        expect(total(planWith({ tasks })) - total(planWith({}))).toBeCloseTo(more, 6);
      }),
      { numRuns: 30 },
    );
  });
});
