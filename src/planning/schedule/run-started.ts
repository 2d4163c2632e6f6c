import { valueAt } from "../estimation/quantile-table";
import { scoreLimit, stepsPerScore } from "../estimation/score-steps";
import { type Block, lanesOf } from "./block";
import type { CompiledNetwork, CompiledTask, CompiledWork } from "./compile-network";
import { addLanes, countDays, drawOwn } from "./draw";
import { addEffort, addRemaining, type Results } from "./results";
import { remainingWorkingDays, scoreBeyond } from "./started-task";

/**
 * Work in hand keeps its start and draws from what is still possible; effort and machine time remain in proportion to its time,
 * on top of what is known to be spent of each.
 */
export function runStarted(
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
  const { start, finish, own, shared, weights, kept } = lanes;
  const pass = inLoop ? compiled.firstPass : 1;
  const tables = pass === 1 ? task.first : task.later;
  const elapsed = pass === 1 ? work.elapsed : 0;
  const chancePassed = pass === 1 ? work.chancePassed : 0;
  const resumed = Math.max(compiled.network.now, work.startedAt);
  drawOwn(block, task.luckOfPass(pass), weights.ownSteps, own);
  for (let lane = 0; lane < block.count; lane += 1) {
    const place = (shared[lane] ?? 0) + (own[lane] ?? 0);
    const score = scoreBeyond(place / stepsPerScore - scoreLimit, chancePassed);
    const ownScore = (own[lane] ?? 0) / (stepsPerScore * weights.own);
    const drawnEffort = valueAt(tables.effort, score);
    const remaining = remainingWorkingDays(valueAt(tables.duration, score), elapsed, ownScore);
    const remainingShare = remaining / (elapsed + remaining || 1);
    const remainingEffort = drawnEffort * remainingShare;
    const effort = (work.spentPersonDays ?? drawnEffort - remainingEffort) + remainingEffort;
    start[lane] = work.startedAt;
    finish[lane] = resumed + remaining;
    addEffort(results, task, effort);
    addRemaining(results, task, remainingEffort);
    block.effort[lane] = (block.effort[lane] ?? 0) + effort;
    block.spent[lane] = (block.spent[lane] ?? 0) + effort - remainingEffort;
    const drawnHours = tables.machineHours ? valueAt(tables.machineHours, score) : 0;
    const { spentMachineHours } = work;
    scratch[lane] = spentMachineHours === null ? drawnHours : spentMachineHours + drawnHours * remainingShare;
  }
  addLanes(scratch, block.count, block.machineHours);
  if (!inLoop) countDays(start, finish, block.count, kept.startDays, kept.finishDays);
}
