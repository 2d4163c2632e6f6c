import { scaleThreePoint } from "./estimation/three-point";
import { lifecycleWith } from "./lifecycle/lifecycle";
import { makePlan } from "./plan";
import { type EstimateAtFinish, isMachinePaced } from "./plan-calibration";
import type { PlanInput } from "./plan-input";
import { PlanningError } from "./planning-error";
import { loopOf } from "./schedule/loop";

/**
 * What to keep of a task's estimate when it is finished, to be compared with what it took: the standard's under the
 * parameters and effects of the plan as it stands, neither corrected nor replaced by the team, so that what is learned is
 * what the standard lacks. A task of the loop has been worked on in every pass so far.
 */
export function estimateAtFinish(input: PlanInput, taskKey: string): EstimateAtFinish {
  const standard = lifecycleWith(input.standards.lifecycle).taskByKey(taskKey);
  const asStandard = input.tasks.map((record) => ({
    ...record,
    effortPersonDays: null,
    durationWorkingDays: null,
  }));
  const task = makePlan({ ...input, tasks: asStandard, calibration: undefined }).tasks.find(
    (planned) => planned.key === taskKey,
  );
  if (!task) throw new PlanningError("unknown-id", "taskKey", `"${taskKey}" is not in the plan.`);
  const { laterPassShare } = loopOf(input.standards.loop);
  const passes = standard.inLoop ? Math.max(1, input.loopPass ?? 0) : 1;
  return {
    technique: standard.technique,
    discipline: standard.discipline,
    effortPersonDays: scaleThreePoint(task.effortPersonDays, 1 + laterPassShare * (passes - 1)),
    durationWorkingDays: passes > 1 || isMachinePaced(standard) ? null : task.durationWorkingDays,
    // A later pass trains as long as the first: machine time has no smaller share.
    machineHours:
      task.machineHours === null || standard.sizing !== null
        ? null
        : scaleThreePoint(task.machineHours, passes),
  };
}
