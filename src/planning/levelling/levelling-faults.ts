import type { LevellingInput } from "./levelling-input";
import type { Levelling } from "./levelling-result";

/**
 * What is wrong with a schedule, in sentences; empty when nothing is. Written from the definition of the input alone and
 * sharing nothing with the code that makes schedules, so that each checks the other. Fixed tasks may break order and overload
 * people (that is reported as conflicts); nothing else may.
 */
export function levellingFaults(input: LevellingInput, { tasks }: Pick<Levelling, "tasks">): string[] {
  const faults: string[] = [];
  const placed = new Map(tasks.map((task) => [task.taskId, task]));
  const load = new Map<string, { personDays: number; hasFreeTask: boolean }>();
  if (placed.size !== input.tasks.length || tasks.length !== input.tasks.length)
    faults.push(`${tasks.length} tasks are scheduled, ${input.tasks.length} were asked for`);
  for (const task of input.tasks) {
    const found = placed.get(task.id);
    if (!found) {
      faults.push(`${task.id} is not scheduled`);
      continue;
    }
    const isFixed = task.fixed !== undefined;
    const { startDay, finishDay, assignments } = found;
    if (task.fixed) {
      if (startDay !== task.fixed.startDay) faults.push(`${task.id} was moved from its fixed start`);
    } else {
      if (!Number.isInteger(startDay) || startDay < Math.max(0, task.notBeforeDay ?? 0))
        faults.push(`${task.id} starts on day ${startDay}, too early`);
      for (const before of task.after) {
        const finish = placed.get(before)?.finishDay;
        if (finish === undefined || finish > startDay)
          faults.push(`${task.id} starts before ${before} is finished`);
      }
    }
    if (startDay >= 0 && finishDay - startDay < task.durationWorkingDays - 1e-5)
      faults.push(`${task.id} is shorter than its duration`);
    const begins = assignments.map((assignment) => assignment?.startDay ?? startDay);
    if (!isFixed && begins.length > 0 && Math.min(...begins) !== startDay)
      faults.push(`${task.id} does not start with its first person`);
    if (assignments.length !== task.needs.length) faults.push(`${task.id} has not one assignment per need`);
    task.needs.forEach((need, place) => {
      const assignment = assignments[place];
      const able = input.people.filter(
        (person) =>
          person.capacityPersonDaysPerWeek > 0.005 &&
          (need.personId === undefined || need.personId === person.id) &&
          person.skills.some((skill) => skill.discipline === need.discipline && skill.level >= need.level),
      );
      if (!assignment) {
        if (!isFixed && able.length > 0) faults.push(`${task.id} has nobody though ${able[0]?.id} is able`);
        return;
      }
      const person = input.people.find(({ id }) => id === assignment.personId);
      if (!person) {
        faults.push(`${task.id} is given to nobody known`);
        return;
      }
      if (task.fixed && task.fixed.personIds[place] !== person.id)
        faults.push(`${task.id} has changed hands`);
      if (!isFixed && !able.includes(person)) faults.push(`${person.id} is not able to do ${task.id}`);
      if (assignment.finishDay > finishDay) faults.push(`${task.id} is finished before ${person.id} is`);
      if (assignment.startDay < Math.max(0, startDay))
        faults.push(`${person.id} begins before ${task.id} does`);
      let days = 0;
      for (let day = assignment.startDay; day < assignment.finishDay; day += 1) {
        if (person.absences.some(({ fromDay, toDay }) => fromDay <= day && day < toDay)) {
          if (day === assignment.startDay && !isFixed)
            faults.push(`${task.id} starts while ${person.id} is away`);
          continue;
        }
        days += 1;
        const key = `${person.id} on day ${day}`;
        const ofDay = load.get(key) ?? { personDays: 0, hasFreeTask: false };
        ofDay.personDays += assignment.personDaysPerDay;
        ofDay.hasFreeTask ||= !isFixed && assignment.personDaysPerDay > 0;
        load.set(key, ofDay);
        if (ofDay.personDays > person.capacityPersonDaysPerWeek / 5 + 1e-9 && ofDay.hasFreeTask)
          faults.push(`${person.id} has too much to do on day ${day}`);
      }
      if (startDay < 0) return;
      const done = days * assignment.personDaysPerDay;
      // Loads are whole thousandths of a person-day per day.
      if (done < need.effortPersonDays - days * 0.001 - 1e-6) faults.push(`${task.id} gets too little work`);
      if (days < task.durationWorkingDays - 1e-5)
        faults.push(`${person.id} works too few days on ${task.id}`);
    });
  }
  return faults;
}
