import type { IsoDate } from "../schedule/calendar";
import type { Skill } from "./gap";

/** A level of a discipline that somebody is to reach by learning: it counts from the day on. */
export interface Training extends Skill {
  readonly readyOn: IsoDate;
}

/**
 * What somebody knows on a day: what they know without any training, raised by those that are over by then. A training that leads
 * no higher changes nothing.
 * Serving at 2, to reach 3 on 2027-02-01 → on 2027-01-31 at 2, on 2027-02-01 at 3
 */
export function skillsOn(
  day: IsoDate,
  skills: readonly Skill[],
  trainings: readonly Training[],
): readonly Skill[] {
  const done = trainings.filter(({ readyOn }) => readyOn <= day);
  if (done.length === 0) return skills;
  const levels = new Map(skills.map(({ discipline, level }) => [discipline, level]));
  for (const { discipline, level } of done) {
    if (level > (levels.get(discipline) ?? 0)) levels.set(discipline, level);
  }
  return [...levels].map(([discipline, level]) => ({ discipline, level }));
}

/** The trainings that still lead higher after a day, the soonest first. */
export function trainingsAfter(
  day: IsoDate,
  skills: readonly Skill[],
  trainings: readonly Training[],
): readonly Training[] {
  const levels = new Map(
    skillsOn(day, skills, trainings).map(({ discipline, level }) => [discipline, level]),
  );
  return trainings
    .filter(({ readyOn, discipline, level }) => readyOn > day && level > (levels.get(discipline) ?? 0))
    .toSorted((a, b) => (a.readyOn < b.readyOn ? -1 : 1));
}
