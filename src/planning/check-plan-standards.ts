import { checkRange } from "./decisions/check-effect";
import { factorSharesWith, sharedFactorIds, sharesTogetherAtMost } from "./estimation/shared-factors";
import type { PlanStandards } from "./plan-input";
import { PlanningError } from "./planning-error";
import { loopOf } from "./schedule/loop";
import { acceleratorById } from "./sizing/catalogue/accelerators";

/** Throws a PlanningError at the first rate or figure of the simulation that can't be planned with. */
export function checkPlanStandards(standards: PlanStandards): void {
  const { personDayCostMinor, acceleratorHourCostMinor, accelerator } = standards;
  checkRange(personDayCostMinor, 0, 1e12, "standards.personDayCostMinor");
  checkRange(acceleratorHourCostMinor, 0, 1e12, "standards.acceleratorHourCostMinor");
  const { chanceOfFurtherPass, laterPassShare } = loopOf(standards.loop);
  checkRange(chanceOfFurtherPass, 0, 1, "standards.loop.chanceOfFurtherPass");
  checkRange(laterPassShare, 0, 2, "standards.loop.laterPassShare");
  const sharesOf = factorSharesWith(standards.correlation);
  for (const shares of [sharesOf("fine-tuning"), sharesOf("application")]) {
    for (const id of sharedFactorIds) checkRange(shares[id], 0, 1, "standards.correlation");
    const together = sharedFactorIds.reduce((sum, id) => sum + shares[id], 0);
    if (together > sharesTogetherAtMost + 1e-9)
      throw new PlanningError(
        "out-of-range",
        "standards.correlation",
        `Leave at least ${Math.round((1 - sharesTogetherAtMost) * 100)} % of a task's luck its own.`,
      );
  }
  if (accelerator !== undefined) acceleratorById(accelerator, "standards.accelerator");
}
