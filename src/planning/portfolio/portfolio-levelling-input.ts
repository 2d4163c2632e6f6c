import { ablePeople } from "../levelling/able-people";
import type { LevellingInput, LevellingPerson, LevellingTask, TaskNeed } from "../levelling/levelling-input";
import { makePlan, type Plan } from "../plan";
import type { PlanInput } from "../plan-input";
import { startMoment } from "../schedule/calendar";
import { startWindows } from "../schedule/critical-path";
import { networkOf } from "../schedule/plan-network";
import { type LiveTask, liveTasks } from "./live-tasks";
import type { PortfolioInput, PortfolioProject } from "./portfolio-input";
import { priorityWeights } from "./project-weights";

/** A project made ready: its plan, what is left to do, and what the levelling calls its tasks. */
export interface ReadyProject {
  readonly project: PortfolioProject;
  /** As it stands, but without the days that an earlier schedule made it wait for, unless it is fixed. */
  readonly plan: Plan;
  readonly live: readonly LiveTask[];
  /** The day after its most likely last one if people were free, from day 0. */
  readonly endDay: number;
}

/** The portfolio as a problem of levelling, and the projects it is made of. */
export function portfolioLevellingInput({ projects, people }: PortfolioInput): {
  readonly ready: readonly ReadyProject[];
  readonly levelling: LevellingInput;
} {
  const ready = projects.map((project): ReadyProject => {
    const plan = makePlan(project.isFixed ? project.input : withoutNotBefore(project.input));
    return { project, plan, live: liveTasks(plan), endDay: freeEndDay(plan) };
  });
  const free = ready.filter(({ project }) => !project.isFixed);
  const weights = priorityWeights(free.length);
  const weightOf = new Map(free.map(({ project }, place) => [project.id, weights[place] ?? 1]));
  const doers = choosePeople(people);
  const busy = new Map(people.map(({ id }) => [id, new Map<number, number>()]));
  return {
    ready,
    levelling: {
      people,
      projects: ready.map(({ project: { id } }) => ({ id, weight: weightOf.get(id) ?? 1 })),
      tasks: ready.flatMap((one) =>
        one.project.isFixed ? fixedTasks(one, busy, doers) : freeTasks(one, doers),
      ),
    },
  };
}

function freeEndDay(plan: Plan): number {
  const lastsOf = new Map(plan.tasks.map((task) => [task.key, task.durationWorkingDays.mostLikely]));
  const day0 = startMoment(plan.asOf, plan.calendar);
  return startWindows(networkOf(plan)).reduce(
    (end, { id, earliestStart }) =>
      Math.max(end, Math.ceil(earliestStart - day0 + (lastsOf.get(id) ?? 0) - 1e-6)),
    0,
  );
}

function withoutNotBefore(input: PlanInput): PlanInput {
  return { ...input, tasks: input.tasks.map(({ notBeforeOn: _, ...record }) => record) };
}

/** What the levelling calls a task. Neither ids nor keys have a space. */
export function levelledId(projectId: string, taskKey: string): string {
  return `${projectId} ${taskKey}`;
}

type Doers = ReturnType<typeof choosePeople>;

function choosePeople(people: readonly LevellingPerson[]) {
  const ableTo = ablePeople(people);
  const able = ({ task }: LiveTask) =>
    ableTo(task).flatMap((place) => {
      const person = people[place];
      return person !== undefined && person.capacityPersonDaysPerWeek > 0.005 ? [person] : [];
    });
  const assigneeOf = ({ assignees }: PortfolioProject, live: LiveTask) => {
    const assigned = assignees.find(({ taskKey }) => taskKey === live.task.key)?.personId;
    return able(live).find(({ id }) => id === assigned);
  };
  return { able, assigneeOf };
}

/** A plan that gives a task more work than days counts on several people at once: the work is shared by as many as it takes. */
function handsNeeded({ effortPersonDays, durationWorkingDays }: LiveTask, most: number): number {
  const hands = Math.ceil(effortPersonDays / Math.max(1, durationWorkingDays) - 1e-6);
  return Math.max(1, Math.min(hands, most));
}

