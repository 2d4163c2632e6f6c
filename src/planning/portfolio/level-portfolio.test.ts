import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disciplineIds } from "../expertise/disciplines";
import { levelWork } from "../levelling/level-work";
import { levellingFaults } from "../levelling/levelling-faults";
import type { LevellingPerson } from "../levelling/levelling-input";
import { templateIds } from "../lifecycle/project-template";
import { makePlan } from "../plan";
import { addWorkingDays } from "../schedule/calendar";
import { criticalPath } from "../schedule/critical-path";
import { forecastPlan } from "../schedule/forecast";
import { monday, planInput, taskRecord } from "../testing/plan-inputs";
import { levelPortfolio } from "./level-portfolio";
import type { PortfolioInput, PortfolioProject } from "./portfolio-input";
import { levelledId, portfolioLevellingInput } from "./portfolio-levelling-input";
import { priorityWeights } from "./project-weights";

const brief = { seed: 1, maxSchedules: 40 };
const harness = "evaluation/harness";

function person(id: string, capacityPersonDaysPerWeek = 5): LevellingPerson {
  const skills = disciplineIds.map((discipline) => ({ discipline, level: 4 as const }));
  return { id, skills, capacityPersonDaysPerWeek, absences: [] };
}

function project(id: string, changes: Partial<PortfolioProject> = {}): PortfolioProject {
  const input = changes.input ?? planInput();
  const sampling = { seed: 1, runs: 60 };
  const finishBefore = forecastPlan(makePlan(input), sampling).finish.p50;
  return { id, input, sampling, finishBefore, isFixed: false, assignees: [], ...changes };
}

