import { describe, expect, it } from "vitest";
import { checkLevellingInput } from "./check-levelling-input";
import { levelWork } from "./level-work";
import type { LevellingInput, LevellingTask } from "./levelling-input";

const task = (id: string, more: Partial<LevellingTask> = {}): LevellingTask => ({
  id,
  projectId: "p",
  after: [],
  durationWorkingDays: 1,
  needs: [{ discipline: "serving", level: 4, effortPersonDays: 1 }],
  ...more,
});
const input = (more: Partial<LevellingInput>): LevellingInput => ({
  projects: [{ id: "p", weight: 1 }],
  people: [],
  tasks: [],
  ...more,
});

describe("bad input to levelling", () => {
  it("names the circle", () => {
    const tasks = [task("a", { after: ["b"] }), task("b", { after: ["a"] })];
    expect(() => checkLevellingInput(input({ tasks }))).toThrow(
      expect.objectContaining({ code: "circular", reason: "These tasks wait for each other: b → a → b." }),
    );
  });

  it.each<[string, Partial<LevellingInput>, object]>([
    [
      "an unknown predecessor",
      { tasks: [task("a", { after: ["x"] })] },
      { code: "unknown-id", field: "tasks.a.after" },
    ],
    [
      "an unknown project",
      { tasks: [task("a", { projectId: "x" })] },
      { code: "unknown-id", field: "tasks.a.projectId" },
    ],
    ["a name used twice", { tasks: [task("a"), task("a")] }, { code: "duplicate-id", field: "tasks.a" }],
    [
      "no number",
      { tasks: [task("a", { durationWorkingDays: Number.NaN })] },
      { code: "not-a-number", field: "tasks.a.durationWorkingDays" },
    ],
    [
      "less than nothing",
      { tasks: [task("a", { durationWorkingDays: -1 })] },
      { code: "negative", field: "tasks.a.durationWorkingDays" },
    ],
    [
      "a fixed task without its people",
      { tasks: [task("a", { fixed: { startDay: 0, personIds: [] } })] },
      { code: "inconsistent", field: "tasks.a.fixed.personIds" },
    ],
  ])("refuses %s", (_, more, error) => {
    expect(() => checkLevellingInput(input(more))).toThrow(expect.objectContaining(error));
  });

  it("refuses a billion tasks before it looks at one", () => {
    expect(() => checkLevellingInput(input({ tasks: new Array(1e9) }))).toThrow(
      expect.objectContaining({ code: "out-of-range", field: "tasks" }),
    );
  });

  it("refuses more days than a machine can hold", () => {
    const people = Array.from({ length: 100 }, (_, place) => ({
      id: `${place}`,
      skills: [],
      capacityPersonDaysPerWeek: 5,
      absences: [],
    }));
    const tasks = Array.from({ length: 10 }, (_, place) => task(`${place}`, { durationWorkingDays: 99_000 }));
    expect(() => levelWork(input({ people, tasks }), { seed: 1, maxSchedules: 0 })).toThrow(
      expect.objectContaining({ code: "out-of-range" }),
    );
  });

  it("takes nothing at all", () => {
    expect(levelWork(input({}), { seed: 1, maxSchedules: 10 })).toMatchObject({
      finishDay: 0,
      isProvenBest: true,
    });
  });
});
