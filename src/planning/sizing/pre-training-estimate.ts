import { type ThreePoint, threePoint } from "../estimation/three-point";
import type { AcceleratorId } from "./catalogue/accelerators";
import { defaultAccelerator } from "./plan-accelerator";
import { trainingTime } from "./training-time";

export interface PreTrainingEstimate {
  readonly machineHours: ThreePoint;
  readonly durationWorkingDays: ThreePoint;
}

/**
 * A pre-training run as a task of the plan. Most likely is `trainingTime`'s median. The ends of a three-point estimate lie
 * outside an 80 % interval: the pessimistic one is p90 half as far again on the logarithmic scale (17 % utilisation, about
 * one run in forty is slower), the optimistic one stays p10, for faster would need more than 64 % utilisation.
 * Working days: the accelerators run day and night, seven days a week, seen on a calendar of five; never under one.
 *
 * `preTrainingEstimate({ parameters: 65.2e9, tokens: 1.4e12, accelerators: 2048 }).machineHours`
 * → 762,000 to 2,920,000, most likely 1,300,000 (LLaMA-65B reported 1,024,000)
 */
export function preTrainingEstimate(run: {
  readonly parameters: number;
  readonly tokens: number;
  readonly accelerators: number;
  readonly accelerator?: AcceleratorId;
}): PreTrainingEstimate {
  const { p10, p50, p90 } = trainingTime({ accelerator: defaultAccelerator, ...run }).acceleratorHours;
  const machineHours = threePoint(p10, p50, p50 * (p90 / p50) ** 1.5);
  const workingDays = (hours: number) => Math.max(1, (hours / run.accelerators / 24) * (5 / 7));
  return {
    machineHours,
    durationWorkingDays: threePoint(
      workingDays(machineHours.optimistic),
      workingDays(machineHours.mostLikely),
      workingDays(machineHours.pessimistic),
    ),
  };
}
