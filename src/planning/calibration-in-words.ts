import type { Correction } from "./estimation/calibration";
import { threePointMean } from "./estimation/three-point";
import type { Lifecycle } from "./lifecycle/lifecycle";
import type { Technique } from "./lifecycle/technique";
import { techniqueIds } from "./lifecycle/technique-ids";
import { correctionOf, type PlanCalibration } from "./plan-calibration";
import type { PlannedTask } from "./planned-task";

/** Smaller corrections are not worth a sentence. */
const leastNotable = 0.1;

/** What finished work has taught about this plan's estimates, in sentences for its reader. */
export function calibrationInWords(
  tasks: readonly PlannedTask[],
  calibration: PlanCalibration | undefined,
  lifecycle: Lifecycle,
): string[] {
  if (!calibration || calibration.effortPairs + calibration.durationPairs === 0)
    return [
      "No finished task has taught anything about the standard's estimates yet: they stand as they are.",
    ];
  const { effortPairs, durationPairs, machinePairs = 0 } = calibration;
  const machines = machinePairs === 0 ? "" : `, machine time by ${machinePairs}`;
  return [
    `The standard's estimates are corrected by what finished tasks here took: effort by ${tasksOf(effortPairs)}, time by ${durationPairs}${machines}. The team's own estimates stand as they are.`,
    ...techniqueIds.flatMap((technique) =>
      techniqueInWords(lifecycle.techniqueById(technique), tasks, calibration),
    ),
  ];
}

function techniqueInWords(
  { id, name }: Technique,
  tasks: readonly PlannedTask[],
  calibration: PlanCalibration,
): string[] {
  const open = tasks.filter(
    (task) =>
      task.technique === id &&
      task.estimatedBy === "standard" &&
      (task.status === "planned" || task.status === "started"),
  );
  const corrected = open.flatMap((task) => {
    const correction = correctionOf(calibration, task);
    return correction ? [{ task, correction }] : [];
  });
  const effort = corrected.map(({ task, correction }) => ({
    mean: threePointMean(task.effortPersonDays),
    correction: correction.effort,
  }));
  const duration = corrected.map(({ task, correction }) => ({
    mean: threePointMean(task.durationWorkingDays),
    correction: correction.duration,
  }));
  const machineHours = corrected.flatMap(({ task, correction }) =>
    task.machineHours === null || correction.machineHours === undefined
      ? []
      : [{ mean: threePointMean(task.machineHours), correction: correction.machineHours }],
  );
  const parts = [
    notable(effort, "the standard's effort"),
    notable(duration, "the standard's time"),
    notable(machineHours, "the standard's machine time"),
  ].flatMap((part) => part ?? []);
  if (parts.length === 0) return [];
  return [`${name}: tasks here take ${parts.join(", and ")}.`];
}

/** One factor for all tasks of a technique, weighted by their size. */
function notable(
  tasks: readonly { readonly mean: number; readonly correction: Correction }[],
  quantity: string,
): string | null {
  const corrected = tasks.reduce((sum, { mean }) => sum + mean, 0);
  const asStandard = tasks.reduce((sum, { mean, correction }) => sum + mean / correction.factor, 0);
  const factor = corrected / asStandard;
  if (!(Math.abs(factor - 1) >= leastNotable)) return null;
  const pairs = tasks[0]?.correction.pairs ?? 0;
  const source = pairs === 0 ? "seen in other work only" : `from ${tasksOf(pairs)} of it`;
  return `${factor.toFixed(1)} × ${quantity} (${source})`;
}

function tasksOf(count: number): string {
  return `${count} ${count === 1 ? "finished task" : "finished tasks"}`;
}
