import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type LevellingInput, levellingFaults, levelWork } from "../../src/planning";
import { RandomSource } from "../../src/planning/levelling/engine/random-source";
import { type Figures, percent } from "./summary";

/** By name the sizes of the plans that are measured. */
const plans = {
  "500 tasks, 12 people": { projects: 1, tasksEach: 500, people: 12 },
  "50 projects of 30 tasks, 40 people": { projects: 50, tasksEach: 30, people: 40 },
};

/** Every plan in a process of its own: what one has compiled and left in memory must not help or hinder the next. */
export function firstAnswers(): Figures {
  return Object.keys(plans).flatMap((plan): Figures => {
    const output = execFileSync(
      process.execPath,
      [fileURLToPath(import.meta.url), "schedule", "--plan", plan],
      { encoding: "utf8" },
    );
    return JSON.parse(output);
  });
}

/** How soon the plan has its first answer (input checked, every rule tried, gaps and conflicts found), and how good it is. */
export function firstAnswer(plan: string): Figures {
  const size = Object.entries(plans).find(([name]) => name === plan)?.[1];
  if (!size) throw new Error(`Name one of the plans: ${Object.keys(plans).join("; ")}.`);
  const input = portfolio(size);
  const runs = Array.from({ length: 21 }, () => {
    const began = performance.now();
    const before = process.cpuUsage();
    levelWork(input, { seed: 1, maxSchedules: 0 });
    const { user, system } = process.cpuUsage(before);
    return { milliseconds: performance.now() - began, processorMilliseconds: (user + system) / 1000 };
  });
  const [cold, ...warm] = runs;
  const milliseconds = ascending(warm.map((run) => run.milliseconds));
  const processorMilliseconds = ascending(warm.map((run) => run.processorMilliseconds));
  const first = levelWork(input, { seed: 1, maxSchedules: 0 });
  const until = performance.now() + 5000;
  const later = levelWork(input, {
    seed: 1,
    maxSchedules: Number.POSITIVE_INFINITY,
    shouldStop: () => performance.now() > until,
  });
  const refused = [first, later].filter((levelling) => levellingFaults(input, levelling).length > 0).length;
  const figures: Figures = [
    ["first answer, median of 20", `${(milliseconds[10] ?? 0).toFixed(1)} ms`],
    ["first answer, quickest of 20", `${(milliseconds[0] ?? 0).toFixed(1)} ms`],
    ["processor time of it, all threads, median of 20", `${(processorMilliseconds[10] ?? 0).toFixed(1)} ms`],
    ["the very first in a new process", `${(cold?.milliseconds ?? 0).toFixed(1)} ms`],
    ["cost of the first answer (weight × working days)", first.cost.toLocaleString("en")],
    ["cost after 5 s", `${later.cost.toLocaleString("en")} (${percent(1 - later.cost / first.cost)} better)`],
    ["lower bound", Math.ceil(later.lowerBound - 1e-6).toLocaleString("en")],
    ["proven best", later.isProvenBest ? "yes" : `no, within ${percent(later.cost / later.lowerBound - 1)}`],
    ["schedules made in 5 s", later.schedules.toLocaleString("en")],
    ["schedules the independent validator refused", `${refused}`],
  ];
  return figures.map(([what, value]) => [`${plan}: ${what}`, value]);
}

const ascending = (values: readonly number[]) => values.toSorted((a, b) => a - b);

const disciplines = [
  "data-engineering",
  "fine-tuning",
  "evaluation",
  "serving",
  "application-engineering",
] as const;
const levels = [1, 2, 3, 4] as const;

/** Drawn plans: chains with branches, one or two needs per task, people with two or three disciplines, some part-time or away. */
function portfolio(size: { projects: number; tasksEach: number; people: number }): LevellingInput {
  const random = new RandomSource(20);
  const one = <T>(of: readonly [T, ...T[]]): T => of[random.below(of.length)] ?? of[0];
  return {
    projects: Array.from({ length: size.projects }, (_, place) => ({
      id: `p${place}`,
      weight: one([1, 2, 3]),
    })),
    people: Array.from({ length: size.people }, (_, place) => ({
      id: `person-${place}`,
      capacityPersonDaysPerWeek: one([5, 5, 5, 4, 2.5]),
      skills: [
        { discipline: disciplines[place % 5] ?? "serving", level: 4 as const },
        { discipline: one(disciplines), level: one(levels) },
        { discipline: one(disciplines), level: one(levels) },
      ],
      absences: [{ fromDay: 10 + random.below(60), toDay: 80 }].map(({ fromDay }) => ({
        fromDay,
        toDay: fromDay + 10,
      })),
    })),
    tasks: Array.from({ length: size.projects * size.tasksEach }, (_, place) => {
      const project = Math.floor(place / size.tasksEach);
      const within = place - project * size.tasksEach;
      const durationWorkingDays = 1 + random.below(9);
      const before = within === 0 ? [] : [`t${place - 1 - random.below(Math.min(within, 8))}`];
      return {
        id: `t${place}`,
        projectId: `p${project}`,
        after: before,
        durationWorkingDays,
        needs: Array.from({ length: 1 + random.below(2) }, () => ({
          discipline: one(disciplines),
          level: one([1, 2, 2, 3, 4] as const),
          effortPersonDays: durationWorkingDays * one([0.3, 0.5, 1]),
        })),
      };
    }),
  };
}
