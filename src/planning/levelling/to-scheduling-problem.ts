import { ablePeople } from "./able-people";
import type { Choice, SchedulingProblem, SchedulingTask } from "./engine/scheduling-problem";
import type { LevellingInput, LevellingPerson, LevellingTask, TaskNeed } from "./levelling-input";

/** The engine counts loads in thousandths of a person-day per day. */
export const loadUnitsPerPersonDay = 1000;

/** A step is a working day, a resource a person, a piece a need; places follow the lists of `input`. */
export function toSchedulingProblem({ projects, people, tasks }: LevellingInput): SchedulingProblem {
  const placeOfTask = placesOf(tasks);
  const placeOfProject = placesOf(projects);
  const placeOfPerson = placesOf(people);
  const ableTo = ablePeople(people);
  return {
    tasks: tasks.map((task) => ({
      project: placeOfProject.get(task.projectId) ?? 0,
      predecessors: [...new Set(task.after)].map((id) => placeOfTask.get(id) ?? 0),
      startsTogether: false,
      release: Math.max(0, task.notBeforeDay ?? 0),
      ...(task.fixed ? fixedWork(task, task.fixed, people, placeOfPerson) : freeWork(task, people, ableTo)),
    })),
    resources: people.map((person) => ({
      capacity: loadPerDay(person),
      absences: person.absences.map(({ fromDay, toDay }) => ({ from: fromDay, to: toDay })),
    })),
    projectWeights: projects.map(({ weight }) => weight),
  };
}

type Work = Pick<SchedulingTask, "minimumSteps" | "pieces" | "fixed">;

function freeWork(
  task: LevellingTask,
  people: readonly LevellingPerson[],
  ableTo: ReturnType<typeof ablePeople>,
): Work {
  return {
    minimumSteps: wholeDays(task.durationWorkingDays),
    pieces: task.needs.map((need) => ({
      choices: ableTo(need).flatMap((resource) => {
        const person = people[resource];
        const isTheirs = need.personId === undefined || need.personId === person?.id;
        return person && isTheirs && loadPerDay(person) > 0 ? [choiceOf(task, need, person, resource)] : [];
      }),
    })),
    fixed: null,
  };
}

/** Of what began before day 0 the rest is left, at least a day: it is not reported as done. */
function fixedWork(
  task: LevellingTask,
  fixed: NonNullable<LevellingTask["fixed"]>,
  people: readonly LevellingPerson[],
  placeOfPerson: ReadonlyMap<string, number>,
): Work {
  const passed = Math.max(0, -fixed.startDay);
  const left = (steps: number) => (passed > 0 ? Math.max(1, steps - passed) : steps);
  return {
    minimumSteps: left(wholeDays(task.durationWorkingDays)),
    pieces: task.needs.map((need, piece) => {
      const resource = placeOfPerson.get(fixed.personIds[piece] ?? "") ?? -1;
      const person = people[resource];
      if (!person || loadPerDay(person) === 0) return { choices: [] };
      const whole = choiceOf(task, need, person, resource);
      return { choices: [{ ...whole, steps: left(whole.steps) }] };
    }),
    fixed: { start: Math.max(0, fixed.startDay), choices: task.needs.map(() => 0) },
  };
}

/** The effort spread evenly over the task's duration, or over as many days as the person's capacity makes it. */
function choiceOf(task: LevellingTask, need: TaskNeed, person: LevellingPerson, resource: number): Choice {
  const work = need.effortPersonDays * loadUnitsPerPersonDay;
  const steps = Math.max(wholeDays(task.durationWorkingDays), wholeDays(work / loadPerDay(person)));
  return { resource, steps, load: steps === 0 ? 0 : Math.floor(work / steps + 1e-9) };
}

function loadPerDay({ capacityPersonDaysPerWeek }: LevellingPerson): number {
  return Math.floor((capacityPersonDaysPerWeek / 5) * loadUnitsPerPersonDay + 1e-9);
}

/** Durations are sums of decimal numbers: 3.0000000001 days are 3. */
function wholeDays(days: number): number {
  return Math.ceil(days - 1e-6);
}

function placesOf(items: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(items.map(({ id }, place) => [id, place]));
}
