import { firstMultiplier, levelShift, secondMultiplier } from "../estimation/own-luck";
import type { QuantileTable } from "../estimation/quantile-table";
import type { Lanes } from "./block";
import type { TaskTables } from "./compile-network";
import type { DayCounts } from "./day-counts";

/** Draws a task's own luck for every lane: what `luckLevel` says, written out because this is the innermost loop. */
export function drawOwn(lanes: Lanes, pass: number, steps: Float32Array, own: Float32Array): void {
  const { luck, count } = lanes;
  for (let lane = 0; lane < count; lane += 1) {
    const half = Math.imul((luck[lane] ?? 0) ^ pass, firstMultiplier);
    own[lane] = steps[Math.imul(half ^ (half >>> 15), secondMultiplier) >>> levelShift] ?? 0;
  }
}

/** Reads a table at every lane's place: shared part plus own part, straight lines between the steps. */
export function readTable(
  table: QuantileTable,
  shared: Float64Array,
  own: Float32Array,
  count: number,
  into: Float64Array,
): void {
  for (let lane = 0; lane < count; lane += 1) {
    const place = (shared[lane] ?? 0) + (own[lane] ?? 0);
    const step = place | 0;
    const low = table[step] ?? 0;
    into[lane] = low + ((table[step + 1] ?? 0) - low) * (place - step);
  }
}

/** Adds each lane's value to a total of that lane, and answers the sum over the lanes. */
export function addLanes(values: Float64Array, count: number, totals: Float64Array): number {
  let sum = 0;
  for (let lane = 0; lane < count; lane += 1) {
    const value = values[lane] ?? 0;
    totals[lane] = (totals[lane] ?? 0) + value;
    sum += value;
  }
  return sum;
}

/** Rounding in sums of durations must not push a finish at 17:00 into the next morning. */
const dayTolerance = 1e-6;

/** Counts on which days the lanes begin and finish. */
export function countDays(
  start: Float64Array,
  finish: Float64Array,
  count: number,
  startDays: DayCounts,
  finishDays: DayCounts,
): void {
  countInto(startDays, start, count, dayTolerance);
  countInto(finishDays, finish, count, -dayTolerance);
}

function countInto(
  { counts, first, daysPerBucket }: DayCounts,
  moments: Float64Array,
  count: number,
  tolerance: number,
): void {
  const origin = first - tolerance;
  const scale = 1 / daysPerBucket;
  for (let lane = 0; lane < count; lane += 1) {
    const bucket = (((moments[lane] ?? 0) - origin) * scale) | 0;
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
}

/** The arrays that a planned task is drawn from and into. */
interface PlannedLanes {
  readonly finish: Float64Array;
  readonly own: Float32Array;
  readonly shared: Float64Array;
  readonly weights: { readonly ownSteps: Float32Array };
}

/**
 * A planned task whose starts are known, in one loop: its own luck, finish and effort, and the days on which it begins and
 * ends, each in a bucket of its own. Answers the sum of its effort over the lanes. The fewer arrays the loop is about,
 * the faster it is: both counts go to one, the place of a day's bucket in it counted from an origin before all days.
 */
export function drawPlanned(
  { luck, count }: Lanes,
  pass: number,
  { finish, own, shared, weights: { ownSteps } }: PlannedLanes,
  { effort: effortTable, duration: durationTable }: TaskTables,
  start: Float64Array,
  effort: Float64Array,
  { startDays, finishDays }: { readonly startDays: DayCounts; readonly finishDays: DayCounts },
): number {
  const counts = startDays.room;
  const startOrigin = startDays.first - startDays.at - dayTolerance;
  const finishOrigin = finishDays.first - finishDays.at + dayTolerance;
  let sum = 0;
  for (let lane = 0; lane < count; lane += 1) {
    const half = Math.imul((luck[lane] ?? 0) ^ pass, firstMultiplier);
    const ownStep = ownSteps[Math.imul(half ^ (half >>> 15), secondMultiplier) >>> levelShift] ?? 0;
    own[lane] = ownStep;
    const place = (shared[lane] ?? 0) + ownStep;
    const step = place | 0;
    const within = place - step;
    const effortLow = effortTable[step] ?? 0;
    const personDays = effortLow + ((effortTable[step + 1] ?? 0) - effortLow) * within;
    effort[lane] = (effort[lane] ?? 0) + personDays;
    sum += personDays;
    const begun = start[lane] ?? 0;
    const durationLow = durationTable[step] ?? 0;
    const ended = begun + durationLow + ((durationTable[step + 1] ?? 0) - durationLow) * within;
    finish[lane] = ended;
    const startDay = (begun - startOrigin) | 0;
    counts[startDay] = (counts[startDay] ?? 0) + 1;
    const finishDay = (ended - finishOrigin) | 0;
    counts[finishDay] = (counts[finishDay] ?? 0) + 1;
  }
  return sum;
}
