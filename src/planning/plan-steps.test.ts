import { describe, expect, it } from "vitest";
import { noStandards } from "./lifecycle/standards";
import { makePlan } from "./plan";
import type { PlanInput } from "./plan-input";
import { canBePlanned, changedParts, isSameForecast, moveBetween, takeParts } from "./plan-steps";
import { isoDate } from "./schedule/calendar";
import { forecastPlan } from "./schedule/forecast";
import { exactly, monday, planInput, suggestedDecisions, taskRecord } from "./testing/plan-inputs";

const template = "fine-tune-open-model";
const decisions = suggestedDecisions(template);
const [first, second, ...others] = decisions;
if (first === undefined || second === undefined) throw new Error("The template suggests two decisions.");
const before = planInput({ template, decisions, calibration: undefined });
const own = { optimistic: 20, mostLikely: 30, pessimistic: 50 };
const after: PlanInput = {
  ...before,
  asOf: isoDate("2026-11-30"),
  standards: { ...before.standards, personDayCostMinor: 90_000 },
  decisions: [
    { ...first, state: "decided", chosenOptionId: first.options[0]?.id ?? null },
    ...others,
    { ...second, id: "new", question: "A new one?" },
  ],
  tasks: [taskRecord("use-case-scoping/frame", { durationWorkingDays: own, effortPersonDays: own })],
};

const forecastOf = (input: PlanInput) => forecastPlan(makePlan(input), { seed: 7, runs: 300 });

describe("the parts in which two plans differ", () => {
  it("are none between a plan and its copy from storage, however the keys lie", () => {
    const { template: ofPlan, ...rest } = JSON.parse(JSON.stringify(before));
    expect(changedParts(before, { ...rest, template: ofPlan })).toEqual([]);
  });

  it("name what came, went and changed, one by one", () => {
    expect(changedParts(before, after)).toEqual([
      { kind: "as-of" },
      { kind: "standards" },
      { kind: "decision", decisionId: first.id },
      { kind: "decision", decisionId: second.id },
      { kind: "decision", decisionId: "new" },
      { kind: "task", taskKey: "use-case-scoping/frame" },
    ]);
  });

  it("tell a task of one's own and what waits for what from the standards", () => {
    const key = "evaluation/council";
    const own = {
      technique: "evaluation",
      name: "Ask the works council",
      deliverable: "Agreement",
      discipline: "security-legal",
      level: 2,
      effortPersonDays: exactly(3),
      durationWorkingDays: exactly(10),
      after: [],
      before: [],
      inLoop: false,
      retired: false,
    } as const;
    const lifecycle = { ...noStandards, ownTasks: { [key]: own } };
    const links = [
      { task: key, after: "use-case-scoping/brief", kind: "finish-to-start", lagWorkingDays: 0 },
    ] as const;
    const more = { ...before, standards: { ...before.standards, lifecycle }, links };
    const parts = changedParts(before, more);
    expect(parts).toEqual([{ kind: "links" }, { kind: "own-task", taskKey: key }]);
    expect(changedParts(takeParts(before, more, parts), more)).toEqual([]);
    expect(changedParts(takeParts(more, before, parts), before)).toEqual([]);
  });

  it("taken over, make the one plan the other, whatever their order", () => {
    const parts = changedParts(before, after);
    for (const order of [parts, parts.toReversed()]) {
      const reached = order.reduce((input, part) => takeParts(input, after, [part]), before);
      expect(changedParts(reached, after)).toEqual([]);
      expect(forecastOf(reached)).toEqual(forecastOf(after));
    }
  });
});

describe("moves", () => {
  it("of the steps of a way add up to that of the whole", () => {
    const { calendar } = makePlan(after);
    const inputs = [before];
    for (const part of changedParts(before, after))
      inputs.push(takeParts(inputs.at(-1) ?? before, after, [part]));
    const forecasts = inputs.map(forecastOf);
    const total = moveBetween(forecastOf(before), forecastOf(after), calendar);
    const sum = { finishP50WorkingDays: 0, finishP80WorkingDays: 0, effortP50PersonDays: 0, costP50Minor: 0 };
    forecasts.slice(1).forEach((to, place) => {
      const from = forecasts[place] ?? to;
      const move = moveBetween(from, to, calendar);
      sum.finishP50WorkingDays += move.finishP50WorkingDays;
      sum.finishP80WorkingDays += move.finishP80WorkingDays;
      sum.effortP50PersonDays += move.effortP50PersonDays;
      sum.costP50Minor += move.costP50Minor;
    });
    expect(sum.finishP50WorkingDays).toBe(total.finishP50WorkingDays);
    expect(sum.finishP80WorkingDays).toBe(total.finishP80WorkingDays);
    expect(sum.effortP50PersonDays).toBeCloseTo(total.effortP50PersonDays, 6);
    expect(sum.costP50Minor).toBeCloseTo(total.costP50Minor, 2);
    expect(total.effortP50PersonDays).toBeGreaterThan(0);
  });

  it("are none of a forecast to itself", () => {
    expect(isSameForecast(forecastOf(before), forecastOf(before))).toBe(true);
    expect(isSameForecast(forecastOf(before), forecastOf(after))).toBe(false);
  });
});

describe("what an older version kept", () => {
  it("can be planned with, or is told to be unfit", () => {
    expect(canBePlanned(JSON.parse(JSON.stringify(before)))).toBe(true);
    expect(canBePlanned(JSON.parse(JSON.stringify({ ...before, template: "gone" })))).toBe(false);
    expect(canBePlanned(JSON.parse("{}"))).toBe(false);
    expect(canBePlanned({ ...before, startsOn: monday })).toBe(true);
  });
});
