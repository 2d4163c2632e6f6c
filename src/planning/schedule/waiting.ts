import type { CompiledLink } from "./compile-network";

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
  for (const { from, kind, lag } of links) {
    const moments = (kind === "start-to-start" ? starts : finishes)[from];
    if (!moments) continue;
    if (kind === "finish-to-finish") {
      if (durations) waitToFinish(moments, lag, durations, count, start);
    } else waitToStart(moments, lag, count, start);
  }
}

function waitToStart(moments: Float64Array, lag: number, count: number, start: Float64Array): void {
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

/** What a task waited for in a lane, or −1 when nothing held it longer than its earliest begin; of several the first. */
export function waitedFor(
  links: readonly CompiledLink[],
  position: number,
  starts: readonly Float64Array[],
  finishes: readonly Float64Array[],
  lane: number,
  earliest: number,
): number {
  const start = starts[position]?.[lane] ?? 0;
  if (start - earliest <= sameMoment) return -1;
  for (const { from, kind, lag } of links) {
    const moment = ((kind === "start-to-start" ? starts : finishes)[from]?.[lane] ?? 0) + lag;
    const own = kind === "finish-to-finish" ? (finishes[position]?.[lane] ?? 0) : start;
    if (Math.abs(moment - own) <= sameMoment) return from;
  }
  return -1;
}

/** Some milliseconds of a working day: more than rounding, less than any plan means. */
export const sameMoment = 1e-7;
