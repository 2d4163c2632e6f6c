import type { DisciplineId } from "../expertise/disciplines";
import type { ExpertiseLevel } from "../expertise/levels";
import { levelWork } from "../levelling/level-work";
import type { LevellingInput } from "../levelling/levelling-input";
import type { LevelledTask } from "../levelling/levelling-result";
import { makePlan } from "../plan";
import type { PlanInput, TaskRecord } from "../plan-input";
import { unknownTask } from "../scenario";
import { dateOfWorkingDay, type IsoDate, startMoment, workingDaysBetween } from "../schedule/calendar";
import { forecastPlan } from "../schedule/forecast";
import { type DisciplineLoad, disciplineLoads } from "./discipline-loads";
import type { PortfolioInput } from "./portfolio-input";
import { levelledId, portfolioLevellingInput, type ReadyProject } from "./portfolio-levelling-input";

export interface PortfolioSchedule {
  /** Sum over projects of weight × finish day, and what no schedule is below: the smaller the better. */
  readonly cost: number;
  readonly lowerBound: number;
  readonly schedules: number;
  readonly isProvenBest: boolean;
  /** The most important first. */
  readonly projects: readonly ScheduledProject[];
  /** Work that nobody is able to do, whatever their time. */
  readonly nobody: readonly NobodysTask[];
  readonly loads: readonly DisciplineLoad[];
}

export interface ScheduledProject {
  readonly projectId: string;
  readonly isFixed: boolean;
  /** The first day on which anybody works on it: as the plan stands, and as scheduled. */
  readonly beginsBefore: IsoDate;
  readonly begins: IsoDate;
  /** P50 as the plan stands, and with what it waits for in this schedule. */
  readonly finishBefore: IsoDate;
  readonly finish: IsoDate;
  /** Working days by which it finishes later than as the plan stands; negative: earlier. */
  readonly laterWorkingDays: number;
  /** What is left to do. */
  readonly tasks: readonly ScheduledTask[];
}

export interface ScheduledTask {
  readonly taskKey: string;
  readonly name: string;
  readonly startOn: IsoDate;
  /** Its last day. */
  readonly finishOn: IsoDate;
  readonly personIds: readonly string[];
  /** The day it is made to wait for; null where the plan's own order holds it already. */
  readonly notBeforeOn: IsoDate | null;
}

export interface NobodysTask {
  readonly projectId: string;
  readonly taskKey: string;
  readonly name: string;
  readonly discipline: DisciplineId;
  readonly level: ExpertiseLevel;
  readonly effortPersonDays: number;
}

export interface PortfolioOptions {
  readonly seed: number;
  readonly maxSchedules: number;
  readonly shouldStop?: (() => boolean) | undefined;
  /** Told of the first answer and of every better one; it is worked out only when asked for. */
  readonly onBetter?: ((schedule: () => PortfolioSchedule) => void) | undefined;
}

/**
 * Levels all projects together under the people there are, those that stand first preferred; the dates of the fixed ones stay. The same
 * input, seed and number of schedules give the same answer; more schedules never a worse one.
 */
export function levelPortfolio(input: PortfolioInput, options: PortfolioOptions): PortfolioSchedule {
  const { ready, levelling } = portfolioLevellingInput(input);
  const finishBefore = new Map(ready.map(({ project }) => [project.id, finishOf(project.input, project)]));
  const told = (tasks: readonly LevelledTask[], found: Found) =>
    tellSchedule(ready, levelling, finishBefore, tasks, found);
  const { onBetter, ...search } = options;
  const result = levelWork(levelling, {
    ...search,
    onProgress:
      onBetter &&
      ((progress, tasks) =>
        onBetter(() =>
          told(tasks(), { ...progress, isProvenBest: progress.cost <= progress.lowerBound * (1 + 1e-12) }),
        )),
  });
  return told(result.tasks, result);
}

type Found = Pick<PortfolioSchedule, "cost" | "lowerBound" | "schedules" | "isProvenBest">;

function finishOf(input: PlanInput, { sampling }: ReadyProject["project"]): IsoDate {
  return forecastPlan(makePlan(input), sampling).finish.p50;
}

