import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disciplineIds } from "../expertise/disciplines";
import type { LevellingPerson } from "../levelling/levelling-input";
import { templateIds } from "../lifecycle/project-template";
import { makePlan } from "../plan";
import { addWorkingDays } from "../schedule/calendar";
import { criticalPath } from "../schedule/critical-path";
import { forecastPlan } from "../schedule/forecast";
import { monday, openDecision, planInput } from "../testing/plan-inputs";
import { closeGap, type GapOrder } from "./close-gap";
import type { PortfolioGap } from "./gap-options";
import type { PortfolioProject } from "./portfolio-input";

const search = { seed: 1, maxSchedules: 10 };

function everybodysWork(id: string, level: 1 | 4 = 4): LevellingPerson {
  const skills = disciplineIds.map((discipline) => ({ discipline, level }));
  return { id, skills, capacityPersonDaysPerWeek: 5, absences: [] };
}

function project(id: string, input = planInput()): PortfolioProject {
  const sampling = { seed: 1, runs: 60 };
  const finishBefore = forecastPlan(makePlan(input), sampling).finish.p50;
  return { id, input, sampling, finishBefore, isFixed: false, assignees: [] };
}

/** What two projects ask for in the first week that somebody works on a task of this discipline and level. */
function gapAt(projects: readonly PortfolioProject[], changes: Partial<PortfolioGap> = {}): PortfolioGap {
  const [first] = projects;
  const plan = makePlan(first?.input ?? planInput());
  const [task] = plan.tasks;
  if (task === undefined) throw new Error("A template has tasks.");
  const start = criticalPath(plan).find(({ key }) => key === task.key)?.earliestStartOn ?? monday;
  const weekOn = addWorkingDays(start, 0);
  return {
    discipline: task.discipline,
    level: task.level,
    weekOn,
    asks: projects.map(({ id }) => ({ projectId: id, taskKeys: [task.key] })),
    peopleShort: 1,
    traineeIds: [],
    ...changes,
  };
}

function order(
  projects: readonly PortfolioProject[],
  people: readonly LevellingPerson[],
  changes: Partial<PortfolioGap> = {},
): GapOrder {
  return { input: { projects, people }, gap: gapAt(projects, changes), ...search };
}

const byOf = (one: { option: { by: string } }) => one.option.by;

describe("closing a gap", { timeout: 60_000 }, () => {
  it("says who waits when nothing is done, and that one more person makes nobody later", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...templateIds), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 3 }),
        (templates, people) => {
          const projects = templates.map((template, place) => project(`p${place}`, planInput({ template })));
          const answer = closeGap(
            order(
              projects,
              Array.from({ length: people }, (_, place) => everybodysWork(`person ${place}`)),
            ),
          );
          for (const { laterWorkingDays } of answer.waiting) expect(laterWorkingDays).toBeGreaterThan(0);
          const sums = answer.options.map((one) => one.laterWorkingDays);
          expect(sums).toEqual(sums.toSorted((a, b) => a - b));
          for (const { finishes, laterWorkingDays } of answer.options)
            expect(finishes.reduce((sum, one) => sum + one.laterWorkingDays, 0)).toBe(laterWorkingDays);
          expect(answer.options.filter((one) => byOf(one) === "hire")).toHaveLength(1);
        },
      ),
      { numRuns: 20 },
    );
  });

  it("has nothing to say of no project", () => {
    expect(closeGap(order([], [everybodysWork("one")]))).toEqual({ waiting: [], options: [] });
  });

  it("gains by training whoever has time", () => {
    const projects = [project("a"), project("b")];
    const { discipline, level } = gapAt(projects);
    const people = [everybodysWork("able"), everybodysWork("learner", 1)];
    const answer = closeGap(order(projects, people, { discipline, level, traineeIds: ["learner"] }));
    const trained = answer.options.find((one) => byOf(one) === "train");
    expect(trained?.option).toEqual({ by: "train", personId: "learner" });
    expect(trained?.laterWorkingDays ?? 1).toBeLessThanOrEqual(0);
  });

  it("moves people to a project that waits, at the cost of the one before it, and names them", () => {
    const projects = [project("first"), project("second")];
    const answer = closeGap(order(projects, [everybodysWork("one")]));
    expect(answer.waiting.map(({ projectId }) => projectId)).toContain("second");
    const moved = answer.options.find((one) => byOf(one) === "move");
    expect(moved?.option).toMatchObject({
      projectId: "second",
      beforeProjectId: "first",
      personIds: ["one"],
    });
    const laterOf = (id: string) =>
      moved?.finishes.find(({ projectId }) => projectId === id)?.laterWorkingDays ?? 0;
    expect(laterOf("second")).toBeLessThan(0);
    expect(laterOf("first")).toBeGreaterThan(0);
  });

  it("moves nobody where the waiting project stands first, or the first one is fixed", () => {
    const alone = closeGap(order([project("a")], [everybodysWork("one")]));
    expect(alone.options.map(byOf)).not.toContain("move");
    const fixed = { ...project("fixed"), isFixed: true };
    const behind = closeGap(order([fixed, project("free")], [everybodysWork("one")]));
    expect(behind.options.map(byOf)).not.toContain("move");
  });

  it("changes the technique by the option that does without the work, not by one that is chosen or keeps it", () => {
    const plain = makePlan(planInput());
    const technique = plain.techniques.at(-1)?.technique.id;
    if (technique === undefined) throw new Error("A template has techniques.");
    const task = plain.tasks.find((one) => one.technique === technique);
    if (task === undefined) throw new Error("A technique has tasks.");
    const leaveOut = [{ kind: "exclude-technique", technique }] as const;
    const decisions = [openDecision("d", [[], leaveOut])];
    const projects = [project("a", planInput({ decisions })), project("b")];
    const gap = {
      discipline: task.discipline,
      level: task.level,
      asks: projects.map(({ id }) => ({ projectId: id, taskKeys: [task.key] })),
    };
    const changes = (given: readonly PortfolioProject[]) =>
      closeGap(order(given, [everybodysWork("one")], gap)).options.filter(
        (one) => byOf(one) === "change-technique",
      );
    const [change, ...more] = changes(projects);
    expect(more).toEqual([]);
    expect(change?.option).toEqual({
      by: "change-technique",
      projectId: "a",
      decisionId: "d",
      optionId: "d-1",
      withoutTaskKeys: [task.key],
    });
    expect(change?.laterWorkingDays ?? 0).toBeLessThan(0);

    const chosen = decisions.map((one) => ({ ...one, state: "decided", chosenOptionId: "d-1" }) as const);
    expect(changes([project("a", planInput({ decisions: chosen })), project("b")])).toEqual([]);
  });

  it("hires from the gap's week on, not before", () => {
    const projects = [project("a"), project("b")];
    const people = [everybodysWork("one")];
    const now = closeGap(order(projects, people));
    const late = closeGap(order(projects, people, { weekOn: addWorkingDays(monday, 2_000) }));
    const gain = (answer: typeof now) =>
      answer.options.find((one) => byOf(one) === "hire")?.laterWorkingDays ?? Number.NaN;
    expect(gain(late)).toBe(0);
    expect(gain(now)).toBeLessThan(0);
  });
});
