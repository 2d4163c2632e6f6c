import type { CompiledPlan, CompiledTask } from "./compile";
import { markCriticalPath } from "./critical-path";
import type { RunResults } from "./run-results";
import { drawTask, remainingWorkingDays, type TaskDraw } from "./task-draw";

/** Where a run keeps the network while it walks it, by position in the execution order. */
export interface RunWalk {
  readonly start: Float64Array;
  readonly finish: Float64Array;
  /** The task that was waited for, −1 for none: in the loop's first pass and elsewhere, and in its last pass. */
  readonly waitedFor: Int32Array;
  readonly waitedForInLastPass: Int32Array;
  /** The loop task that ended the first pass, −1 when there is no loop. */
  firstPassEnd: number;
  repeated: boolean;
  effortPersonDays: number;
  remainingPersonDays: number;
  machineHours: number;
  readonly draw: TaskDraw;
}

export function newWalk(tasks: number): RunWalk {
  return {
    start: new Float64Array(tasks),
    finish: new Float64Array(tasks),
    waitedFor: new Int32Array(tasks),
    waitedForInLastPass: new Int32Array(tasks),
    firstPassEnd: -1,
    repeated: false,
    effortPersonDays: 0,
    remainingPersonDays: 0,
    machineHours: 0,
    draw: { own: 0, durationWorkingDays: 0, effortPersonDays: 0, machineHours: 0 },
  };
}

/** One run: draws every task, walks the network forwards, repeats the loop, and writes what came of it. */
export function simulateRun(
  plan: CompiledPlan,
  walk: RunWalk,
  run: number,
  shared: number,
  passes: number,
  results: RunResults,
): void {
  const firstPass = Math.max(1, plan.loopPass);
  walk.firstPassEnd = -1;
  walk.repeated = plan.loopTo > plan.loopFrom && passes > firstPass;
  walk.effortPersonDays = 0;
  walk.remainingPersonDays = 0;
  walk.machineHours = 0;
  for (const { demandSlot, effortPersonDays } of plan.spent)
    addEffort(walk, results, demandSlot, effortPersonDays, 0);
  for (let position = 0; position < plan.loopTo; position += 1)
    runTask(plan, walk, position, run, shared, firstPass, results);
  let passEnd = latestInLoop(plan, walk);
  for (let pass = firstPass + 1; pass <= passes; pass += 1)
    passEnd = repeatLoop(plan, walk, passEnd, run, shared, pass, results);
  for (let position = plan.loopTo; position < plan.tasks.length; position += 1)
    runTask(plan, walk, position, run, shared, firstPass, results);
  markCriticalPath(plan, walk, results);
  record(plan, walk, run, results);
}

function runTask(
  plan: CompiledPlan,
  walk: RunWalk,
  position: number,
  run: number,
  shared: number,
  firstPass: number,
  results: RunResults,
): void {
  const task = plan.tasks[position];
  if (!task) return;
  const { work } = task;
  walk.waitedFor[position] = -1;
  walk.waitedForInLastPass[position] = -1;
  if (work.kind === "done") {
    walk.start[position] = work.startedAt;
    walk.finish[position] = work.finishedAt;
    walk.machineHours += work.machineHours;
    addEffort(walk, results, task.demandSlot, work.effortPersonDays, 0);
    return;
  }
  const inLoop = position >= plan.loopFrom && position < plan.loopTo;
  const pass = inLoop ? firstPass : 1;
  if (inLoop) addPassesBehind(task, walk, run, shared, firstPass, results);
  const { draw } = walk;
  if (work.kind === "started") {
    const elapsed = pass === 1 ? work.elapsed : 0;
    drawTask(task, run, pass, shared, pass === 1 ? work.chancePassed : 0, draw);
    const remaining = remainingWorkingDays(draw.durationWorkingDays, elapsed, draw.own);
    const remainingShare = remaining / (elapsed + remaining || 1);
    const remainingEffort = draw.effortPersonDays * remainingShare;
    const spent = work.spentPersonDays ?? draw.effortPersonDays - remainingEffort;
    walk.start[position] = work.startedAt;
    walk.finish[position] = Math.max(plan.now, work.startedAt) + remaining;
    addEffort(walk, results, task.demandSlot, spent + remainingEffort, remainingEffort);
  } else {
    drawTask(task, run, pass, shared, 0, draw);
    const start = waitFor(walk, task.after, plan.now, position, walk.waitedFor);
    walk.start[position] = start;
    walk.finish[position] = start + draw.durationWorkingDays;
    addEffort(walk, results, task.demandSlot, draw.effortPersonDays, draw.effortPersonDays);
  }
  walk.machineHours += draw.machineHours;
  results.own[task.place * results.runs + run] = draw.own;
}