function tellSchedule(
  ready: readonly ReadyProject[],
  levelling: LevellingInput,
  finishBefore: ReadonlyMap<string, IsoDate>,
  tasks: readonly LevelledTask[],
  { cost, lowerBound, schedules, isProvenBest }: Found,
): PortfolioSchedule {
  const placed = new Map(tasks.map((task) => [task.taskId, task]));
  return {
    cost,
    lowerBound,
    schedules,
    isProvenBest,
    projects: ready.map((one) => tellProject(one, placed, finishBefore.get(one.project.id))),
    nobody: ready.flatMap((one) => nobodysTasks(one, placed)),
    loads: disciplineLoads(levelling, placed),
  };
}

function tellProject(
  { project, plan, live }: ReadyProject,
  placed: ReadonlyMap<string, LevelledTask>,
  known: IsoDate | undefined,
): ScheduledProject {
  const { id: projectId, isFixed, input } = project;
  const { calendar, asOf, startsOn } = plan;
  const day0 = startMoment(asOf, calendar);
  const dateOf = (day: number) => dateOfWorkingDay(day0 + day, calendar);
  const placeOf = (key: string) => placed.get(levelledId(projectId, key));
  const durationOf = new Map(live.map(({ task, durationWorkingDays }) => [task.key, durationWorkingDays]));
  const tasks = live.flatMap(({ task, after, notBeforeDay }): ScheduledTask[] => {
    const place = placeOf(task.key);
    if (place === undefined) return [];
    // What the plan itself would make of the levelled days before it.
    const held = after.map(({ key, lagWorkingDays }) => {
      const before = placeOf(key);
      return Math.ceil((before?.startDay ?? 0) + (durationOf.get(key) ?? 0) + lagWorkingDays - 1e-6);
    });
    const waits = task.status === "planned" && place.startDay > Math.max(notBeforeDay, ...held);
    return [
      {
        taskKey: task.key,
        name: task.name,
        startOn: dateOf(place.startDay),
        finishOn: dateOf(Math.max(place.startDay, place.finishDay - 1)),
        personIds: [
          ...new Set(place.assignments.flatMap((assignment) => (assignment ? [assignment.personId] : []))),
        ],
        notBeforeOn: isFixed ? task.notBeforeOn : waits ? dateOf(place.startDay) : null,
      },
    ];
  });
  const finishBefore = known ?? finishOf(input, project);
  const finish = isFixed
    ? finishBefore
    : finishOf({ ...input, tasks: withNotBefore(input.tasks, tasks) }, project);
  const beginsBefore = dateOf(Math.max(0, startMoment(startsOn, calendar) - day0));
  const begins = tasks.map(({ startOn }) => startOn).toSorted()[0] ?? beginsBefore;
  const laterWorkingDays = workingDaysBetween(finishBefore, finish, calendar);
  return { projectId, isFixed, beginsBefore, begins, finishBefore, finish, laterWorkingDays, tasks };
}

/** The records with the days that the schedule makes tasks wait for, and no other. */
function withNotBefore(records: readonly TaskRecord[], scheduled: readonly ScheduledTask[]): TaskRecord[] {
  const dayOf = new Map(scheduled.map(({ taskKey, notBeforeOn }) => [taskKey, notBeforeOn]));
  const known = new Set(records.map(({ taskKey }) => taskKey));
  const added = scheduled.filter(({ taskKey, notBeforeOn }) => notBeforeOn !== null && !known.has(taskKey));
  return [...records, ...added.map(({ taskKey }) => unknownTask(taskKey))].map(
    ({ notBeforeOn: _, ...record }) => {
      const day = dayOf.get(record.taskKey) ?? null;
      return day === null ? record : { ...record, notBeforeOn: day };
    },
  );
}

function nobodysTasks(
  { project, live }: ReadyProject,
  placed: ReadonlyMap<string, LevelledTask>,
): NobodysTask[] {
  return live.flatMap(({ task, effortPersonDays }) => {
    const assignments = placed.get(levelledId(project.id, task.key))?.assignments ?? [];
    if (effortPersonDays === 0 || !assignments.some((assignment) => assignment === null)) return [];
    const { key: taskKey, name, discipline, level } = task;
    return [{ projectId: project.id, taskKey, name, discipline, level, effortPersonDays }];
  });
}
