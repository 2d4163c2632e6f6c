import type { CompiledLink } from "./compile-network";
import { sameMoment } from "./same-moment";

/** Some lanes of a block. There is room for all of them, and for one more to be written before it is known not to count. */
export interface LaneList {
  count: number;
  readonly lanes: Uint16Array;
}

export function laneList(most: number): LaneList {
  return { count: 0, lanes: new Uint16Array(most + 1) };
}

/**
 * Hands over the lanes in which two moments are the same; the others stay. Both lists are written to and one of them is
 * advanced, so that there is nothing for the processor to guess.
 */
export function handOver(
  waiting: LaneList,
  moments: Float64Array,
  lag: number,
  own: Float64Array,
  to: LaneList,
): void {
  const { lanes: rest, count } = waiting;
  const { lanes: handed } = to;
  let took = to.count;
  let left = 0;
  for (let at = 0; at < count; at += 1) {
    const lane = rest[at] ?? 0;
    const same = Number(Math.abs((moments[lane] ?? 0) + lag - (own[lane] ?? 0)) <= sameMoment);
    handed[took] = lane;
    rest[left] = lane;
    took += same;
    left += 1 - same;
  }
  to.count = took;
  waiting.count = left;
}

/** Copies the lanes of a list: those that began no later than they could to the one, those that were held to the other. */
export function partByWaiting(
  list: LaneList,
  start: Float64Array,
  earliest: Float64Array,
  free: LaneList,
  held: LaneList,
): void {
  const { lanes, count } = list;
  const { lanes: freeLanes } = free;
  const { lanes: heldLanes } = held;
  let freeCount = free.count;
  let heldCount = 0;
  for (let at = 0; at < count; at += 1) {
    const lane = lanes[at] ?? 0;
    const waited = Number((start[lane] ?? 0) - (earliest[lane] ?? 0) > sameMoment);
    freeLanes[freeCount] = lane;
    heldLanes[heldCount] = lane;
    freeCount += 1 - waited;
    heldCount += waited;
  }
  free.count = freeCount;
  held.count = heldCount;
}

/** Hands lanes that a task was held in to what held it; those that nothing explains stay. */
export function handBack(
  links: readonly CompiledLink[],
  { start, finish }: { readonly start: readonly Float64Array[]; readonly finish: readonly Float64Array[] },
  position: number,
  waiting: LaneList,
  listOf: (from: number) => LaneList | undefined,
): void {
  for (const { from, kind, lag } of links) {
    const moments = (kind === "start-to-start" ? start : finish)[from];
    const own = (kind === "finish-to-finish" ? finish : start)[position];
    const to = listOf(from);
    if (moments && own && to) handOver(waiting, moments, lag, own, to);
  }
}

export function append(list: LaneList, lane: number): void {
  list.lanes[list.count] = lane;
  list.count += 1;
}
