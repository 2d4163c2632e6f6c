import { expect, it } from "vitest";
import { makePlan } from "./plan";
import type { PlanInput } from "./plan-input";
import { phaseMoves, snapshotPlan, taskMoves } from "./plan-snapshot";
import { forecastPlan } from "./schedule/forecast";
import { exactly, planInput, taskRecord } from "./testing/plan-inputs";

const snapshot = (changes: Partial<PlanInput> = {}) => {
  const plan = makePlan(planInput(changes));
  return snapshotPlan({ plan, forecast: forecastPlan(plan, { seed: 7, runs: 200 }) });
};
const takes = (days: number) => ({
  effortPersonDays: exactly(days),
  durationWorkingDays: exactly(days),
});
const frame = "use-case-scoping/frame";
const brief = "use-case-scoping/brief";
const risk = "use-case-scoping/risk-review";

it("keeps effort and people's cost of phases, and of tasks their own", () => {
  const { phases, tasks } = snapshot({ tasks: [taskRecord(frame, takes(4))] });
  for (const { effortPersonDays, peopleCostMinor } of phases)
    expect(peopleCostMinor).toBe(effortPersonDays * 80_000);
  expect(tasks.find(({ key }) => key === frame)).toMatchObject({
    effortPersonDays: 4,
    durationWorkingDays: 4,
    peopleCostMinor: 320_000,
  });
});

it("tells which tasks came, went, and take longer, shorter or another effort", () => {
  const before = snapshot({
    tasks: [taskRecord(frame, takes(4)), taskRecord(brief, takes(4)), taskRecord(risk, takes(4))],
  });
  const after = snapshot({
    tasks: [
      taskRecord(frame, takes(6)),
      taskRecord(brief, takes(2)),
      taskRecord(risk, { ...takes(4), effortPersonDays: exactly(5) }),
      taskRecord("use-case-scoping/data-inventory", { status: "dropped" }),
    ],
  });
  const moves = new Map(taskMoves(before, after).map(({ key, kind }) => [key, kind]));
  expect(Object.fromEntries(moves)).toEqual({
    [frame]: "longer",
    [brief]: "shorter",
    [risk]: "other-effort",
    "use-case-scoping/data-inventory": "gone",
  });
  expect(taskMoves(after, before).find(({ key }) => key.endsWith("data-inventory"))?.kind).toBe("added");
  expect(taskMoves(before, before)).toEqual([]);
});

it("sets the phases of two snapshots side by side", () => {
  const before = snapshot({ tasks: [taskRecord(frame, takes(4))] });
  const after = snapshot({ tasks: [taskRecord(frame, takes(9))] });
  const scoping = phaseMoves(before, after).find(({ phase }) => phase === "scoping");
  const moved = (scoping?.after.effortPersonDays ?? 0) - (scoping?.before.effortPersonDays ?? 0);
  expect(moved).toBeCloseTo(5, 6);
});
