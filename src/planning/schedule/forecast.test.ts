import { describe, expect, it } from "vitest";
import { threePoint } from "../estimation/three-point";
import { makePlan } from "../plan";
import type { PlanInput, TaskRecord } from "../plan-input";
import { PlanningError } from "../planning-error";
import {
  decidedDecision,
  exactly,
  monday,
  onlyTasks,
  openDecision,
  planInput,
  suggestedDecisions,
  taskRecord,
} from "../testing/plan-inputs";
import { isoDate } from "./calendar";
import { chanceToFinishBy } from "./chance";
import { forecastPlan } from "./forecast";

const sampling = { seed: 7, runs: 1000 };
const forecast = (changes: Partial<PlanInput> = {}, using = sampling) =>
  forecastPlan(makePlan(planInput(changes)), using);

const scoping = (frame: number, criteria: number, inventory: number, risk: number, brief: number) =>
  onlyTasks({
    "use-case-scoping/frame": exactly(frame),
    "use-case-scoping/success-criteria": exactly(criteria),
    "use-case-scoping/data-inventory": exactly(inventory),
    "use-case-scoping/risk-review": exactly(risk),
    "use-case-scoping/brief": exactly(brief),
  });

describe("a forecast of certain tasks", () => {
  it("adds the longest of parallel tasks to those in a chain", () => {
    const result = forecast({ tasks: scoping(3, 4, 6, 5, 2) });
    expect(result.durationWorkingDays).toEqual({ p10: 11, p50: 11, p80: 11, p95: 11 });
    expect(result.effortPersonDays.p50).toBeCloseTo(20, 9);
    // Monday 23 November and 11 working days: the second Monday after, inclusive.
    expect(result.finish.p50).toBe("2026-12-07");
    expect(result.costMinor.p50).toBe(20 * 80_000);
  });

  it("adds what an option costs once, and keeps what it costs a month apart", () => {
    const decisions = [
      decidedDecision("licence", [
        { kind: "add-cost", costMinor: 5000 },
        { kind: "add-monthly-cost", costMinor: 70 },
      ]),
    ];
    const result = forecast({ decisions, tasks: scoping(3, 4, 6, 5, 2) });
    expect(result.costMinor.p50).toBe(20 * 80_000 + 5000);
    expect(result.monthlyCostMinor.p50).toBe(70);
  });

  it("knows which tasks the finish hangs on", () => {
    const { tasks } = forecast({ tasks: scoping(3, 4, 6, 5, 2) });
    const criticality = Object.fromEntries(tasks.map((task) => [task.key.split("/")[1], task.criticality]));
    expect(criticality).toEqual({
      frame: 1,
      "success-criteria": 0,
      "data-inventory": 1,
      "risk-review": 0,
      brief: 1,
    });
  });

  it("begins nothing before today", () => {
    const late = forecast({ asOf: isoDate("2026-12-07"), tasks: scoping(3, 4, 6, 5, 2) });
    expect(late.durationWorkingDays.p50).toBe(21);
    const early = forecast({ asOf: isoDate("2026-11-02"), tasks: scoping(3, 4, 6, 5, 2) });
    expect(early.durationWorkingDays.p50).toBe(11);
  });
});

