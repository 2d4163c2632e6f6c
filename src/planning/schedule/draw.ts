import { firstMultiplier, levelShift, secondMultiplier } from "../estimation/own-luck";
import type { QuantileTable } from "../estimation/quantile-table";
import type { Lanes } from "./block";
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

/**
 * A planned task that is done once, whose start is known: its luck, effort, finish and dates in one loop, without arrays
 * in between. Nearly all the time of a forecast is spent here. Answers the sum of its effort over the lanes.
 */
export function drawPlanned(
  lanes: Lanes,
  pass: number,
  steps: Float32Array,
  shared: Float64Array,
  effortTable: QuantileTable,
  durationTable: QuantileTable,
  start: Float64Array,
  own: Float32Array,
  finish: Float64Array,
  effort: Float64Array,
  startDays: DayCounts,
  finishDays: DayCounts,
): number {
  const { luck, count } = lanes;
  const startCounts = startDays.counts;
  const startOrigin = startDays.first - dayTolerance;
  const startScale = 1 / startDays.daysPerBucket;
  const finishCounts = finishDays.counts;
  const finishOrigin = finishDays.first + dayTolerance;
  const finishScale = 1 / finishDays.daysPerBucket;
  let sum = 0;
  for (let lane = 0; lane < count; lane += 1) {
    const half = Math.imul((luck[lane] ?? 0) ^ pass, firstMultiplier);
    const ownPart = steps[Math.imul(half ^ (half >>> 15), secondMultiplier) >>> levelShift] ?? 0;
    own[lane] = ownPart;
    const place = (shared[lane] ?? 0) + ownPart;
    const step = place | 0;
    const within = place - step;
    const effortLow = effortTable[step] ?? 0;
    const personDays = effortLow + ((effortTable[step + 1] ?? 0) - effortLow) * within;
    effort[lane] = (effort[lane] ?? 0) + personDays;
    sum += personDays;
    const durationLow = durationTable[step] ?? 0;
    const begin = start[lane] ?? 0;
    const end = begin + (durationLow + ((durationTable[step + 1] ?? 0) - durationLow) * within);
    finish[lane] = end;
    const startBucket = ((begin - startOrigin) * startScale) | 0;
    startCounts[startBucket] = (startCounts[startBucket] ?? 0) + 1;
    const finishBucket = ((end - finishOrigin) * finishScale) | 0;
    finishCounts[finishBucket] = (finishCounts[finishBucket] ?? 0) + 1;
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
  for (let lane = 0; lane < count; lane += 1) {
    const startBucket = Math.trunc(
      ((start[lane] ?? 0) + dayTolerance - startDays.first) / startDays.daysPerBucket,
    );
    startDays.counts[startBucket] = (startDays.counts[startBucket] ?? 0) + 1;
    const finishBucket = Math.trunc(
      ((finish[lane] ?? 0) - dayTolerance - finishDays.first) / finishDays.daysPerBucket,
    );
    finishDays.counts[finishBucket] = (finishDays.counts[finishBucket] ?? 0) + 1;
  }
}
