import {
  addWorkingDays,
  disciplineIds,
  isoDate,
  type LevellingPerson,
  levellingFaults,
  levelPortfolio,
  levelWork,
  makePlan,
  type PlanInput,
  type PortfolioInput,
  portfolioLevellingInput,
  type TaskRecord,
  templateIds,
  unknownTask,
} from "../../src/planning";
import { RandomSource } from "../../src/planning/levelling/engine/random-source";
import { type Figures, percent } from "./summary";

const size = { projects: 50, tasksEach: 30, people: 40 };

/**
 * From plans as they are stored to a schedule with every project's P50 before and after, as the background worker does it: how soon there
 * is a first answer, and how much better it is after 5 and 15 seconds of improving.
 */
export function portfolioLevelling(): Figures {
  const input = portfolio();
  const began = performance.now();
  const elapsed = () => performance.now() - began;
  const seen: { cost: number; after: number }[] = [];
  const shown: number[] = [];
  const last = levelPortfolio(input, {
    seed: 1,
    maxSchedules: Number.POSITIVE_INFINITY,
    shouldStop: () => elapsed() > 15_000,
    onBetter: ({ cost }, schedule) => {
      if (seen.length === 0) {
        schedule("shift");
        shown.push(elapsed());
        schedule("forecast");
        shown.push(elapsed());
      }
      seen.push({ cost, after: elapsed() });
    },
  });
  const { levelling } = portfolioLevellingInput(input);
  const faults = levellingFaults(levelling, levelWork(levelling, { seed: 1, maxSchedules: 200 }));
  const firstCost = seen[0]?.cost ?? last.cost;
  const better = (cost: number) => `${percent(1 - cost / firstCost)} better than the first`;
  const atFive = seen.filter(({ after }) => after <= 5000).at(-1)?.cost ?? firstCost;
  const [first = 0, forecast = 0] = shown.map(Math.round);
  return [
    ["tasks still to be done", levelling.tasks.length.toLocaleString("en")],
    ["first answer, the very first in a new process", `${first} ms`],
    ["with every project forecast anew in it", `${forecast} ms`],
    ["cost after 5 s", better(atFive)],
    ["cost after 15 s", better(last.cost)],
    ["cost after 15 s above the lower bound", percent(last.cost / last.lowerBound - 1)],
    ["schedules made in 15 s", last.schedules.toLocaleString("en")],
    ["faults the independent validator found", `${faults.length}`],
  ];
}

const today = isoDate("2026-11-27");

/** The templates' own plans, cut to as many tasks, in order of priority; every tenth project is fixed. */
function portfolio(): PortfolioInput {
  const random = new RandomSource(20);
  return {
    projects: Array.from({ length: size.projects }, (_, place) => {
      const input: PlanInput = {
        template: templateIds[place % templateIds.length] ?? "prompt-hosted-model",
        startsOn: addWorkingDays(today, random.below(60) - 20),
        asOf: today,
        standards: { personDayCostMinor: 80_000, acceleratorHourCostMinor: 300 },
        decisions: [],
        tasks: [],
      };
      return {
        id: `p${place}`,
        input: { ...input, tasks: withoutMoreThan(size.tasksEach, input) },
        sampling: { seed: place, runs: 2000 },
        finishBefore: addWorkingDays(today, 100),
        isFixed: place % 10 === 9,
        assignees: [],
      };
    }),
    people: Array.from({ length: size.people }, (_, place): LevellingPerson => {
      const skills = [0, 1, 2].map((turn) => ({
        discipline: disciplineIds[(place + turn * 5) % disciplineIds.length] ?? "evaluation",
        level: turn === 0 ? (4 as const) : (3 as const),
      }));
      const away = 10 + random.below(60);
      return {
        id: `person-${place}`,
        capacityPersonDaysPerWeek: [5, 5, 4, 2.5][random.below(4)] ?? 5,
        skills,
        absences: [{ fromDay: away, toDay: away + 10 }],
      };
    }),
  };
}

function withoutMoreThan(most: number, input: PlanInput): TaskRecord[] {
  return makePlan(input)
    .tasks.slice(most)
    .map(({ key }) => ({ ...unknownTask(key), status: "dropped" as const }));
}
