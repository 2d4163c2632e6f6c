import { quantile } from "../estimation/quantiles";
import { sortedCopy } from "../estimation/sorted";
import type { DisciplineId } from "../expertise/disciplines";
import type { ExpertiseLevel } from "../expertise/levels";
import type { Plan } from "../plan";
import type { PlannedTask } from "../planned-task";
import { dateOfWorkingDay, type IsoDate, startMoment } from "./calendar";
import { dayAt } from "./day-counts";
import { type DayPiece, dayPieces, rememberedByDay } from "./day-pieces";
import type { TaskResults } from "./results";
import type { PlanSimulation } from "./simulate-plan";
import { mondayOf } from "./weeks";

/** Hundredths of a person-day: whole numbers, so that sums are the same in whatever order and wherever they are made. */
export interface PersonDayHundredths {
  readonly p50: number;
  readonly p80: number;
}

/** What a plan asks of one discipline and level in the week that begins on this Monday, and the tasks that add up to it. */
export interface DemandInWeek extends PersonDayHundredths {
  readonly weekOn: IsoDate;
  readonly discipline: DisciplineId;
  readonly level: ExpertiseLevel;
  readonly tasks: readonly (PersonDayHundredths & { readonly key: string; readonly name: string })[];
}

/**
 * The effort that lies ahead by week, discipline and level.
 *
 * At P50 and at P80 the weeks add up exactly to that quantile, by nearest rank over the runs, of the plan's remaining effort,
 * rounded to a hundredth of a person-day. A task has the part of it that its mean remaining effort is of the plan's: a task that an
 * open decision brings into half of the runs counts half. It is spread evenly over the working days from the task's start at that
 * quantile, but not before today, to its finish at that quantile. So P80 is both more work and later work. Hundredths are given out
 * by rounding running sums: no part is off by as much as one, none is negative and none is lost.
 *
 * Left out: that more work and later finishes need not come together, which only whole distributions per week would tell; those
 * would not add up.
 */
export function weeklyDemand(plan: Plan, simulation: PlanSimulation): DemandInWeek[] {
  const runs = sortedCopy(simulation.results.perRun.remainingPersonDays);
  const cells = new Map<string, Cell>();
  const mondayOfDay = rememberedByDay((day) => mondayOf(dateOfWorkingDay(day, plan.calendar)));
  for (const [name, share] of quantiles)
    spread(
      plan,
      simulation,
      { name, share, total: Math.round(quantile(runs, share) * 100) },
      mondayOfDay,
      cells,
    );
  return [...cells]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { tasks, ...cell }]) => ({ ...cell, tasks: [...tasks.values()] }));
}

const quantiles = [
  ["p50", 0.5],
  ["p80", 0.8],
] as const;

interface Cell {
  readonly weekOn: IsoDate;
  readonly discipline: DisciplineId;
  readonly level: ExpertiseLevel;
  p50: number;
  p80: number;
  readonly tasks: Map<string, { readonly key: string; readonly name: string; p50: number; p80: number }>;
}

function spread(
  plan: Plan,
  { efforts, tasks }: PlanSimulation,
  { name, share, total }: { readonly name: "p50" | "p80"; readonly share: number; readonly total: number },
  mondayOfDay: (day: number) => IsoDate,
  cells: Map<string, Cell>,
): void {
  const ahead = efforts.filter(({ remainingPersonDays }) => remainingPersonDays > 0);
  const mean = ahead.reduce((sum, { remainingPersonDays }) => sum + remainingPersonDays, 0);
  const resultsOf = new Map(tasks.map(({ task, results }) => [task.key, results]));
  let exact = 0;
  let given = 0;
  for (const { task, remainingPersonDays } of ahead) {
    const weeks = piecesAhead(plan, resultsOf.get(task.key), share, mondayOfDay);
    const before = exact;
    exact += (total * remainingPersonDays) / mean;
    for (const { bucket, shareBefore } of weeks) {
      const upTo = Math.round(before + (exact - before) * shareBefore);
      add(cells, bucket, task, name, upTo - given);
      given = upTo;
    }
  }
}

/** The days of a task's work ahead at a quantile, from its start, but not before today, to its finish, cut into weeks or the like. */
export function piecesAhead<Bucket>(
  { calendar, startsOn, asOf }: Plan,
  results: TaskResults | undefined,
  share: number,
  bucketOfDay: (day: number) => Bucket,
): DayPiece<Bucket>[] {
  const today = Math.max(startMoment(startsOn, calendar), startMoment(asOf, calendar));
  const at = (days: TaskResults["startDays"]) => (results ? dayAt(days, share, results.present) : today);
  const from = Math.max(today, results ? at(results.startDays) : today);
  const to = Math.max(from, results ? at(results.finishDays) : today);
  return dayPieces(from, to, bucketOfDay);
}

function add(
  cells: Map<string, Cell>,
  weekOn: IsoDate,
  { key, name, discipline, level }: PlannedTask,
  quantileName: "p50" | "p80",
  hundredths: number,
): void {
  if (hundredths === 0) return;
  const id = `${weekOn} ${discipline} ${level}`;
  const cell = cells.get(id) ?? { weekOn, discipline, level, p50: 0, p80: 0, tasks: new Map() };
  const task = cell.tasks.get(key) ?? { key, name, p50: 0, p80: 0 };
  cells.set(id, cell);
  cell.tasks.set(key, task);
  cell[quantileName] += hundredths;
  task[quantileName] += hundredths;
}
