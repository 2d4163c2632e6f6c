import { type DisciplineId, disciplineIds } from "../expertise/disciplines";
import type { LevellingInput } from "../levelling/levelling-input";
import type { LevelledTask } from "../levelling/levelling-result";

/** What a schedule asks of those who know a discipline. */
export interface DisciplineLoad {
  readonly discipline: DisciplineId;
  readonly effortPersonDays: number;
  /** How many people know it, and what they could give in five working days if they did nothing else. */
  readonly people: number;
  readonly capacityPersonDaysPerWeek: number;
  /** The most that is asked in five working days from day 0, and on which day those begin. */
  readonly mostPersonDays: number;
  readonly mostFromDay: number;
}

/** By discipline in its usual order; those that nothing is asked of are left out. What nobody is able to do is not in it. */
export function disciplineLoads(
  { tasks, people }: LevellingInput,
  placed: ReadonlyMap<string, LevelledTask>,
): DisciplineLoad[] {
  const weeksOf = new Map<DisciplineId, Map<number, number>>();
  for (const { id, needs } of tasks) {
    const assignments = placed.get(id)?.assignments ?? [];
    needs.forEach(({ discipline, effortPersonDays }, place) => {
      const assignment = assignments[place];
      if (!assignment || assignment.finishDay <= assignment.startDay) return;
      const weeks = weeksOf.get(discipline) ?? new Map<number, number>();
      weeksOf.set(discipline, weeks);
      const perDay = effortPersonDays / (assignment.finishDay - assignment.startDay);
      for (let day = assignment.startDay; day < assignment.finishDay; day += 1) {
        const week = Math.floor(day / 5);
        weeks.set(week, (weeks.get(week) ?? 0) + perDay);
      }
    });
  }
  return disciplineIds.flatMap((discipline): DisciplineLoad[] => {
    const weeks = [...(weeksOf.get(discipline) ?? [])];
    if (weeks.length === 0) return [];
    const know = people.filter(({ skills }) => skills.some((skill) => skill.discipline === discipline));
    const [week, most] = weeks.reduce((best, one) => (one[1] > best[1] ? one : best));
    return [
      {
        discipline,
        effortPersonDays: toHundredths(weeks.reduce((sum, [, personDays]) => sum + personDays, 0)),
        people: know.length,
        capacityPersonDaysPerWeek: toHundredths(
          know.reduce((sum, person) => sum + person.capacityPersonDaysPerWeek, 0),
        ),
        mostPersonDays: toHundredths(most),
        mostFromDay: week * 5,
      },
    ];
  });
}

function toHundredths(personDays: number): number {
  return Math.round(personDays * 100) / 100;
}