const portfolios: fc.Arbitrary<PortfolioInput> = fc.record({
  projects: fc
    .array(
      fc.record({
        template: fc.constantFrom(...templateIds),
        isFixed: fc.boolean(),
        begins: fc.integer({ min: -20, max: 20 }),
        begun: fc.boolean(),
        assigned: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((drawn) =>
      drawn.map(({ template, isFixed, begins, begun, assigned }, place) =>
        project(`p${place}`, {
          isFixed,
          input: planInput({
            template,
            startsOn: addWorkingDays(monday, begins),
            tasks: begun
              ? [taskRecord(harness, { status: "started", startedOn: addWorkingDays(monday, -2) })]
              : [],
          }),
          assignees: assigned ? [{ taskKey: harness, personId: "one" }] : [],
        }),
      ),
    ),
  people: fc.constantFrom([person("one")], [person("one"), person("two", 3)], []),
});

describe("a portfolio's schedule", { timeout: 60_000 }, () => {
  it("is one that the independent validator accepts, fixed projects and work under way included", () => {
    fc.assert(
      fc.property(portfolios, (input) => {
        const { levelling } = portfolioLevellingInput(input);
        expect(levellingFaults(levelling, levelWork(levelling, brief))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("leaves the fixed project's dates and days alone, to the day", () => {
    fc.assert(
      fc.property(portfolios, (input) => {
        const { projects } = levelPortfolio(input, brief);
        input.projects.forEach((given, place) => {
          if (!given.isFixed) return;
          const plan = makePlan(given.input);
          const told = projects[place];
          expect(told?.finish).toBe(forecastPlan(plan, given.sampling).finish.p50);
          expect(told?.laterWorkingDays).toBe(0);
          const starts = new Map(criticalPath(plan).map((one) => [one.key, one.earliestStartOn]));
          for (const task of told?.tasks ?? []) {
            if (plan.tasks.find(({ key }) => key === task.taskKey)?.status === "planned")
              expect(task.startOn).toBe(starts.get(task.taskKey));
            expect(task.notBeforeOn).toBeNull();
          }
        });
      }),
      { numRuns: 30 },
    );
  });

  it("prefers what stands first: of two alike with one person the first finishes first", () => {
    const people = [person("one")];
    const finishes = (ids: readonly string[]) => {
      const { projects } = levelPortfolio({ projects: ids.map((id) => project(id)), people }, brief);
      return projects.map(({ finish }) => finish);
    };
    const [first = "", second = ""] = finishes(["a", "b"]);
    expect(first < second).toBe(true);
    expect(finishes(["b", "a"])[0]).toBe(first);
  });

  it("makes tasks wait for a day only where people hold them, and the plan with those days finishes as it says", () => {
    const alone = levelPortfolio(
      { projects: [project("a")], people: Array.from({ length: 30 }, (_, place) => person(`p${place}`)) },
      brief,
    );
    expect(alone.projects[0]?.tasks.every(({ notBeforeOn }) => notBeforeOn === null)).toBe(true);
    expect(alone.projects[0]?.laterWorkingDays).toBe(0);

    const crowded = levelPortfolio(
      { projects: [project("a"), project("b")], people: [person("one")] },
      brief,
    );
    const second = crowded.projects[1];
    const waits = second?.tasks.filter(({ notBeforeOn }) => notBeforeOn !== null) ?? [];
    expect(waits.length).toBeGreaterThan(0);
    expect(second?.laterWorkingDays).toBeGreaterThan(0);
    const tasks = waits.map(({ taskKey, notBeforeOn }) => taskRecord(taskKey, { notBeforeOn }));
    expect(forecastPlan(makePlan(planInput({ tasks })), { seed: 1, runs: 60 }).finish.p50).toBe(
      second?.finish,
    );
  });

  it("forgets the days that an earlier schedule made tasks wait for", () => {
    const held = project("a", {
      input: planInput({ tasks: [taskRecord(harness, { notBeforeOn: addWorkingDays(monday, 300) })] }),
    });
    const people = Array.from({ length: 30 }, (_, place) => person(`p${place}`));
    const [told] = levelPortfolio({ projects: [held], people }, brief).projects;
    expect(told?.laterWorkingDays).toBeLessThan(-200);
    expect(told?.tasks.find(({ taskKey }) => taskKey === harness)?.notBeforeOn).toBeNull();
  });

  it("gives a task to the person it has, and names what nobody can do", () => {
    const assignees = [{ taskKey: harness, personId: "two" }];
    const people = [person("one"), person("two")];
    const { projects } = levelPortfolio({ projects: [project("a", { assignees })], people }, brief);
    expect(projects[0]?.tasks.find(({ taskKey }) => taskKey === harness)?.personIds[0]).toBeDefined();
    const { levelling } = portfolioLevellingInput({ projects: [project("a", { assignees })], people });
    const need = levelling.tasks.find(({ id }) => id === levelledId("a", harness))?.needs[0];
    expect(need?.personId).toBe("two");

    const unable = levelPortfolio({ projects: [project("a")], people: [] }, brief);
    expect(unable.nobody.some(({ taskKey }) => taskKey === harness)).toBe(true);
    expect(unable.loads).toEqual([]);
  });

  it("tells of the first answer and of better ones, each as good as the last is", () => {
    const costs: number[] = [];
    const input = { projects: [project("a"), project("b")], people: [person("one"), person("two")] };
    const { cost } = levelPortfolio(input, {
      seed: 1,
      maxSchedules: 400,
      onBetter: (progress, schedule) => {
        costs.push(progress.cost);
        expect(schedule("shift").projects.map(({ projectId }) => projectId)).toEqual(["a", "b"]);
      },
    });
    expect(costs.length).toBeGreaterThan(0);
    expect(costs).toEqual(costs.toSorted((a, b) => b - a));
    expect(costs.at(-1)).toBe(cost);
  });
});

describe("priority weights", () => {
  it("fall from place to place, by half or, among many, by less", () => {
    expect(priorityWeights(3)).toEqual([2, 1, 0.5]);
    expect(priorityWeights(0)).toEqual([]);
    const many = priorityWeights(1000);
    expect(many).toEqual(many.toSorted((a, b) => b - a));
    expect((many[0] ?? 0) / (many.at(-1) ?? 1)).toBeCloseTo(1e6, -1);
  });
});
