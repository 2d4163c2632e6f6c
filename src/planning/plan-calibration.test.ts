import { describe, expect, it } from "vitest";
import { threePoint, threePointMean } from "./estimation/three-point";
import { estimateAtFinish } from "./finished-task";
import { makePlan } from "./plan";
import { type FinishedTask, learnFromFinishedTasks, type PlanCalibration } from "./plan-calibration";
import type { PlanInput } from "./plan-input";
import { isoDate } from "./schedule/calendar";
import { forecastPlan } from "./schedule/forecast";
import { decidedDecision, exactly, inWords, monday, planInput, taskRecord } from "./testing/plan-inputs";

const harness = "evaluation/harness";

/** So many tasks of the harness's kind that took so many times their estimate, in effort and in days. */
function finished(count: number, times: number): FinishedTask[] {
  return Array.from({ length: count }, () => ({
    technique: "evaluation",
    discipline: taskOf(planInput(), harness).discipline,
    team: "ours",
    effortPersonDays: exactly(10),
    durationWorkingDays: exactly(2),
    actualEffortPersonDays: 10 * times,
    startedOn: monday,
    finishedOn: isoDate("2026-11-25"),
  }));
}

const learned = (count: number, times = 2) => learnFromFinishedTasks(finished(count, times))("ours");

function taskOf(input: PlanInput, key: string) {
  const task = makePlan(input).tasks.find((candidate) => candidate.key === key);
  if (!task) throw new Error(`${key} is in the plan`);
  return task;
}

const meanOf = (input: PlanInput, key = harness) => threePointMean(taskOf(input, key).effortPersonDays);

describe("a calibrated plan", () => {
  it("corrects the standard's estimates, those of the same kind of work most", () => {
    const before = planInput();
    const after = planInput({ calibration: learned(20) });
    expect(meanOf(after) / meanOf(before)).toBeGreaterThan(1.85);
    const other = meanOf(after, "application/backend") / meanOf(before, "application/backend");
    expect(other).toBeGreaterThan(1.05);
    expect(other).toBeLessThan(1.75);
  });

  it("leaves the team's own estimates, what is done and what machines take alone", () => {
    const own = threePoint(1, 2, 3);
    const tasks = [
      taskRecord(harness, { effortPersonDays: own, durationWorkingDays: own }),
      taskRecord("evaluation/run", { status: "done", startedOn: monday, finishedOn: monday }),
    ];
    const template = "pre-train-from-scratch";
    const plain = planInput({ template, tasks });
    const calibrated = planInput({ template, tasks, calibration: learned(20) });
    expect(taskOf(calibrated, harness)).toEqual(taskOf(plain, harness));
    expect(taskOf(calibrated, "evaluation/run")).toEqual(taskOf(plain, "evaluation/run"));
    const train = taskOf(calibrated, "pre-training/train");
    expect(train.durationWorkingDays).toEqual(taskOf(plain, "pre-training/train").durationWorkingDays);
    expect(train.machineHours).toEqual(taskOf(plain, "pre-training/train").machineHours);
  });

  it("tells in words what was learned and from how much, and the forecast tells what it used", () => {
    const plan = makePlan(planInput({ calibration: learned(11) }));
    expect(inWords(plan)).toMatch(/Evaluation: tasks here take 1\.\d × .* \(from 11 finished tasks of it\)/);
    expect(inWords(plan)).toMatch(/Application: .* \(seen in other work only\)/);
    expect(forecastPlan(plan, { seed: 1, runs: 50 }).calibration).toEqual({
      effortPairs: 11,
      durationPairs: 11,
    });
    const plain = makePlan(planInput());
    expect(inWords(plain)).toContain("No finished task has taught anything");
    expect(forecastPlan(plain, { seed: 1, runs: 50 }).calibration).toBeNull();
  });

  it("is refused with corrections that can't be planned with", () => {
    const bad = (factor: number): PlanCalibration => {
      const calibration = learned(1);
      return {
        ...calibration,
        corrections: calibration.corrections.map((correction) => ({
          ...correction,
          effort: { ...correction.effort, factor },
        })),
      };
    };
    for (const factor of [Number.NaN, 0, -1, 1e9])
      expect(() => makePlan(planInput({ calibration: bad(factor) }))).toThrow(
        /calibration\.corrections\.0\.effort/,
      );
  });
});

