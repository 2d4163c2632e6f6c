import { describe, expect, it } from "vitest";
import { makePlan } from "../plan";
import type { PlanInput, PlanLink } from "../plan-input";
import { PlanningError } from "../planning-error";
import { exactly, monday, onlyTasks, planInput } from "../testing/plan-inputs";
import { isoDate } from "./calendar";
import { forecastPlan } from "./forecast";
import type { LinkKind } from "./links";

const frame = "use-case-scoping/frame";
const brief = "use-case-scoping/brief";
const tasks = onlyTasks({ [frame]: exactly(4), [brief]: exactly(3) });

const forecast = (changes: Partial<PlanInput>) =>
  forecastPlan(makePlan(planInput({ tasks, ...changes })), { seed: 1, runs: 20 });

const link = (kind: LinkKind, lagWorkingDays: number): PlanLink => ({
  task: brief,
  after: frame,
  kind,
  lagWorkingDays,
});

const days = (kind: LinkKind, lagWorkingDays: number) =>
  forecast({ links: [link(kind, lagWorkingDays)] }).durationWorkingDays.p50;

describe("a link of the team's own", () => {
  it("stands instead of the standard's between the same tasks", () => {
    expect(forecast({}).durationWorkingDays.p50).toBe(7);
    expect(days("finish-to-start", 2)).toBe(9);
    expect(days("finish-to-start", -1)).toBe(6);
  });

  it("from start to start lets tasks overlap", () => {
    expect(days("start-to-start", 0)).toBe(4);
    expect(days("start-to-start", 2)).toBe(5);
  });

  it("from finish to finish holds the end, and the start by as much", () => {
    expect(days("finish-to-finish", 2)).toBe(6);
    const held = forecast({ links: [link("finish-to-finish", 0)] }).tasks.find((task) => task.key === brief);
    expect(held?.startP50).toBe("2026-11-24");
    expect(days("finish-to-finish", -3)).toBe(4);
  });

  it("never lets work begin before the project", () => {
    const early = forecast({ links: [link("finish-to-start", -100)] }).tasks.find(
      (task) => task.key === brief,
    );
    expect(early?.startP50).toBe(monday);
  });

  it("is followed by the longest path", () => {
    const { tasks } = forecast({ links: [link("finish-to-finish", 2)] });
    expect(tasks.map(({ criticality }) => criticality)).toEqual([1, 1]);
  });

  it("is refused when it can't be planned with", () => {
    expect(() => forecast({ links: [{ ...link("finish-to-start", 0), after: "nothing/here" }] })).toThrow(
      PlanningError,
    );
    expect(() => forecast({ links: [link("finish-to-start", Number.NaN)] })).toThrow(PlanningError);
    expect(() => forecast({ links: [link("finish-to-start", 1001)] })).toThrow(PlanningError);
  });

  it("is set aside when it closes a circle", () => {
    expect(forecast({ links: [{ ...link("finish-to-start", 0), after: brief }] })).toEqual(forecast({}));
  });
});

describe("holidays of a plan", () => {
  it("move every date and no duration", () => {
    const free = ["2026-11-25", "2026-11-26"].map((day) => isoDate(day));
    const result = forecast({ holidays: free });
    expect(result.durationWorkingDays.p50).toBe(7);
    expect(result.finish.p50).toBe("2026-12-03");
    expect(forecast({}).finish.p50).toBe("2026-12-01");
  });
});
