import type { Block } from "./block";
import type { CompiledNetwork } from "./compile-network";
import { append, handBack, handOver, type LaneList, partByWaiting } from "./lane-list";

/**
 * Follows the paths of the lanes that repeat the loop through their last pass; where nothing held a task any more they go
 * on with what ended the first pass last.
 */
export function followLastPass(compiled: CompiledNetwork, block: Block): void {
  const { tasks, loopFrom, loopTo } = compiled;
  const { paths, firstPassFinish, firstPassEnd } = block;
  const starts = [...block.start];
  starts.splice(loopFrom, loopTo - loopFrom, ...block.lastPassStart.slice(0, loopTo - loopFrom));
  const moments = { start: starts, finish: block.finish };
  moveRepeated(compiled, block);
  const ended = paths.ended;
  ended.count = 0;
  for (let position = loopTo - 1; position >= loopFrom; position -= 1) {
    const list = paths.throughLastPass[position - loopFrom];
    const start = starts[position];
    if (!list || !start) continue;
    partByWaiting(list, start, block.lastPassBegin, ended, paths.waiting);
    const links = tasks[position]?.linksInLoop ?? [];
    handBack(links, moments, position, paths.waiting, (from) => paths.throughLastPass[from - loopFrom]);
    for (let at = 0; at < paths.waiting.count; at += 1) append(ended, paths.waiting.lanes[at] ?? 0);
  }
  for (let position = loopTo - 1; position >= loopFrom; position -= 1) {
    const finish = firstPassFinish[position - loopFrom];
    const list = paths.through[position];
    if (finish && list) handOver(ended, finish, 0, firstPassEnd, list);
  }
}

/** Where paths enter the loop, the lanes that repeat it enter its last pass. */
function moveRepeated({ loopFrom, loopTo, firstPass }: CompiledNetwork, { paths, passes }: Block): void {
  for (let position = loopFrom; position < loopTo; position += 1) {
    const once = paths.through[position];
    const repeated = paths.throughLastPass[position - loopFrom];
    if (!once || !repeated) continue;
    repeated.count = 0;
    let left = 0;
    for (let at = 0; at < once.count; at += 1) {
      const lane = once.lanes[at] ?? 0;
      if ((passes[lane] ?? 0) > firstPass) append(repeated, lane);
      else {
        once.lanes[left] = lane;
        left += 1;
      }
    }
    once.count = left;
  }
}

/** How many lanes are in one of the lists or in both. */
export function countEither(list: LaneList, other: LaneList, marks: Uint8Array): number {
  marks.fill(0);
  for (let at = 0; at < list.count; at += 1) marks[list.lanes[at] ?? 0] = 1;
  let count = list.count;
  for (let at = 0; at < other.count; at += 1) count += 1 - (marks[other.lanes[at] ?? 0] ?? 0);
  return count;
}
