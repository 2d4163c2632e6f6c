import { skillsOn, type Training } from "../expertise/training";
import type { IsoDate } from "../schedule/calendar";
import { ablePeople } from "./able-people";
import type { LevellingPerson } from "./levelling-input";

export type PersonWithTime = Pick<LevellingPerson, "id" | "skills" | "capacityPersonDaysPerWeek"> & {
  /** What they are to learn; it counts from the first week that begins on its day or later. */
  readonly trainings?: readonly Training[];
};

/**
 * The people with what they know in a week, and who of them is able: a training counts from the first Monday on which it is over.
 * Weeks between which nobody has learnt anything share both.
 */
export function peopleByWeek(people: readonly PersonWithTime[]) {
  const days = [...new Set(people.flatMap(({ trainings = [] }) => trainings.map(({ readyOn }) => readyOn)))];
  const known = new Map<number, ReturnType<typeof peopleOf>>();
  return (weekOn: IsoDate) => {
    const learnt = days.filter((day) => day <= weekOn).length;
    const found = known.get(learnt) ?? peopleOf(people, weekOn);
    known.set(learnt, found);
    return found;
  };
}

function peopleOf(people: readonly PersonWithTime[], weekOn: IsoDate) {
  const then = people.map((person) => ({
    ...person,
    skills: skillsOn(weekOn, person.skills, person.trainings ?? []),
  }));
  return { people: then, ableTo: ablePeople(then) };
}
