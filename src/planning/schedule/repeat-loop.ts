import type { Block } from "./block";
import type { CompiledNetwork } from "./compile-network";
import { addLanes, countDays, drawOwn, readTable } from "./draw";
import { addEffort, addRemaining, type Results } from "./results";
import { waitFor } from "./waiting";

/**
 * The passes after the first that is simulated, one after the other, over the lanes that need them: a pass begins when
 * the one before has ended. Lanes that need no more keep the finishes they have.
 */
export function repeatLoop(
  compiled: CompiledNetwork,
  block: Block,
  scratch: Float64Array,
  results: Results,
): void {
  const { loopFrom, loopTo, firstPass } = compiled;
  if (loopTo === loopFrom) return;
  endFirstPass(compiled, block);
  for (let pass = firstPass + 1; takeLanes(block, pass) > 0; pass += 1) {
    for (let position = loopFrom; position < loopTo; position += 1)
      repeatTask(compiled, block, position, pass, scratch, results);
    endPass(block);
  }
  for (let position = loopFrom; position < loopTo; position += 1) {
    const kept = results.tasks[compiled.tasks[position]?.place ?? -1];
    const start = block.start[position];
    const finish = block.finish[position];
    if (kept && start && finish) countDays(start, finish, block.count, kept.startDays, kept.finishDays);
  }
}

function endFirstPass({ loopFrom, loopTo, network }: CompiledNetwork, block: Block): void {
  const { passEnd } = block.later;
  passEnd.fill(network.now);
  for (let position = loopFrom; position < loopTo; position += 1) {
    const finish = block.finish[position];
    for (let lane = 0; lane < block.count; lane += 1)
      passEnd[lane] = Math.max(passEnd[lane] ?? 0, finish?.[lane] ?? 0);
  }
  block.firstPassEnd.set(passEnd);
}

/** Moves the lanes that take this pass together; answers how many there are. */
function takeLanes(block: Block, pass: number): number {
  const { later } = block;
  let count = 0;
  for (let lane = 0; lane < block.count; lane += 1) {
    if ((block.passes[lane] ?? 0) < pass) continue;
    const begin = later.passEnd[lane] ?? 0;
    later.laneOf[count] = lane;
    later.luck[count] = block.luck[lane] ?? 0;
    for (let weights = 0; weights < later.shared.length; weights += 1) {
      const shared = later.shared[weights];
      if (shared) shared[count] = block.shared[weights]?.[lane] ?? 0;
    }
    later.begin[count] = begin;
    later.end[count] = begin;
    later.effort[count] = 0;
    later.machineHours[count] = 0;
    count += 1;
  }
  later.count = count;
  return count;
}

function repeatTask(
  compiled: CompiledNetwork,
  block: Block,
  position: number,
  pass: number,
  scratch: Float64Array,
  results: Results,
): void {
  const { later } = block;
  const { count, own } = later;
  const task = compiled.tasks[position];
  const start = later.start[position];
  const finish = later.finish[position];
  const shared = later.shared[task?.weights ?? -1];
  const weights = compiled.scoreWeights[task?.weights ?? -1];
  if (!task || !start || !finish || !shared || !weights) return;
  drawOwn(later, task.luckOfPass(pass), weights.ownSteps, own);
  readTable(task.later.duration, shared, own, count, scratch);
  start.set(later.begin);
  waitFor(task.linksInLoop, later.start, later.finish, scratch, count, start);
  for (let at = 0; at < count; at += 1) {
    const finished = (start[at] ?? 0) + (scratch[at] ?? 0);
    finish[at] = finished;
    later.end[at] = Math.max(later.end[at] ?? 0, finished);
  }
  readTable(task.later.effort, shared, own, count, scratch);
  const effort = addLanes(scratch, count, later.effort);
  addEffort(results, task, effort);
  addRemaining(results, task, effort);
  if (task.later.machineHours) {
    readTable(task.later.machineHours, shared, own, count, scratch);
    addLanes(scratch, count, later.machineHours);
  }
  putBack(start, block, block.lastPassStart[position - compiled.loopFrom]);
  putBack(finish, block, block.finish[position]);
}

function endPass(block: Block): void {
  const { later } = block;
  putBack(later.begin, block, block.lastPassBegin);
  putBack(later.end, block, later.passEnd);
  for (let at = 0; at < later.count; at += 1) {
    const lane = later.laneOf[at] ?? 0;
    block.effort[lane] = (block.effort[lane] ?? 0) + (later.effort[at] ?? 0);
    block.machineHours[lane] = (block.machineHours[lane] ?? 0) + (later.machineHours[at] ?? 0);
  }
}

function putBack(from: Float64Array, { later }: Block, into: Float64Array | undefined): void {
  if (!into) return;
  for (let at = 0; at < later.count; at += 1) into[later.laneOf[at] ?? 0] = from[at] ?? 0;
}