describe("what a finished task teaches", () => {
  it("is nothing about effort without its effort, nothing about time without its days", () => {
    const [task] = finished(1, 2);
    if (!task) throw new Error("one task is finished");
    const pairs = (change: Partial<FinishedTask>) => {
      const { effortPairs, durationPairs } = learnFromFinishedTasks([{ ...task, ...change }])("ours");
      return [effortPairs, durationPairs];
    };
    expect(pairs({})).toEqual([1, 1]);
    expect(pairs({ actualEffortPersonDays: null })).toEqual([0, 1]);
    expect(pairs({ actualEffortPersonDays: 0 })).toEqual([0, 1]);
    expect(pairs({ finishedOn: null })).toEqual([1, 0]);
    expect(pairs({ durationWorkingDays: null })).toEqual([1, 0]);
  });

  it("is machine time where it was planned and recorded, and corrects that alone", () => {
    const [task] = finished(1, 1);
    if (!task) throw new Error("one task is finished");
    const train = "fine-tuning/train";
    const input = planInput({ template: "fine-tune-open-model" });
    const { technique, discipline, machineHours } = taskOf(input, train);
    const ran = { ...task, technique, discipline, machineHours: exactly(10), actualMachineHours: 20 };
    expect(learnFromFinishedTasks([{ ...ran, machineHours: null }])("ours").machinePairs).toBeUndefined();
    const calibration = learnFromFinishedTasks(Array.from({ length: 20 }, () => ran))("ours");
    expect(calibration.machinePairs).toBe(20);
    const corrected = taskOf({ ...input, calibration }, train);
    const mean = (hours: typeof machineHours) => threePointMean(hours ?? exactly(0));
    expect(mean(corrected.machineHours) / mean(machineHours)).toBeGreaterThan(1.7);
    expect(inWords(makePlan({ ...input, calibration }))).toMatch(
      /fine-tuning: tasks here take .*\d\.\d × the standard's machine time \(from 20 finished tasks of it\)/,
    );
  });

  it("counts whole days as half a day less: Monday to Wednesday is two and a half", () => {
    const tasks = finished(200, 1).map((task) => ({ ...task, durationWorkingDays: exactly(2.5) }));
    const { corrections } = learnFromFinishedTasks(tasks)("ours");
    expect(corrections.find(({ technique }) => technique === "evaluation")?.duration.factor).toBeCloseTo(
      1,
      6,
    );
  });

  it("rests on the standard's estimate as the plan stands, whatever the team or earlier work say", () => {
    const decisions = [
      decidedDecision("scale", [{ kind: "scale-effort", technique: "evaluation", factor: 2 }]),
    ];
    const tasks = [taskRecord(harness, { effortPersonDays: exactly(99) })];
    const input = planInput({ decisions, tasks, calibration: learned(20) });
    const asStandard = taskOf(planInput({ decisions }), harness);
    expect(estimateAtFinish(input, harness)).toEqual({
      technique: "evaluation",
      discipline: asStandard.discipline,
      effortPersonDays: asStandard.effortPersonDays,
      durationWorkingDays: asStandard.durationWorkingDays,
      machineHours: null,
    });
  });

  it("of the loop's tasks compares with all passes so far, and leaves their days out after the first", () => {
    const once = taskOf(planInput(), "evaluation/run").effortPersonDays.mostLikely;
    const inPass = (loopPass: number) => estimateAtFinish(planInput({ loopPass }), "evaluation/run");
    expect(inPass(1).effortPersonDays.mostLikely).toBeCloseTo(once, 9);
    expect(inPass(3).effortPersonDays.mostLikely).toBeCloseTo(once * 2.2, 9);
    expect(inPass(1).durationWorkingDays).not.toBeNull();
    expect(inPass(2).durationWorkingDays).toBeNull();
    expect(estimateAtFinish(planInput({ loopPass: 3 }), harness).durationWorkingDays).not.toBeNull();
  });
});
