import { type Block, lanesPerBlock } from "./block";
import type { CompiledLink } from "./compile-network";

/**
 * When a task that is planned, outside the loop, begins in each lane: at the latest of what its links demand and now. When
 * it waits for one other alone, its starts are the other's finishes, the same array.
 */
export function startsOf(links: readonly CompiledLink[], block: Block, position: number): Float64Array {
  const own = block.ownStart[position] ?? new Float64Array(lanesPerBlock);
  const [first, second] = links;
  if (first?.afterNow) {
    const finish = block.finish[first.from];
    if (finish && !second && first.lag === 0) return finish;
    const other = second?.afterNow ? block.finish[second.from] : undefined;
    if (finish && other && second) {
      laterOf(finish, first.lag, other, second.lag, block.count, own);
      for (const link of links.slice(2)) waitForOne(link, block.start, block.finish, null, block.count, own);
      return own;
    }
  }
  own.set(block.earliest);
  waitFor(links, block.start, block.finish, null, block.count, own);
  return own;
}

/**
 * Moves each lane's start to what the links demand. The larger of two numbers is written as a sum so that there is
 * nothing to guess for the processor: which of two tasks ends later is as good as chance, and guessing wrong costs more
 * than the sum. It may be off by a unit in the last place.
 */
export function waitFor(
  links: readonly CompiledLink[],
  starts: readonly Float64Array[],
  finishes: readonly Float64Array[],
  durations: Float64Array | null,
  count: number,
  start: Float64Array,
): void {
  for (const link of links) waitForOne(link, starts, finishes, durations, count, start);
}

function waitForOne(
  { from, kind, lag }: CompiledLink,
  starts: readonly Float64Array[],
  finishes: readonly Float64Array[],
  durations: Float64Array | null,
  count: number,
  start: Float64Array,
): void {
  const moments = (kind === "start-to-start" ? starts : finishes)[from];
  if (!moments) return;
  if (kind === "finish-to-finish") {
    if (durations) waitToFinish(moments, lag, durations, count, start);
  } else waitToStart(moments, lag, count, start);
}

function laterOf(
  one: Float64Array,
  lag: number,
  other: Float64Array,
  otherLag: number,
  count: number,
  start: Float64Array,
): void {
  for (let lane = 0; lane < count; lane += 1) {
    const moment = (one[lane] ?? 0) + lag;
    const later = (other[lane] ?? 0) + otherLag - moment;
    start[lane] = moment + 0.5 * (later + Math.abs(later));
  }
}

export function waitToStart(moments: Float64Array, lag: number, count: number, start: Float64Array): void {
  for (let lane = 0; lane < count; lane += 1) {
    const known = start[lane] ?? 0;
    const later = (moments[lane] ?? 0) + lag - known;
    start[lane] = known + 0.5 * (later + Math.abs(later));
  }
}

function waitToFinish(
  moments: Float64Array,
  lag: number,
  durations: Float64Array,
  count: number,
  start: Float64Array,
): void {
  for (let lane = 0; lane < count; lane += 1) {
    const known = start[lane] ?? 0;
    const later = (moments[lane] ?? 0) + lag - (durations[lane] ?? 0) - known;
    start[lane] = known + 0.5 * (later + Math.abs(later));
  }
}
