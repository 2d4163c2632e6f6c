import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyLevellingInput, anyPerson } from "../../../tests/support/levelling-inputs";
import { levelWork } from "./level-work";
import { levellingFaults } from "./levelling-faults";
import type { LevellingInput, LevellingTask } from "./levelling-input";

const small = anyLevellingInput({ tasks: 9, people: 4 });
const brief = { seed: 1, maxSchedules: 60 };

describe("levelling", () => {
  it("gives valid schedules, from the rules and from the search", () => {
    fc.assert(
      fc.property(anyLevellingInput({ tasks: 25, people: 6 }), fc.integer(), (input, seed) => {
        for (const maxSchedules of [0, 200])
          expect(levellingFaults(input, levelWork(input, { seed, maxSchedules }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("never costs less than the lower bound, which is a bound for it", () => {
    fc.assert(
      fc.property(small, (input) => {
        const { cost, lowerBound, firstCost } = levelWork(input, brief);
        expect(cost).toBeGreaterThanOrEqual(lowerBound - 1e-9);
        expect(cost).toBeLessThanOrEqual(firstCost);
      }),
    );
  });

  it("answers the same in whatever order tasks, people and projects come", () => {
    fc.assert(
      fc.property(small, (input) => {
        const { people, projects, tasks } = input;
        const turned = {
          people: people.toReversed(),
          projects: projects.toReversed(),
          tasks: tasks.toReversed(),
        };
        expect(levelWork(turned, brief)).toEqual(levelWork(input, brief));
      }),
    );
  });

  it("gives the same schedule for the same seed and never a worse one for more schedules", () => {
    fc.assert(
      fc.property(small, fc.nat(100), fc.nat(200), (input, fewer, more) => {
        const one = levelWork(input, { seed: 7, maxSchedules: fewer });
        const other = levelWork(input, { seed: 7, maxSchedules: fewer + more });
        expect(levelWork(input, { seed: 7, maxSchedules: fewer })).toEqual(one);
        expect(other.cost).toBeLessThanOrEqual(one.cost);
      }),
    );
  });

  // Not that the bound gets no worse: who comes may show a pool of people, and with it a bound, that was not seen before.
  it("has a bound with one person more that no schedule without them beats", () => {
    fc.assert(
      fc.property(small, anyPerson, (input, person) => {
        // Work that nobody could do counts for nothing in the bound until somebody can: keep such tasks out.
        const tasks = input.tasks.map((task) => ({
          ...task,
          needs: task.needs.filter((need) => isServable(input, need)),
        }));
        const before = { ...input, tasks: tasks.map(withoutFixed) };
        const after = { ...before, people: [...before.people, { ...person, id: "one-more" }] };
        const { lowerBound } = levelWork(after, { seed: 1, maxSchedules: 0 });
        expect(lowerBound).toBeLessThanOrEqual(levelWork(before, brief).cost + 1e-9);
      }),
    );
  });

  it("waits for nobody when asked to stop, and tells of every better schedule", () => {
    const costs: number[] = [];
    let asked = 0;
    const result = levelWork(crowded(30), {
      seed: 1,
      maxSchedules: Number.POSITIVE_INFINITY,
      shouldStop: () => {
        asked += 1;
        return asked > 50;
      },
      onProgress: ({ cost }) => costs.push(cost),
    });
    expect(result.isProvenBest).toBe(false);
    expect(costs[0]).toBe(result.firstCost);
    expect(costs.at(-1)).toBe(result.cost);
    expect(costs).toEqual(costs.toSorted((a, b) => b - a));
  });

  it("keeps started and fixed tasks and lets the others wait for them", () => {
    const tasks = [
      task("running", { fixed: { startDay: -2, personIds: ["ann"] }, durationWorkingDays: 5, effort: 5 }),
      task("next", { after: ["running"] }),
    ];
    const result = levelWork({ projects, people: [ann], tasks }, brief);
    expect(result.tasks.map(({ taskId, startDay, finishDay }) => [taskId, startDay, finishDay])).toEqual([
      ["next", 3, 4],
      ["running", -2, 3],
    ]);
    expect(result.isProvenBest).toBe(true);
  });

  it("lets work rest while its person is away", () => {
    const away = { ...ann, absences: [{ fromDay: 1, toDay: 4 }] };
    const result = levelWork(
      { projects, people: [away], tasks: [task("a", { durationWorkingDays: 3, effort: 3 })] },
      brief,
    );
    expect(result.tasks[0]).toMatchObject({ startDay: 0, finishDay: 6 });
  });

  it("finishes the project that counts more first", () => {
    const two = [
      { id: "p", weight: 1 },
      { id: "urgent", weight: 3 },
    ];
    const tasks = [
      task("a", { durationWorkingDays: 2, effort: 2 }),
      { ...task("b", {}), projectId: "urgent" },
    ];
    const { projects: finished } = levelWork({ projects: two, people: [ann], tasks }, brief);
    expect(finished).toEqual([
      { projectId: "p", finishDay: 3 },
      { projectId: "urgent", finishDay: 1 },
    ]);
  });

  it("gives shared people first, without any search, to what has the least work for its weight, and proves it best", () => {
    const weights = { big: 2, first: 3, last: 1, small: 1 };
    const days = { big: 8, first: 4, last: 9, small: 3 };
    const names = ["big", "first", "last", "small"] as const;
    const {
      cost,
      isProvenBest,
      projects: finished,
    } = levelWork(
      {
        projects: names.map((id) => ({ id, weight: weights[id] })),
        people: [ann],
        // Two tasks each, one after the other: rules that look at tasks alone mix the projects.
        tasks: names.flatMap((id) => [
          { ...task(`${id}-1`, { effort: 1 }), projectId: id },
          {
            ...task(`${id}-2`, {
              durationWorkingDays: days[id] - 1,
              effort: days[id] - 1,
              after: [`${id}-1`],
            }),
            projectId: id,
          },
        ]),
      },
      { seed: 1, maxSchedules: 0 },
    );
    expect(finished.map(({ projectId, finishDay }) => [projectId, finishDay])).toEqual([
      ["big", 15],
      ["first", 4],
      ["last", 24],
      ["small", 7],
    ]);
    expect(cost).toBe(2 * 15 + 3 * 4 + 24 + 7);
    expect(isProvenBest).toBe(true);
  });

  it("reports what fixed tasks make impossible", () => {
    const fixed = { startDay: 0, personIds: ["ann"] };
    const tasks = [task("a", { fixed }), task("b", { fixed, after: ["a"] })];
    expect(levelWork({ projects, people: [ann], tasks }, brief).conflicts).toEqual([
      { kind: "starts-too-early", taskId: "b", afterTaskId: "a" },
      { kind: "overload", personId: "ann", day: 0, taskIds: ["a", "b"] },
    ]);
  });
});

describe("the validator", () => {
  it("sees a schedule that was tampered with", () => {
    const input = crowded(6);
    const { tasks } = levelWork(input, brief);
    const moved = tasks.map((one, place) => (place === 3 ? { ...one, startDay: one.startDay - 1 } : one));
    const taken = tasks.map((one, place) => (place === 0 ? { ...one, assignments: [null] } : one));
    expect(levellingFaults(input, { tasks })).toEqual([]);
    expect(levellingFaults(input, { tasks: moved })).not.toEqual([]);
    expect(levellingFaults(input, { tasks: taken })).not.toEqual([]);
    expect(levellingFaults(input, { tasks: tasks.slice(1) })).not.toEqual([]);
  });
});

const projects = [{ id: "p", weight: 1 }];
const ann = {
  id: "ann",
  skills: [{ discipline: "serving", level: 3 }] as const,
  capacityPersonDaysPerWeek: 5,
  absences: [],
};

function task(id: string, more: Partial<LevellingTask> & { effort?: number }): LevellingTask {
  const { effort = 1, ...rest } = more;
  const needs = [{ discipline: "serving", level: 2, effortPersonDays: effort }] as const;
  return { id, projectId: "p", after: [], durationWorkingDays: 1, needs, ...rest };
}

/** Chains of unequal tasks that want the same two people. */
function crowded(count: number): LevellingInput {
  const tasks = Array.from({ length: count }, (_, place) => {
    const days = 1 + ((place * 7) % 5);
    return task(`t${place}`, {
      durationWorkingDays: days,
      effort: days * (place % 3 === 0 ? 0.6 : 1),
      after: place >= 4 && place % 4 !== 0 ? [`t${place - 4}`] : [],
    });
  });
  return { projects, people: [ann, { ...ann, id: "bob", capacityPersonDaysPerWeek: 4 }], tasks };
}

function isServable({ people }: LevellingInput, need: LevellingTask["needs"][number]): boolean {
  return people.some(({ skills }) =>
    skills.some(({ discipline, level }) => discipline === need.discipline && level >= need.level),
  );
}

function withoutFixed({ fixed: _, ...rest }: LevellingTask): LevellingTask {
  return rest;
}
