import { type ParameterValues, parameterById } from "../decisions/parameters";
import type { ScaledQuantity, TaskStandard } from "../lifecycle/technique";
import type { AcceleratorId } from "../sizing/catalogue/accelerators";
import { defaultAccelerator, hoursAgainstDefault } from "../sizing/plan-accelerator";
import { preTrainingEstimate } from "../sizing/pre-training-estimate";
import { scaleThreePoint, type ThreePoint } from "./three-point";

export interface TaskEstimate {
  readonly effortPersonDays: ThreePoint;
  readonly durationWorkingDays: ThreePoint;
  readonly machineHours: ThreePoint | null;
}

/**
 * What the standard says about a task under a project's parameters. `effortFactor` comes from scale-effort effects and
 * moves effort and duration alike (the same people work longer); machine time stays. It is of one accelerator; on another,
 * all machine time goes with the peaks of the two, and days only where the run itself is what takes them (pre-training).
 */
export function standardEstimate(
  standard: TaskStandard,
  parameters: ParameterValues,
  effortFactor: number,
  accelerator: AcceleratorId = defaultAccelerator,
): TaskEstimate {
  const effort = scaleThreePoint(
    standard.effortPersonDays,
    scalingFactor(standard, "effort", parameters) * effortFactor,
  );
  const duration = scaleThreePoint(
    standard.durationWorkingDays,
    scalingFactor(standard, "duration", parameters) * effortFactor,
  );
  if (standard.sizing !== null) {
    const run = preTrainingEstimate({
      parameters: parameters["model-parameters-billions"] * 1e9,
      tokens: parameters["training-tokens-billions"] * 1e9,
      accelerators: parameters.accelerators,
      accelerator,
    });
    const own = standard.sizing === "pre-training-machine-hours" ? { durationWorkingDays: duration } : {};
    return { effortPersonDays: effort, ...run, ...own };
  }
  return {
    effortPersonDays: effort,
    durationWorkingDays: duration,
    machineHours: standard.machineHours
      ? scaleThreePoint(
          standard.machineHours,
          scalingFactor(standard, "machine-hours", parameters) * hoursAgainstDefault(accelerator),
        )
      : null,
  };
}

/** The product over the task's scalings of fixedShare + (1 − fixedShare) · value / default. */
function scalingFactor(
  standard: TaskStandard,
  quantity: ScaledQuantity,
  parameters: ParameterValues,
): number {
  return standard.scaling
    .filter((scaling) => scaling.of.includes(quantity))
    .reduce((factor, { parameter, fixedShare }) => {
      const ratio = parameters[parameter] / parameterById(parameter).default;
      return factor * (fixedShare + (1 - fixedShare) * ratio);
    }, 1);
}
