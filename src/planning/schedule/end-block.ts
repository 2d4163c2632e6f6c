import type { Block } from "./block";
import type { CompiledNetwork } from "./compile-network";
import { addEffort, type Results, type TaskResults } from "./results";
import { waitToStart } from "./waiting";

/** When the last task ends; the project never before its base. */
export function endProject({ ends, network }: CompiledNetwork, block: Block): void {
  const { projectFinish, afterBase, count } = block;
  projectFinish.fill(network.base);
  for (const position of ends) {
    const moments = block.finish[position];
    if (moments) waitToStart(moments, 0, count, projectFinish);
  }
  for (let lane = 0; lane < count; lane += 1) afterBase[lane] = (projectFinish[lane] ?? 0) - network.base;
}

/** How each task's own luck goes with the finish: what sensitivity is computed from. */
export function countLuck({ tasks }: CompiledNetwork, block: Block, results: Results): void {
  for (let position = 0; position < tasks.length; position += 1) {
    const task = tasks[position];
    const kept = results.tasks[task?.place ?? -1];
    const own = block.own[position];
    if (task && kept && own && task.work.kind !== "done") addMoments(own, block.afterBase, block.count, kept);
  }
}

function addMoments(own: Float32Array, afterBase: Float64Array, count: number, kept: TaskResults): void {
  let sum = 0;
  let squares = 0;
  let products = 0;
  for (let lane = 0; lane < count; lane += 1) {
    const luck = own[lane] ?? 0;
    sum += luck;
    squares += luck * luck;
    products += luck * (afterBase[lane] ?? 0);
  }
  kept.own += sum;
  kept.ownSquared += squares;
  kept.ownTimesFinish += products;
}

/** The block's runs to the results. */
export function record({ network, spent: dropped }: CompiledNetwork, block: Block, results: Results): void {
  const { perRun } = results;
  const spent = dropped.reduce((sum, { effortPersonDays }) => sum + effortPersonDays, 0);
  const spentHours = dropped.reduce((sum, { machineHours }) => sum + machineHours, 0);
  for (const task of dropped) addEffort(results, task, task.effortPersonDays * block.count);
  for (let lane = 0; lane < block.count; lane += 1) {
    const run = block.runs[lane] ?? 0;
    const effort = (block.effort[lane] ?? 0) + spent;
    const machineHours = (block.machineHours[lane] ?? 0) + spentHours;
    const machineCost = Math.round(machineHours * network.acceleratorHourCostMinor);
    perRun.finish[run] = block.projectFinish[lane] ?? 0;
    perRun.effortPersonDays[run] = effort;
    perRun.remainingPersonDays[run] = Math.max(0, (block.effort[lane] ?? 0) - (block.spent[lane] ?? 0));
    perRun.machineHours[run] = machineHours;
    perRun.machineCostMinor[run] = machineCost;
    perRun.costMinor[run] =
      Math.round(effort * network.personDayCostMinor) + machineCost + network.oneOffCostMinor;
    perRun.monthlyCostMinor[run] = network.monthlyCostMinor;
  }
}
