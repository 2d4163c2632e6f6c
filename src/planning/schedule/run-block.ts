import { valueAt } from "../estimation/quantile-table";
import { scoreLimit, stepsPerScore } from "../estimation/score-steps";
import { type Block, ownSteps } from "./block";
import type { CompiledNetwork, CompiledTask, CompiledWork } from "./compile-network";
import { countCriticalPaths } from "./critical-runs";
import { addLanes, countDays, drawOwn, readPlanned, readTable } from "./draw";
import { repeatLoop } from "./repeat-loop";
import { addEffort, type Results, type TaskResults } from "./results";
import { remainingWorkingDays, scoreBeyond } from "./started-task";
import { waitFor } from "./waiting";

/** Simulates a block: every task in execution order, the loop's later passes after its first, then what came of it. */
export function runBlock(
  compiled: CompiledNetwork,
  block: Block,
  scratch: Float64Array,
  results: Results,
): void {
  for (let position = 0; position < compiled.loopTo; position += 1)
    runTask(compiled, block, position, scratch, results);
  repeatLoop(compiled, block, scratch, results);
  for (let position = compiled.loopTo; position < compiled.tasks.length; position += 1)
    runTask(compiled, block, position, scratch, results);
  endProject(compiled, block);
  countCriticalPaths(compiled, block, results);
  countLuck(compiled, block, results);
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

function runPlanned(
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
  const { start, finish, own, shared, steps, kept } = lanes;
  const { count } = block;
  const pass = inLoop ? compiled.firstPass : 1;
  const luck = task.luckOfPass(pass);
  const tables = pass === 1 ? task.first : task.later;
  start.fill(compiled.network.now);
  drawOwn(block, luck, steps, own);
  let effort: number;
  if (task.links.some(({ kind }) => kind === "finish-to-finish")) {
    readTable(tables.duration, shared, own, count, scratch);
    waitFor(task.links, block.start, block.finish, scratch, count, start);
    for (let lane = 0; lane < count; lane += 1) finish[lane] = (start[lane] ?? 0) + (scratch[lane] ?? 0);
    readTable(tables.effort, shared, own, count, scratch);
    effort = addLanes(scratch, count, block.effort);
  } else {
    waitFor(task.links, block.start, block.finish, null, count, start);
    effort = readPlanned(tables, shared, own, start, count, finish, block.effort);
  }
  if (!inLoop) countDays(start, finish, count, kept.startDays, kept.finishDays);
  addEffort(results, task, effort);
  results.remainingEffortPersonDays += effort;
  if (tables.machineHours) {
    readTable(tables.machineHours, shared, own, count, scratch);
    addLanes(scratch, count, block.machineHours);
  }
}

/** Work in hand keeps its start and draws from what is still possible; effort remains in proportion to its time. */
function runStarted(
  compiled: CompiledNetwork,
  block: Block,
  position: number,
  task: CompiledTask,
  work: Extract<CompiledWork, { kind: "started" }>,
  inLoop: boolean,
  scratch: Float64Array,
  results: Results,
): void {
  const lanes = lanesOf(compiled, block, position, task, results);
  if (!lanes) return;
  const { start, finish, own, shared, steps, kept } = lanes;
  const pass = inLoop ? compiled.firstPass : 1;
  const tables = pass === 1 ? task.first : task.later;
  const elapsed = pass === 1 ? work.elapsed : 0;
  const chancePassed = pass === 1 ? work.chancePassed : 0;
  const ownWeight = compiled.scoreWeights[task.weights]?.own ?? 1;
  const resumed = Math.max(compiled.network.now, work.startedAt);
  drawOwn(block, task.luckOfPass(pass), steps, own);
  for (let lane = 0; lane < block.count; lane += 1) {
    const place = (shared[lane] ?? 0) + (own[lane] ?? 0);
    const score = scoreBeyond(place / stepsPerScore - scoreLimit, chancePassed);
    const ownScore = (own[lane] ?? 0) / (stepsPerScore * ownWeight);
    const drawnEffort = valueAt(tables.effort, score);
    const remaining = remainingWorkingDays(valueAt(tables.duration, score), elapsed, ownScore);
    const remainingEffort = drawnEffort * (remaining / (elapsed + remaining || 1));
    const effort = (work.spentPersonDays ?? drawnEffort - remainingEffort) + remainingEffort;
    start[lane] = work.startedAt;
    finish[lane] = resumed + remaining;
    addEffort(results, task, effort);
    results.remainingEffortPersonDays += remainingEffort;
    block.effort[lane] = (block.effort[lane] ?? 0) + effort;
    scratch[lane] = tables.machineHours ? valueAt(tables.machineHours, score) : 0;
  }
  addLanes(scratch, block.count, block.machineHours);
  if (!inLoop) countDays(start, finish, block.count, kept.startDays, kept.finishDays);
}

function lanesOf(
  compiled: CompiledNetwork,
  block: Block,
  position: number,
  task: CompiledTask,
  results: Results,
) {
  const start = block.start[position];
  const finish = block.finish[position];
  const own = block.own[position];
  const shared = block.shared[task.weights];
  const weights = compiled.scoreWeights[task.weights];
  const kept = results.tasks[task.place];
  if (!start || !finish || !own || !shared || !weights || !kept) return null;
  return { start, finish, own, shared, steps: ownSteps(weights.own), kept };
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
  const known = task.work.kind === "started" && task.work.spentPersonDays !== null;
  const own = new Float32Array(block.count);
  for (let pass = 1; pass < compiled.firstPass; pass += 1) {
    const tables = pass === 1 ? task.first : task.later;
    drawOwn(block, task.luckOfPass(pass), ownSteps(weights.own), own);
    if (!known) {
      readTable(tables.effort, shared, own, block.count, scratch);
      addEffort(results, task, addLanes(scratch, block.count, block.effort));
    }
    if (!tables.machineHours) continue;
    readTable(tables.machineHours, shared, own, block.count, scratch);
    addLanes(scratch, block.count, block.machineHours);
  }
}

function endProject({ ends, network }: CompiledNetwork, block: Block): void {
  const { projectFinish, count } = block;
  projectFinish.fill(network.base);
  for (const position of ends) {
    const finish = block.finish[position];
    if (!finish) continue;
    for (let lane = 0; lane < count; lane += 1)
      projectFinish[lane] = Math.max(projectFinish[lane] ?? 0, finish[lane] ?? 0);
  }
}

/** How each task's own luck goes with the finish: what sensitivity is computed from. */
function countLuck({ tasks, network }: CompiledNetwork, block: Block, results: Results): void {
  for (let position = 0; position < tasks.length; position += 1) {
    const task = tasks[position];
    const kept = results.tasks[task?.place ?? -1];
    const own = block.own[position];
    if (task && kept && own && task.work.kind !== "done")
      addMoments(own, block.projectFinish, network.base, block.count, kept);
  }
}

function addMoments(
  own: Float32Array,
  projectFinish: Float64Array,
  base: number,
  count: number,
  kept: TaskResults,
): void {
  let sum = 0;
  let squares = 0;
  let products = 0;
  for (let lane = 0; lane < count; lane += 1) {
    const luck = own[lane] ?? 0;
    sum += luck;
    squares += luck * luck;
    products += luck * ((projectFinish[lane] ?? 0) - base);
  }
  kept.own += sum;
  kept.ownSquared += squares;
  kept.ownTimesFinish += products;
}

function record({ network, spent: dropped }: CompiledNetwork, block: Block, results: Results): void {
  const { perRun } = results;
  const spent = dropped.reduce((sum, { effortPersonDays }) => sum + effortPersonDays, 0);
  for (const task of dropped) addEffort(results, task, task.effortPersonDays * block.count);
  for (let lane = 0; lane < block.count; lane += 1) {
    const run = block.runs[lane] ?? 0;
    const effort = (block.effort[lane] ?? 0) + spent;
    const machineHours = block.machineHours[lane] ?? 0;
    const machineCost = Math.round(machineHours * network.acceleratorHourCostMinor);
    perRun.finish[run] = block.projectFinish[lane] ?? 0;
    perRun.effortPersonDays[run] = effort;
    perRun.machineHours[run] = machineHours;
    perRun.machineCostMinor[run] = machineCost;
    perRun.costMinor[run] =
      Math.round(effort * network.personDayCostMinor) + machineCost + network.oneOffCostMinor;
    perRun.monthlyCostMinor[run] = network.monthlyCostMinor;
  }
}