describe("a forecast of uncertain tasks", () => {
  it("of one task follows its PERT-beta distribution", () => {
    const tasks = onlyTasks({ "use-case-scoping/frame": threePoint(0, 0, 10) });
    const { durationWorkingDays } = forecast({ tasks }, { seed: 3, runs: 100_000 });
    for (const [share, value] of [
      [0.1, durationWorkingDays.p10],
      [0.5, durationWorkingDays.p50],
      [0.8, durationWorkingDays.p80],
      [0.95, durationWorkingDays.p95],
    ] as const)
      expect(value).toBeCloseTo(10 * (1 - (1 - share) ** 0.2), 1);
  });

  it("of a chain has the sum of the means, and spreads as correlated tasks do", () => {
    const estimate = threePoint(2, 5, 8);
    const tasks = onlyTasks({
      "use-case-scoping/frame": estimate,
      "use-case-scoping/success-criteria": estimate,
      "use-case-scoping/brief": estimate,
    });
    const { durationWorkingDays, effortMeanPersonDays } = forecast({ tasks }, { seed: 3, runs: 20_000 });
    expect(effortMeanPersonDays).toBeCloseTo(15, 1);
    // Variance of one: 36 / 28 (symmetric Beta(3, 3)); of three that correlate by 0.3: 3 · (1 + 2 · 0.3) times it.
    const deviation = Math.sqrt((36 / 28) * 3 * (1 + 2 * 0.3));
    expect(durationWorkingDays.p50).toBeCloseTo(15, 1);
    expect(durationWorkingDays.p80).toBeCloseTo(15 + 0.8416 * deviation, 0);
    expect(durationWorkingDays.p95 - durationWorkingDays.p50).toBeGreaterThan(1.645 * deviation * 0.94);
    expect(durationWorkingDays.p95 - durationWorkingDays.p50).toBeLessThan(1.645 * deviation * 1.06);
  });

  it("repeats the loop up to its budget, later passes shorter", () => {
    const tasks = onlyTasks({ "evaluation/run": exactly(10) });
    const { durationWorkingDays, effortMeanPersonDays, drivers } = forecast(
      { tasks },
      { seed: 5, runs: 20_000 },
    );
    expect(durationWorkingDays).toEqual({ p10: 10, p50: 16, p80: 22, p95: 22 });
    // 0.4 · 10 + 0.24 · 16 + 0.36 · 22
    expect(effortMeanPersonDays).toBeCloseTo(15.76, 1);
    expect(drivers.map((driver) => driver.kind)).toEqual(["loop"]);
    expect(drivers[0]?.share).toBeCloseTo(1, 2);
  });

  it("traces what the finish hangs on through a repeated loop back to its cause", () => {
    const tasks = onlyTasks({
      "use-case-scoping/frame": exactly(3),
      "evaluation/run": exactly(10),
      "evaluation/report": exactly(2),
    });
    const result = forecast({ tasks });
    expect(result.tasks.map((task) => [task.key, task.criticality])).toEqual([
      ["use-case-scoping/frame", 1],
      ["evaluation/run", 1],
      ["evaluation/report", 1],
    ]);
    expect(result.durationWorkingDays.p95).toBe(3 + 22 + 2);
  });

  it("counts the passes a project has behind it", () => {
    const tasks = onlyTasks({ "evaluation/run": exactly(10) });
    const last = forecast({ tasks, loopPass: 3 });
    expect(last.durationWorkingDays).toEqual({ p10: 6, p50: 6, p80: 6, p95: 6 });
    expect(last.effortMeanPersonDays).toBeCloseTo(22, 6);
    expect(last.remainingEffortMeanPersonDays).toBeCloseTo(6, 6);
  });
});

describe("work that has begun", () => {
  const asOf = isoDate("2026-12-07");

  it("is fixed once it is done", () => {
    const frame = taskRecord("use-case-scoping/frame", {
      status: "done",
      startedOn: monday,
      finishedOn: isoDate("2026-12-04"),
      actualEffortPersonDays: 11,
    });
    const others = onlyTasks({ "use-case-scoping/brief": exactly(2) });
    const tasks = others.map((record) => (record.taskKey === frame.taskKey ? frame : record));
    const result = forecast({ asOf, tasks });
    expect(result.effortPersonDays).toEqual({ p10: 13, p50: 13, p80: 13, p95: 13 });
    expect(result.remainingEffortMeanPersonDays).toBeCloseTo(2, 9);
    expect(result.tasks[0]).toMatchObject({
      startP10: monday,
      startP50: monday,
      finishP10: "2026-12-04",
      finishP50: "2026-12-04",
      finishP95: "2026-12-04",
    });
    expect(result.finish.p95).toBe("2026-12-08");
  });

  it("keeps its start, never ends before today, and only what is still possible is drawn", () => {
    const tasks = onlyTasks({ "use-case-scoping/frame": threePoint(5, 12, 20) }).map((record) =>
      record.taskKey === "use-case-scoping/frame"
        ? { ...record, status: "started" as const, startedOn: monday, actualEffortPersonDays: 9 }
        : record,
    );
    const result = forecast({ asOf, tasks });
    expect(result.tasks[0]?.startP50).toBe(monday);
    expect(result.durationWorkingDays.p10).toBeGreaterThan(10);
    expect(result.durationWorkingDays.p95).toBeLessThan(20);
    expect(result.effortMeanPersonDays - result.remainingEffortMeanPersonDays).toBeCloseTo(9, 6);
  });

  describe("on machines", () => {
    const key = "fine-tuning/train";
    const withTraining = (change: Partial<TaskRecord>) =>
      forecast({
        asOf,
        template: "fine-tune-open-model",
        tasks: onlyTasks({ [key]: exactly(10) }).map((record) =>
          record.taskKey === key ? { ...record, ...change } : record,
        ),
      });

    it("costs the hours it took, once it is done", () => {
      const done = { status: "done", startedOn: monday, finishedOn: isoDate("2026-12-04") } as const;
      const { machineHours, machineCostMinor } = withTraining({ ...done, actualMachineHours: 120 });
      expect(machineHours).toEqual({ p10: 120, p50: 120, p80: 120, p95: 120 });
      expect(machineCostMinor.p50).toBe(120 * 300);
      expect(withTraining(done).machineHours.p50).not.toBe(120);
    });

    it("adds what is left to what is spent, while it goes on", () => {
      const started = { status: "started", startedOn: monday } as const;
      const known = withTraining({ ...started, actualMachineHours: 500 }).machineHours;
      expect(known.p10).toBeGreaterThanOrEqual(500);
      expect(withTraining({ ...started, actualMachineHours: 0 }).machineHours.p50).toBeCloseTo(
        known.p50 - 500,
        6,
      );
    });

    it("still costs what was spent before it was dropped", () => {
      const { machineHours } = withTraining({ status: "dropped", actualMachineHours: 7 });
      expect(machineHours).toEqual({ p10: 7, p50: 7, p80: 7, p95: 7 });
    });
  });

  it("follows the part of its distribution that is left", () => {
    const tasks = onlyTasks({ "use-case-scoping/frame": threePoint(0, 0, 20) }).map((record) =>
      record.taskKey === "use-case-scoping/frame"
        ? { ...record, status: "started" as const, startedOn: monday }
        : record,
    );
    const { durationWorkingDays } = forecast({ asOf, tasks }, { seed: 3, runs: 50_000 });
    // Beta(1, 5) on 20 days, given that 10 have passed: 20 − 10 · (1 − p)^(1/5)
    expect(durationWorkingDays.p50).toBeCloseTo(20 - 10 * 0.5 ** 0.2, 1);
    expect(durationWorkingDays.p95).toBeCloseTo(20 - 10 * 0.05 ** 0.2, 0);
  });

  it("that ran past its worst case still has something to do", () => {
    const tasks = onlyTasks({ "use-case-scoping/frame": threePoint(1, 2, 3) }).map((record) =>
      record.taskKey === "use-case-scoping/frame"
        ? { ...record, status: "started" as const, startedOn: monday }
        : record,
    );
    const { durationWorkingDays } = forecast({ asOf, tasks });
    expect(durationWorkingDays.p10).toBeGreaterThan(10);
    expect(durationWorkingDays.p95).toBeLessThan(12.5);
  });

  it("counts what a dropped task took, and nothing more", () => {
    const tasks = onlyTasks({ "use-case-scoping/brief": exactly(2) }).map((record) =>
      record.taskKey === "use-case-scoping/frame" ? { ...record, actualEffortPersonDays: 4 } : record,
    );
    expect(forecast({ tasks }).effortPersonDays.p50).toBe(6);
  });
});

