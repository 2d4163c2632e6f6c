import type { DisciplineId } from "../expertise/disciplines";
import type { ExpertiseLevel } from "../expertise/levels";
import { levelWork } from "../levelling/level-work";
import type { LevelledTask } from "../levelling/levelling-result";
import { makePlan } from "../plan";
import type { TaskRecord } from "../plan-input";
import { unknownTask } from "../scenario";
import {
  addWorkingDays,
  dateOfWorkingDay,
  type IsoDate,
  startMoment,
  workingDaysBetween,
} from "../schedule/calendar";
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
  readonly finishesBy: FinishesBy;
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

/** What the search found so far. */
export type PortfolioProgress = Pick<PortfolioSchedule, "cost" | "lowerBound" | "schedules" | "isProvenBest">;

/**
 * How a project's finish is told: by simulating its plan with the days it waits for, or at once, by moving the stored P50 as far as the
 * plan's most likely end is moved.
 */
export type FinishesBy = "forecast" | "shift";

export interface PortfolioOptions {
  readonly seed: number;
  readonly maxSchedules: number;
  readonly shouldStop?: (() => boolean) | undefined;
  /** How the answer tells finishes; left out: by forecast. */
  readonly finishesBy?: FinishesBy | undefined;
  /** Told of the first answer and of every better one; what it looks like is worked out only when asked for. */
  readonly onBetter?:
    | ((progress: PortfolioProgress, schedule: (by: FinishesBy) => PortfolioSchedule) => void)
    | undefined;
}

/**
 * Levels all projects together under the people there are, those that stand first preferred; the dates of the fixed ones stay. The same
 * input, seed and number of schedules give the same answer; more schedules never a worse one.
 */
export function levelPortfolio(input: PortfolioInput, options: PortfolioOptions): PortfolioSchedule {
  const { ready, levelling } = portfolioLevellingInput(input);
  const forecasts = keptForecasts();
  const told = (tasks: readonly LevelledTask[], progress: PortfolioProgress, by: FinishesBy) => {
    const { cost, lowerBound, schedules, isProvenBest } = progress;
    const placed = new Map(tasks.map((task) => [task.taskId, task]));
    return {
      cost,
      lowerBound,
      schedules,
      isProvenBest,
      finishesBy: by,
      projects: ready.map((one) => tellProject(one, placed, by === "forecast" ? forecasts : shiftedFinish)),
      nobody: ready.flatMap((one) => nobodysTasks(one, placed)),
      loads: disciplineLoads(levelling, placed),
    };
  };
  const { onBetter, finishesBy = "forecast", ...search } = options;
  const result = levelWork(levelling, {
    ...search,
    onProgress:
      onBetter &&
      ((found, tasks) => {
        const progress = { ...found, isProvenBest: found.cost <= found.lowerBound * (1 + 1e-12) };
        onBetter(progress, (by) => told(tasks(), progress, by));
      }),
  });
  return told(result.tasks, result, finishesBy);
}

/** When a project finishes that is scheduled so; `endDay` is the day after its last one. */
type TellFinish = (ready: ReadyProject, tasks: readonly ScheduledTask[], endDay: number) => IsoDate;

/** Forecasts take most of the time: a project that waits for the same days as before is not simulated again. */
function keptForecasts(): TellFinish {
  const kept = new Map<string, { readonly waits: string; readonly finish: IsoDate }>();
  return ({ project: { id, input, sampling } }, tasks) => {
    const waits = tasks.map(({ notBeforeOn }) => notBeforeOn ?? "").join(" ");
    const known = kept.get(id);
    if (known?.waits === waits) return known.finish;
    const plan = makePlan({ ...input, tasks: withNotBefore(input.tasks, tasks) });
    const finish = forecastPlan(plan, sampling).finish.p50;
    kept.set(id, { waits, finish });
    return finish;
  };
}

function shiftedFinish(
  { project: { finishBefore }, plan, endDay: before }: ReadyProject,
  _: readonly ScheduledTask[],
  endDay: number,
): IsoDate {
  return addWorkingDays(finishBefore, Math.max(0, endDay - before), plan.calendar);
}

function tellProject(
  ready: ReadyProject,
  placed: ReadonlyMap<string, LevelledTask>,
  finishOf: TellFinish,
): ScheduledProject {
  const { project, plan, live } = ready;
  const { id: projectId, isFixed, finishBefore } = project;
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
  const endDay = live.reduce((end, { task }) => Math.max(end, placeOf(task.key)?.finishDay ?? 0), 0);
  const finish = isFixed ? finishBefore : finishOf(ready, tasks, endDay);
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