/** Passes before the one the project is in: their work is spent and counts, their time has passed. */
function addPassesBehind(
  task: CompiledTask,
  walk: RunWalk,
  run: number,
  shared: number,
  firstPass: number,
  results: RunResults,
): void {
  const known = task.work.kind === "started" && task.work.spentPersonDays !== null;
  for (let pass = 1; pass < firstPass; pass += 1) {
    drawTask(task, run, pass, shared, 0, walk.draw);
    if (!known) addEffort(walk, results, task.demandSlot, walk.draw.effortPersonDays, 0);
    walk.machineHours += walk.draw.machineHours;
  }
}

function latestInLoop(plan: CompiledPlan, walk: RunWalk): number {
  let end = plan.now;
  for (let position = plan.loopFrom; position < plan.loopTo; position += 1) {
    const finish = walk.finish[position] ?? 0;
    if (finish >= end) {
      end = finish;
      walk.firstPassEnd = position;
    }
  }
  return end;
}

/** Another pass: its first tasks begin when the pass before has ended. Returns when this one ends. */
function repeatLoop(
  plan: CompiledPlan,
  walk: RunWalk,
  begin: number,
  run: number,
  shared: number,
  pass: number,
  results: RunResults,
): number {
  let end = begin;
  for (let position = plan.loopFrom; position < plan.loopTo; position += 1) {
    const task = plan.tasks[position];
    if (!task) continue;
    const { draw } = walk;
    drawTask(task, run, pass, shared, 0, draw);
    const start = waitFor(walk, task.afterInLoop, begin, position, walk.waitedForInLastPass);
    const finish = start + draw.durationWorkingDays;
    walk.finish[position] = finish;
    walk.machineHours += draw.machineHours;
    addEffort(walk, results, task.demandSlot, draw.effortPersonDays, draw.effortPersonDays);
    if (finish > end) end = finish;
  }
  return end;
}

function waitFor(
  walk: RunWalk,
  after: readonly number[],
  earliest: number,
  position: number,
  waitedFor: Int32Array,
): number {
  let start = earliest;
  waitedFor[position] = -1;
  for (const before of after) {
    const finish = walk.finish[before] ?? 0;
    if (finish > start) {
      start = finish;
      waitedFor[position] = before;
    }
  }
  return start;
}

function addEffort(
  walk: RunWalk,
  results: RunResults,
  demandSlot: number,
  personDays: number,
  remainingPersonDays: number,
): void {
  walk.effortPersonDays += personDays;
  walk.remainingPersonDays += remainingPersonDays;
  results.effortSum[demandSlot] = (results.effortSum[demandSlot] ?? 0) + personDays;
}

function record(plan: CompiledPlan, walk: RunWalk, run: number, results: RunResults): void {
  let projectFinish = plan.base;
  for (let position = 0; position < plan.tasks.length; position += 1) {
    const place = plan.tasks[position]?.place ?? 0;
    const finish = walk.finish[position] ?? 0;
    results.start[place * results.runs + run] = walk.start[position] ?? 0;
    results.finish[place * results.runs + run] = finish;
    results.present[place] = (results.present[place] ?? 0) + 1;
    if (finish > projectFinish) projectFinish = finish;
  }
  const machineCost = Math.round(walk.machineHours * plan.acceleratorHourCostMinor);
  results.totals.remainingEffortPersonDays += walk.remainingPersonDays;
  results.projectFinish[run] = projectFinish;
  results.effort[run] = walk.effortPersonDays;
  results.machineHours[run] = walk.machineHours;
  results.machineCost[run] = machineCost;
  results.cost[run] =
    Math.round(walk.effortPersonDays * plan.personDayCostMinor) + machineCost + plan.oneOffCostMinor;
  results.monthlyCost[run] = plan.monthlyCostMinor;
}
