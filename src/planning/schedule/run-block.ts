import { type Block, lanesPerBlock } from "./block";
import type { CompiledNetwork, CompiledTask, CompiledWork } from "./compile-network";
import { countCriticalPaths } from "./critical-runs";
import { addLanes, countDays, drawOwn, readTable } from "./draw";
import { countLuck, endProject, record } from "./end-block";
import { repeatLoop } from "./repeat-loop";
import { addEffort, type Results } from "./results";
import { runPlanned } from "./run-planned";
import { runStarted } from "./run-started";

/** Simulates a block: every task in execution order, the loop's later passes after its first, then what came of it, and if asked why it came so. */
export function runBlock(
  compiled: CompiledNetwork,
  block: Block,
  scratch: Float64Array,
  results: Results,
  asksWhy: boolean,
): void {
  block.earliest.fill(compiled.network.now);
  for (let position = 0; position < compiled.loopTo; position += 1)
    runTask(compiled, block, position, scratch, results);
  repeatLoop(compiled, block, scratch, results);
  for (let position = compiled.loopTo; position < compiled.tasks.length; position += 1)
    runTask(compiled, block, position, scratch, results);
  endProject(compiled, block);
  if (asksWhy) {
    countCriticalPaths(compiled, block, results);
    countLuck(compiled, block, results);
  }
  record(compiled, block, results);
}

/** A task in the first pass that is simulated. */
function runTask(
  compiled: CompiledNetwork,
  block: Block,
  position: number,
  scratch: Float64Array,
  results: Results,
): void {
  const task = compiled.tasks[position];
  const kept = results.tasks[task?.place ?? -1];
  if (!task || !kept) return;
  kept.present += block.count;
  block.start[position] = block.ownStart[position] ?? new Float64Array(lanesPerBlock);
  if (task.work.kind === "done") {
    placeDone(block, position, task, task.work, results);
    return;
  }
  const inLoop = position >= compiled.loopFrom && position < compiled.loopTo;
  if (inLoop) addPassesBehind(compiled, block, task, scratch, results);
  if (task.work.kind === "started")
    runStarted(compiled, block, position, task, task.work, inLoop, scratch, results);
  else runPlanned(compiled, block, position, task, inLoop, scratch, results);
  if (inLoop) block.firstPassFinish[position - compiled.loopFrom]?.set(block.finish[position] ?? []);
}

function placeDone(
  block: Block,
  position: number,
  task: CompiledTask,
  work: Extract<CompiledWork, { kind: "done" }>,
  results: Results,
): void {
  const start = block.start[position];
  const finish = block.finish[position];
  const kept = results.tasks[task.place];
  if (!start || !finish || !kept) return;
  start.fill(work.startedAt);
  finish.fill(work.finishedAt);
  for (let lane = 0; lane < block.count; lane += 1) {
    block.effort[lane] = (block.effort[lane] ?? 0) + work.effortPersonDays;
    block.spent[lane] = (block.spent[lane] ?? 0) + work.effortPersonDays;
    block.machineHours[lane] = (block.machineHours[lane] ?? 0) + work.machineHours;
    addEffort(results, task, work.effortPersonDays);
  }
  countDays(start, finish, block.count, kept.startDays, kept.finishDays);
}

/** Passes before the one the project is in: their work is spent and counts, their time has passed. */
function addPassesBehind(
  compiled: CompiledNetwork,
  block: Block,
  task: CompiledTask,
  scratch: Float64Array,
  results: Results,
): void {
  const weights = compiled.scoreWeights[task.weights];
  const shared = block.shared[task.weights];
  if (!weights || !shared) return;
  const effortIsKnown = task.work.kind === "started" && task.work.spentPersonDays !== null;
  const hoursAreKnown = task.work.kind === "started" && task.work.spentMachineHours !== null;
  const own = new Float32Array(block.count);
  for (let pass = 1; pass < compiled.firstPass; pass += 1) {
    const tables = pass === 1 ? task.first : task.later;
    drawOwn(block, task.luckOfPass(pass), weights.ownSteps, own);
    if (!effortIsKnown) {
      readTable(tables.effort, shared, own, block.count, scratch);
      addEffort(results, task, addLanes(scratch, block.count, block.effort));
      addLanes(scratch, block.count, block.spent);
    }
    if (!tables.machineHours || hoursAreKnown) continue;
    readTable(tables.machineHours, shared, own, block.count, scratch);
    addLanes(scratch, block.count, block.machineHours);
  }
}