describe("every forecast", () => {
  const decisions = suggestedDecisions("fine-tune-open-model");
  const template = "fine-tune-open-model";

  it("is the same for the same seed and another for another", () => {
    const first = JSON.stringify(forecast({ template, decisions }));
    expect(JSON.stringify(forecast({ template, decisions }))).toBe(first);
    expect(JSON.stringify(forecast({ template, decisions }, { seed: 8, runs: 1000 }))).not.toBe(first);
  });

  it("does not depend on the order of decisions, options and records", () => {
    const tasks = [
      taskRecord("evaluation/run", { effortPersonDays: exactly(2) }),
      taskRecord("application/launch", { durationWorkingDays: exactly(2) }),
    ];
    const turned = decisions
      .toReversed()
      .map((decision) => ({ ...decision, options: decision.options.toReversed() }));
    expect(forecast({ template, decisions: turned, tasks: tasks.toReversed() })).toEqual(
      forecast({ template, decisions, tasks }),
    );
  });

  it("adds up: by phase, by technique, by expertise, in the histogram", () => {
    const result = forecast({ template, decisions });
    for (const parts of [result.effortByPhase, result.effortByTechnique, result.demand]) {
      const sum = parts.reduce((total: number, part) => total + part.effortPersonDays, 0);
      expect(sum).toBeCloseTo(result.effortMeanPersonDays, 6);
    }
    expect(result.histogram.reduce((sum, bin) => sum + bin.count, 0)).toBe(result.runs);
    expect(result.remainingEffortMeanPersonDays).toBeCloseTo(result.effortMeanPersonDays, 6);
    const shares = result.drivers.reduce((sum, driver) => sum + driver.share, 0);
    expect(shares).toBeLessThan(1.1);
  });

  it("survives being stored as JSON", () => {
    const result = forecast({ template, decisions });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it("answers how likely a date is", () => {
    const result = forecast({ template, decisions });
    expect(chanceToFinishBy(result, isoDate("2026-11-23"))).toBe(0);
    expect(chanceToFinishBy(result, isoDate("2030-01-01"))).toBe(1);
    expect(chanceToFinishBy(result, result.finish.p80)).toBeGreaterThanOrEqual(0.8);
    expect(chanceToFinishBy(result, result.finish.p80)).toBeLessThan(0.84);
  });

  it("refuses a seed or a number of runs that is none", () => {
    expect(() => forecast({}, { seed: 0.5, runs: 10 })).toThrow(PlanningError);
    expect(() => forecast({}, { seed: 1, runs: 0 })).toThrow(PlanningError);
  });

  it("holds up when nothing is left to do", () => {
    const result = forecast({ tasks: onlyTasks({}) });
    expect(result.finish).toEqual({ p10: monday, p50: monday, p80: monday, p95: monday });
    expect(result.drivers).toEqual([]);
  });

  it("says something for decisions without options", () => {
    const result = forecast({ decisions: [openDecision("empty", []), decidedDecision("done", [])] });
    expect(result.openDecisions).toEqual([
      { decisionId: "empty", share: 0, costShare: 0, spreadWorkingDays: 0, options: [] },
    ]);
  });
});
