import { describe, expect, it } from "vitest";
import type { ExpertiseLevel } from "../expertise/levels";
import { levelWork } from "./level-work";
import type { LevellingInput } from "./levelling-input";

const person = (id: string, level: ExpertiseLevel) => ({
  id,
  skills: [{ discipline: "serving" as const, level }],
  capacityPersonDaysPerWeek: 5,
  absences: [],
});
const task = (id: string, level: ExpertiseLevel, projectId = "p") => ({
  id,
  projectId,
  after: [],
  durationWorkingDays: 5,
  needs: [{ discipline: "serving" as const, level, effortPersonDays: 5 }],
});
const projects = [
  { id: "p", weight: 2 },
  { id: "q", weight: 1 },
];
const gapsOf = (input: Omit<LevellingInput, "projects">) =>
  levelWork({ ...input, projects }, { seed: 1, maxSchedules: 50 }).gaps;

describe("gaps in expertise", () => {
  it("are none when people can do the work as early as it could be done", () => {
    expect(
      gapsOf({ people: [person("ann", 4), person("bob", 2)], tasks: [task("a", 4), task("b", 2)] }),
    ).toEqual([]);
  });

  it("name a task that nobody can do, whom to train and how much to hire, and no shift", () => {
    const gaps = gapsOf({ people: [person("ann", 1), person("bob", 3)], tasks: [task("a", 4)] });
    expect(gaps).toEqual([
      {
        week: 0,
        discipline: "serving",
        level: 4,
        demandPersonDays: 5,
        unservedPersonDays: 5,
        remedies: {
          hirePersonDays: 5,
          train: [
            { personId: "bob", fromLevel: 3, sparePersonDays: 5 },
            { personId: "ann", fromLevel: 1, sparePersonDays: 5 },
          ],
          shift: null,
          dropTaskIds: ["a"],
        },
      },
    ]);
  });

  it("say how far waiting goes where somebody is able but busy, and drop what counts least", () => {
    const gaps = gapsOf({ people: [person("ann", 4)], tasks: [task("a", 3, "p"), task("b", 3, "q")] });
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({
      unservedPersonDays: 5,
      remedies: { shift: [{ taskId: "b", byWorkingDays: 5 }], dropTaskIds: ["b"] },
    });
  });

  it("keep the expert for what only the expert can do", () => {
    const gaps = gapsOf({
      people: [person("ann", 4), person("bob", 2)],
      tasks: [task("a", 2), task("b", 4), task("c", 2)],
    });
    expect(gaps.map(({ level, unservedPersonDays }) => [level, unservedPersonDays])).toEqual([[2, 5]]);
  });
});
