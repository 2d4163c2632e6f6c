import { type LevellingInput, levellingFaults, levelWork } from "../../src/planning";
import { RandomSource } from "../../src/planning/levelling/engine/random-source";
import type { Figures } from "./summary";

/** How soon a plan has its first answer: input checked, every rule tried, gaps and conflicts found. */
export function firstAnswers(): Figures {
  return [
    ...measure("500 tasks, 12 people", portfolio({ projects: 1, tasksEach: 500, people: 12 })),
    ...measure("50 projects of 30 tasks, 40 people", portfolio({ projects: 50, tasksEach: 30, people: 40 })),
  ];
}

function measure(title: string, input: LevellingInput): Figures {
  const milliseconds = Array.from({ length: 21 }, () => {
    const began = performance.now();
    levelWork(input, { seed: 1, maxSchedules: 0 });
    return performance.now() - began;
  });
  const [cold = 0, ...warm] = milliseconds;
  const median = warm.sort((a, b) => a - b)[10] ?? 0;
  const first = levelWork(input, { seed: 1, maxSchedules: 0 });
  const until = performance.now() + 5000;
  const later = levelWork(input, {
    seed: 1,
    maxSchedules: Number.POSITIVE_INFINITY,
    shouldStop: () => performance.now() > until,
  });
  const refused = [first, later].filter((levelling) => levellingFaults(input, levelling).length > 0).length;
  return [
    [`${title}: first answer, median of 20`, `${median.toFixed(1)} ms`],
    [`${title}: the very first in a new process`, `${cold.toFixed(1)} ms`],
    [`${title}: better by after 5 s`, `${((1 - later.cost / first.cost) * 100).toFixed(2)} %`],
    [`${title}: schedules the independent validator refused`, `${refused}`],
  ];
}

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
