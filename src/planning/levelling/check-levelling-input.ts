import { findDependencyCircle } from "../decisions/dependency-circle";
import { disciplineIds } from "../expertise/disciplines";
import type { Skill } from "../expertise/gap";
import { isExpertiseLevel } from "../expertise/levels";
import { PlanningError } from "../planning-error";
import type { LevellingInput, LevellingPerson, LevellingTask } from "./levelling-input";

const mostTasks = 20_000;
const mostPeople = 2_000;
const latestDay = 100_000;

/** Throws a PlanningError that names the first field that is wrong. A need that nobody can serve is no error but a gap. */
export function checkLevellingInput({ projects, people, tasks }: LevellingInput): void {
  checkCount("tasks", tasks.length, mostTasks);
  checkCount("people", people.length, mostPeople);
  checkCount("projects", projects.length, mostTasks);
  const projectIds = uniqueIds("projects", projects);
  const personIds = uniqueIds("people", people);
  const taskIds = uniqueIds("tasks", tasks);
  for (const { id, weight } of projects) checkNumber(`projects.${id}.weight`, weight, 1e-6, 1e6);
  for (const person of people) checkPerson(person);
  for (const task of tasks) checkTask(task, projectIds, personIds, taskIds);
  const circle = findDependencyCircle(
    tasks.flatMap(({ id, after }) => after.map((from) => ({ from, to: id }))),
  );
  if (circle) {
    const round = [...circle, circle[0]].join(" → ");
    throw new PlanningError(
      "circular",
      `tasks.${circle[0]}.after`,
      `These tasks wait for each other: ${round}.`,
    );
  }
}

function checkPerson({ id, capacityPersonDaysPerWeek, skills, absences }: LevellingPerson): void {
  const field = `people.${id}`;
  checkNumber(`${field}.capacityPersonDaysPerWeek`, capacityPersonDaysPerWeek, 0, 5);
  for (const [place, skill] of skills.entries()) checkSkill(`${field}.skills.${place}`, skill);
  absences.forEach(({ fromDay, toDay }, place) => {
    checkDay(`${field}.absences.${place}.fromDay`, fromDay);
    checkDay(`${field}.absences.${place}.toDay`, toDay);
    if (toDay < fromDay)
      throw new PlanningError("not-ordered", `${field}.absences.${place}`, "It ends before it begins.");
  });
}

function checkTask(
  task: LevellingTask,
  projectIds: ReadonlySet<string>,
  personIds: ReadonlySet<string>,
  taskIds: ReadonlySet<string>,
): void {
  const field = `tasks.${task.id}`;
  checkKnown(`${field}.projectId`, task.projectId, projectIds, "project");
  for (const before of task.after) checkKnown(`${field}.after`, before, taskIds, "task");
  checkNumber(`${field}.durationWorkingDays`, task.durationWorkingDays, 0, latestDay);
  task.needs.forEach((need, place) => {
    checkSkill(`${field}.needs.${place}`, need);
    checkNumber(`${field}.needs.${place}.effortPersonDays`, need.effortPersonDays, 0, latestDay);
    if (need.personId !== undefined)
      checkKnown(`${field}.needs.${place}.personId`, need.personId, personIds, "person");
  });
  if (task.notBeforeDay !== undefined) checkDay(`${field}.notBeforeDay`, task.notBeforeDay);
  if (!task.fixed) return;
  const { startDay, personIds: doers } = task.fixed;
  checkDay(`${field}.fixed.startDay`, startDay);
  if (doers.length !== task.needs.length)
    throw new PlanningError("inconsistent", `${field}.fixed.personIds`, "It must have one entry per need.");
  doers.forEach((doer, place) => {
    if (doer !== null) checkKnown(`${field}.fixed.personIds.${place}`, doer, personIds, "person");
  });
}

function checkCount(field: string, count: number, most: number): void {
  if (count > most)
    throw new PlanningError("out-of-range", field, `${count} are too many; at most ${most} can be levelled.`);
}

function uniqueIds(field: string, items: readonly { readonly id: string }[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { id } of items) {
    if (ids.has(id)) throw new PlanningError("duplicate-id", `${field}.${id}`, "This id is used twice.");
    ids.add(id);
  }
  return ids;
}

function checkKnown(field: string, id: string, known: ReadonlySet<string>, kind: string): void {
  if (!known.has(id)) throw new PlanningError("unknown-id", field, `There is no ${kind} "${id}".`);
}

function checkSkill(field: string, { discipline, level }: Skill): void {
  if (!disciplineIds.includes(discipline))
    throw new PlanningError("unknown-id", `${field}.discipline`, `There is no discipline "${discipline}".`);
  if (!isExpertiseLevel(level))
    throw new PlanningError("out-of-range", `${field}.level`, `${level} is no level from 1 to 4.`);
}

function checkDay(field: string, day: number): void {
  checkNumber(field, day, -latestDay, latestDay);
  if (!Number.isInteger(day)) throw new PlanningError("not-a-number", field, `${day} is no whole day.`);
}

function checkNumber(field: string, value: number, least: number, most: number): void {
  if (!Number.isFinite(value)) throw new PlanningError("not-a-number", field, `${value} is no number.`);
  if (value < 0 && least >= 0) throw new PlanningError("negative", field, `${value} is less than nothing.`);
  if (value < least || value > most)
    throw new PlanningError("out-of-range", field, `${value} is not between ${least} and ${most}.`);
}