function freeTasks({ project, live }: ReadyProject, { able, assigneeOf }: Doers): LevellingTask[] {
  return live.flatMap((one) => {
    const id = levelledId(project.id, one.task.key);
    const hands = handsNeeded(one, able(one).length);
    const assignee = assigneeOf(project, one);
    const needs = Array.from({ length: hands }, (_, hand): TaskNeed => {
      const { discipline, level } = one.task;
      const need = { discipline, level, effortPersonDays: one.effortPersonDays / hands };
      return hand === 0 && assignee ? { ...need, personId: assignee.id } : need;
    });
    const waits = one.after.map(({ key, lagWorkingDays }, place) => {
      const before = levelledId(project.id, key);
      if (lagWorkingDays === 0) return { before, pause: null };
      const pause = `${id} waits ${place}`;
      return {
        before: pause,
        pause: {
          id: pause,
          projectId: project.id,
          after: [before],
          durationWorkingDays: lagWorkingDays,
          needs: [],
        },
      };
    });
    return [
      ...waits.flatMap(({ pause }) => (pause === null ? [] : [pause])),
      {
        id,
        projectId: project.id,
        after: waits.map(({ before }) => before),
        durationWorkingDays: one.durationWorkingDays,
        needs,
        notBeforeDay: one.notBeforeDay,
      },
    ];
  });
}

/**
 * Where the plan has it: each task on its earliest day, by whoever is able and has the least to do in fixed projects on those days. What nobody of them has the hands for stays the fixed project's own trouble: it takes no more of anybody than their days have.
 */
function fixedTasks(
  { project, plan, live }: ReadyProject,
  busy: ReadonlyMap<string, Map<number, number>>,
  { able, assigneeOf }: Doers,
): LevellingTask[] {
  const day0 = startMoment(plan.asOf, plan.calendar);
  const windows = new Map(startWindows(networkOf(plan)).map((window) => [window.id, window.earliestStart]));
  return live.map((one): LevellingTask => {
    const isBegun = one.task.status === "started";
    const startDay = isBegun ? 0 : Math.max(0, Math.floor((windows.get(one.task.key) ?? day0) - day0 + 1e-6));
    const days = Math.max(1, Math.ceil(one.durationWorkingDays - 1e-6));
    const loadOf = ({ id }: LevellingPerson) => {
      let load = 0;
      for (let day = startDay; day < startDay + days; day += 1) load += busy.get(id)?.get(day) ?? 0;
      return load;
    };
    const assignee = assigneeOf(project, one);
    const others = able(one)
      .filter((person) => person !== assignee)
      .map((person) => ({ person, load: loadOf(person) }))
      .sort((a, b) => a.load - b.load);
    const doers = [...(assignee ? [assignee] : []), ...others.map(({ person }) => person)];
    const hands = doers.slice(0, handsNeeded(one, doers.length));
    const needs = hands.map(({ id, capacityPersonDaysPerWeek }): TaskNeed => {
      const most = (capacityPersonDaysPerWeek / 5) * Math.max(1, Math.floor(one.durationWorkingDays + 1e-6));
      const effortPersonDays = Math.min(one.effortPersonDays / hands.length, most);
      const ofPerson = busy.get(id);
      for (let day = startDay; day < startDay + days; day += 1)
        ofPerson?.set(day, (ofPerson.get(day) ?? 0) + effortPersonDays / days);
      const { discipline, level } = one.task;
      return { discipline, level, effortPersonDays };
    });
    const { discipline, level } = one.task;
    const nobody = [{ discipline, level, effortPersonDays: one.effortPersonDays }];
    return {
      id: levelledId(project.id, one.task.key),
      projectId: project.id,
      after: one.after.map(({ key }) => levelledId(project.id, key)),
      durationWorkingDays: one.durationWorkingDays,
      needs: hands.length === 0 ? nobody : needs,
      fixed: { startDay, personIds: hands.length === 0 ? [null] : hands.map(({ id }) => id) },
    };
  });
}
