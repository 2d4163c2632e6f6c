import type { Block } from "./block";
import type { CompiledNetwork } from "./compile-network";
import { countEither, followLastPass } from "./critical-last-pass";
import { append, handBack, partByWaiting } from "./lane-list";
import type { Results } from "./results";
import { sameMoment } from "./same-moment";

/**
 * Counts in how many runs each task is on the critical path, going back from the last task to the first: the lanes whose
 * path goes through a task are handed to what it waited for in each of them, which the moments tell; of several that held
 * it the first. Through a repeated loop a path goes twice, by the last pass and by the first: the passes between have the
 * same tasks.
 */
export function countCriticalPaths(compiled: CompiledNetwork, block: Block, results: Results): void {
  const { tasks, loopFrom, loopTo, network } = compiled;
  const { through, throughLastPass, marks } = block.paths;
  for (const list of through) list.count = 0;
  block.earliest.fill(network.now);
  beginAtTheEnd(compiled, block);
  for (let position = tasks.length - 1; position >= loopTo; position -= 1)
    followLinks(compiled, block, position, block.finish);
  if (loopTo > loopFrom) followLastPass(compiled, block);
  const finishes = loopTo > loopFrom ? finishesOfFirstPass(compiled, block) : block.finish;
  for (let position = loopTo - 1; position >= 0; position -= 1)
    followLinks(compiled, block, position, finishes);
  for (let position = 0; position < tasks.length; position += 1) {
    const kept = results.tasks[tasks[position]?.place ?? -1];
    const once = through[position];
    const again =
      position >= loopFrom && position < loopTo ? throughLastPass[position - loopFrom] : undefined;
    if (kept && once) kept.critical += again ? countEither(once, again, marks) : once.count;
  }
}

/**
 * Of several tasks that finish last the first: a later one only when it is later by more than rounding than the one kept. To
 * begin with whichever is close to the very last would differ where several lie close together in a row.
 */
function beginAtTheEnd({ ends }: CompiledNetwork, { paths, finish, count }: Block): void {
  const { latest, lastTask, through } = paths;
  const [first, ...others] = ends;
  const firstFinish = first === undefined ? undefined : finish[first];
  if (first === undefined || !firstFinish) return;
  latest.set(firstFinish);
  lastTask.fill(first);
  for (const position of others) {
    const moments = finish[position];
    if (moments) keepLater(moments, position, count, latest, lastTask);
  }
  for (let lane = 0; lane < count; lane += 1) {
    const list = through[lastTask[lane] ?? first];
    if (list) append(list, lane);
  }
}

/** A sum instead of a choice, as in `waitToStart`. */
function keepLater(
  moments: Float64Array,
  position: number,
  count: number,
  latest: Float64Array,
  lastTask: Int32Array,
): void {
  for (let lane = 0; lane < count; lane += 1) {
    const known = latest[lane] ?? 0;
    const later = (moments[lane] ?? 0) - known;
    const isLater = Number(later > sameMoment);
    latest[lane] = known + isLater * later;
    lastTask[lane] = (lastTask[lane] ?? 0) + isLater * (position - (lastTask[lane] ?? 0));
  }
}

/** From a task in the only pass, or in the first that is simulated, to what it waited for. */
function followLinks(
  { tasks }: CompiledNetwork,
  { paths, start, earliest }: Block,
  position: number,
  finish: readonly Float64Array[],
): void {
  const list = paths.through[position];
  const starts = start[position];
  const task = tasks[position];
  if (!list || list.count === 0 || !starts || task?.work.kind !== "planned") return;
  paths.ended.count = 0;
  partByWaiting(list, starts, earliest, paths.ended, paths.waiting);
  handBack(task.links, { start, finish }, position, paths.waiting, (from) => paths.through[from]);
}

function finishesOfFirstPass({ loopFrom, loopTo }: CompiledNetwork, block: Block): Float64Array[] {
  const finishes = [...block.finish];
  finishes.splice(loopFrom, loopTo - loopFrom, ...block.firstPassFinish.slice(0, loopTo - loopFrom));
  return finishes;
}
