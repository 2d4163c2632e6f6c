import type { CompiledNetwork, CompiledTask } from "./compile-network";
import { overrunWorkingDays } from "./started-task";

/** How many runs began or finished something on each working day: all that dates are read from, whatever the runs. */
export interface DayCounts {
  /** The first working day counted. */
  readonly first: number;
  readonly daysPerBucket: number;
  readonly counts: Int32Array;
  /** The array that the counts are part of, and where they begin in it. */
  readonly room: Int32Array;
  readonly at: number;
}

/** A span of more days than this (some thirty years) is counted in coarser steps. */
const bucketsAtMost = 8192;

/** Between which moments something is counted. */
export interface Span {
  from: number;
  to: number;
}

/**
 * Nothing counted yet within these spans. Their counts lie in one array: many small ones take long to come by, and the
 * innermost loop counts starts and finishes in the same array.
 */
export function dayCountsOf(spans: readonly Span[]): DayCounts[] {
  const sizes = spans.map(bucketsOf);
  const room = new Int32Array(sizes.reduce((sum, { buckets }) => sum + buckets, 0));
  let taken = 0;
  return sizes.map(({ first, daysPerBucket, buckets }) => {
    taken += buckets;
    const at = taken - buckets;
    return { first, daysPerBucket, counts: room.subarray(at, taken), room, at };
  });
}

function bucketsOf({ from, to }: Span) {
  if (from > to) return { first: -1, daysPerBucket: 1, buckets: 1 };
  const first = Math.floor(from) - 1;
  const days = Math.ceil(to) + 2 - first;
  const daysPerBucket = Math.ceil(days / bucketsAtMost);
  return { first, daysPerBucket, buckets: Math.ceil(days / daysPerBucket) + 1 };
}

/** The day by which this share of the runs counted had come, by nearest rank. */
export function dayAt({ first, daysPerBucket, counts }: DayCounts, share: number, counted: number): number {
  const rank = Math.max(1, Math.ceil(share * counted - 1e-9));
  let seen = 0;
  let bucket = 0;
  while (bucket < counts.length) {
    seen += counts[bucket] ?? 0;
    if (seen >= rank) break;
    bucket += 1;
  }
  return first + bucket * daysPerBucket;
}

export interface MomentBounds {
  readonly startFrom: Float64Array;
  readonly startTo: Float64Array;
  readonly finishFrom: Float64Array;
  readonly finishTo: Float64Array;
}

/** Moments between which each task surely begins and ends, by position: the network walked with the estimates' ends. */
export function momentBounds(compiled: CompiledNetwork): MomentBounds {
  const { tasks, network, firstPass, loopFrom, loopTo } = compiled;
  const bounds: MomentBounds = {
    startFrom: new Float64Array(tasks.length),
    startTo: new Float64Array(tasks.length),
    finishFrom: new Float64Array(tasks.length),
    finishTo: new Float64Array(tasks.length),
  };
  const walk = (position: number) => boundTask(compiled, bounds, position);
  for (let position = 0; position < loopTo; position += 1) walk(position);
  const loop = tasks.slice(loopFrom, loopTo);
  for (let pass = firstPass; pass < network.loop.budgetPasses; pass += 1) {
    const finishTo = bounds.finishTo.subarray(loopFrom, loopTo);
    const longest = loop.reduce((sum, { later, links }) => sum + atMost(later.duration) + lagsOf(links), 0);
    finishTo.fill(finishTo.reduce((end, finish) => Math.max(end, finish), network.now) + longest);
  }
  for (let position = loopTo; position < tasks.length; position += 1) walk(position);
  return bounds;
}

function boundTask(compiled: CompiledNetwork, bounds: MomentBounds, position: number): void {
  const task = compiled.tasks[position];
  if (!task) return;
  const { now } = compiled.network;
  const { work } = task;
  const set = (startFrom: number, startTo: number, finishFrom: number, finishTo: number) => {
    bounds.startFrom[position] = startFrom;
    bounds.startTo[position] = startTo;
    bounds.finishFrom[position] = finishFrom;
    bounds.finishTo[position] = finishTo;
  };
  if (work.kind === "done") {
    set(work.startedAt, work.startedAt, work.finishedAt, work.finishedAt);
    return;
  }
  const most = Math.max(atMost(task.first.duration), atMost(task.later.duration));
  if (work.kind === "started") {
    const from = Math.max(now, work.startedAt);
    const longest = Math.max(most, overrunWorkingDays(work.elapsed));
    set(work.startedAt, work.startedAt, from, from + longest);
    return;
  }
  const startTo = task.links.reduce((latest, { from, kind, lag }) => {
    const moment = kind === "start-to-start" ? bounds.startTo[from] : bounds.finishTo[from];
    return Math.max(latest, (moment ?? now) + lag);
  }, now);
  set(now, startTo, now, startTo + most);
}

function atMost(table: CompiledTask["first"]["duration"]): number {
  return table.at(-1) ?? 0;
}

function lagsOf(links: CompiledTask["links"]): number {
  return links.reduce((sum, { lag }) => sum + Math.max(0, lag), 0);
}
