import { type DisciplineId, disciplineIds } from "./disciplines";
import type { ExpertiseLevel } from "./levels";

export interface Skill {
  readonly discipline: DisciplineId;
  readonly level: ExpertiseLevel;
}

export interface ExpertiseGapRow {
  readonly discipline: DisciplineId;
  readonly level: ExpertiseLevel;
  /** Work that asks for exactly this level. */
  readonly demandPersonDays: number;
  /** Work of this discipline that asks for this level or a higher one. */
  readonly demandAtOrAbovePersonDays: number;
  /** What people at or above the level could give if they did nothing else. */
  readonly supplyPersonDays: number;
  readonly people: number;
  readonly short: boolean;
}

/**
 * Demand against supply per discipline and level over a number of weeks.
 *
 * A row is short when the people at or above its level can't cover the work at or above its level: they serve both.
 * Supply counts a person once in every discipline they know, so it double counts across disciplines: a row that
 * is not short may still compete with another discipline for the same person. It never reports a false shortage. A working day
 * away takes a fifth of a week's capacity.
 */
export function expertiseGap(
  demand: readonly { discipline: DisciplineId; level: ExpertiseLevel; effortPersonDays: number }[],
  people: readonly {
    capacityPersonDaysPerWeek: number;
    skills: readonly Skill[];
    workingDaysAway?: number;
  }[],
  weeks: number,
): ExpertiseGapRow[] {
  const levels = [1, 2, 3, 4] as const;
  const rows: ExpertiseGapRow[] = [];
  for (const discipline of disciplineIds) {
    const asked = demand.filter((row) => row.discipline === discipline);
    for (const level of levels) {
      const able = people.filter((person) =>
        person.skills.some((skill) => skill.discipline === discipline && skill.level >= level),
      );
      const demandPersonDays = sum(asked.filter((row) => row.level === level).map(effort));
      if (demandPersonDays === 0 && able.length === 0) continue;
      const demandAtOrAbovePersonDays = sum(asked.filter((row) => row.level >= level).map(effort));
      const supplyPersonDays = sum(
        able.map(({ capacityPersonDaysPerWeek, workingDaysAway = 0 }) =>
          Math.max(0, capacityPersonDaysPerWeek * (weeks - workingDaysAway / 5)),
        ),
      );
      rows.push({
        discipline,
        level,
        demandPersonDays,
        demandAtOrAbovePersonDays,
        supplyPersonDays,
        people: able.length,
        short: demandPersonDays > 0 && demandAtOrAbovePersonDays > supplyPersonDays + 1e-9,
      });
    }
  }
  return rows;
}

const effort = (row: { effortPersonDays: number }) => row.effortPersonDays;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
