import type { Plan } from "../plan";
import type { PlannedTask } from "../planned-task";
import { dateOfWorkingDay, type IsoDate, startMoment } from "./calendar";
import { type DayPiece, dayPieces, rememberedByDay } from "./day-pieces";
import type { PlanSimulation } from "./simulate-plan";
import { piecesAhead } from "./weekly-demand";

export const effortDimensions = ["phase", "technique", "expertise", "quarter"] as const;
export type EffortDimension = (typeof effortDimensions)[number];

/** Hundredths of a person-day, whole numbers, so that sums are the same in whatever order and wherever they are made. */
export interface Effort {
  /** What is spent so far, as far as it is known; of work in hand without a figure, the part of its estimate that is over. */
  readonly actual: number;
  /** The mean of what lies ahead. */
  readonly remaining: number;
}

/** The effort of a plan that falls to one phase, technique, expertise ("evaluation:3": discipline and level), or quarter ("2026-Q4"). */
export interface EffortPart extends Effort {
  readonly dimension: EffortDimension;
  readonly key: string;
}

/**
 * The plan's effort at completion (mean over the runs), what is spent and what lies ahead, by each of the dimensions. The parts of
 * every dimension add up to the same two sums, which are the plan's means rounded to a hundredth of a person-day: hundredths are
 * given out by rounding running sums over the tasks, so no part is off by as much as one.
 *
 * Over quarters, spent effort is spread evenly over the working days from the task's start to its finish, or to today; what lies
 * ahead over those from its start to its finish at P50. Spent effort of a task that tells no day lies on the plan's first.
 */
export function effortParts(plan: Plan, simulation: PlanSimulation): EffortPart[] {
  const quarterOfDay = rememberedByDay((day) => quarterOf(dateOfWorkingDay(day, plan.calendar)));
  const resultsOf = new Map(simulation.tasks.map(({ task, results }) => [task.key, results]));
  const parts = new Map<
    string,
    { dimension: EffortDimension; key: string; actual: number; remaining: number }
  >();
  const give = (task: PlannedTask, quarter: string, kind: keyof Effort, hundredths: number) => {
    if (hundredths === 0) return;
    const { phase, technique, discipline, level } = task;
    const keys = { phase, technique, expertise: `${discipline}:${level}`, quarter };
    for (const dimension of effortDimensions) {
      const id = `${dimension} ${keys[dimension]}`;
      const part = parts.get(id) ?? { dimension, key: keys[dimension], actual: 0, remaining: 0 };
      part[kind] += hundredths;
      parts.set(id, part);
    }
  };
  const actual = roundedRunningSum();
  const remaining = roundedRunningSum();
  for (const { task, effortPersonDays, remainingPersonDays } of simulation.efforts) {
    const spent = Math.max(0, effortPersonDays - remainingPersonDays);
    for (const { bucket, hundredths } of actual(spent, piecesBehind(plan, task, quarterOfDay)))
      give(task, bucket, "actual", hundredths);
    const ahead = piecesAhead(plan, resultsOf.get(task.key), 0.5, quarterOfDay);
    for (const { bucket, hundredths } of remaining(remainingPersonDays, ahead))
      give(task, bucket, "remaining", hundredths);
  }
  return [...parts.values()];
}

/** `quarterOf(isoDate("2026-11-27"))` → "2026-Q4" */
export function quarterOf(date: IsoDate): string {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

function piecesBehind<Bucket>(
  { calendar, startsOn, asOf }: Plan,
  { startedOn, finishedOn }: PlannedTask,
  bucketOfDay: (day: number) => Bucket,
): DayPiece<Bucket>[] {
  const until = finishedOn ?? (startedOn === null ? startsOn : asOf);
  const to = startMoment(until, calendar);
  const from = Math.min(startMoment(startedOn ?? until, calendar), to);
  return dayPieces(from, to, bucketOfDay);
}

/** Gives out amounts in person-days as hundredths over pieces: whatever is given so far is the rounded sum of what was asked so far. */
function roundedRunningSum() {
  let exact = 0;
  let given = 0;
  return function* <Bucket>(personDays: number, pieces: readonly DayPiece<Bucket>[]) {
    const before = exact;
    exact += personDays * 100;
    for (const { bucket, shareBefore } of pieces) {
      const upTo = Math.round(before + (exact - before) * shareBefore);
      yield { bucket, hundredths: upTo - given };
      given = upTo;
    }
  };
}
