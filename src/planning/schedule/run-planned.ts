import { type Block, lanesOf } from "./block";
import type { CompiledNetwork, CompiledTask } from "./compile-network";
import { addLanes, countDays, drawOwn, drawPlanned, readTable } from "./draw";
import { addEffort, addRemaining, type Results } from "./results";
import { startsOf, waitFor } from "./waiting";

/** A task that has not begun. The usual one is done once and waits for nothing but starts: one loop draws all of it. */
export function runPlanned(
  compiled: CompiledNetwork,
  block: Block,
  position: number,
  task: CompiledTask,
  inLoop: boolean,
  scratch: Float64Array,
  results: Results,
): void {
  const lanes = lanesOf(compiled, block, position, task, results);
  if (!lanes) return;
  const { finish, own, shared, weights, kept } = lanes;
  const { count } = block;
  const pass = inLoop ? compiled.firstPass : 1;
  const luck = task.luckOfPass(pass);
  const tables = pass === 1 ? task.first : task.later;
  let effort: number;
  const { startDays, finishDays } = kept;
  const daysAreBuckets = startDays.daysPerBucket === 1 && finishDays.daysPerBucket === 1;
  if (inLoop || !daysAreBuckets || task.links.some(({ kind }) => kind === "finish-to-finish")) {
    const { start } = lanes;
    drawOwn(block, luck, weights.ownSteps, own);
    readTable(tables.duration, shared, own, count, scratch);
    start.set(block.earliest);
    waitFor(task.links, block.start, block.finish, scratch, count, start);
    for (let lane = 0; lane < count; lane += 1) finish[lane] = (start[lane] ?? 0) + (scratch[lane] ?? 0);
    readTable(tables.effort, shared, own, count, scratch);
    effort = addLanes(scratch, count, block.effort);
    if (!inLoop) countDays(start, finish, count, startDays, finishDays);
  } else {
    const start = startsOf(task.links, block, position);
    block.start[position] = start;
    effort = drawPlanned(block, luck, lanes, tables, start, block.effort, kept);
  }
  addEffort(results, task, effort);
  addRemaining(results, task, effort);
  if (tables.machineHours) {
    readTable(tables.machineHours, shared, own, count, scratch);
    addLanes(scratch, count, block.machineHours);
  }
}
