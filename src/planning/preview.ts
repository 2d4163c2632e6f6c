import type { PlannedForecast } from "./difference";
import { makePlan } from "./plan";
import type { PlanInput } from "./plan-input";
import { PlanningError } from "./planning-error";
import { forecastPlan } from "./schedule/forecast";
import type { Sampling } from "./schedule/forecast-result";

/**
 * The plan and forecast as if this option were decided, everything else as it is: what an option does before it is
 * chosen. Works for a decided decision too ("what if we had chosen the other?").
 */
export function previewOption(
  input: PlanInput,
  decisionId: string,
  optionId: string,
  sampling: Sampling,
): PlannedForecast {
  const decision = input.decisions.find((candidate) => candidate.id === decisionId);
  if (!decision)
    throw new PlanningError("unknown-id", "decisionId", `The plan has no decision "${decisionId}".`);
  if (!decision.options.some((option) => option.id === optionId)) {
    throw new PlanningError("unknown-id", "optionId", `The decision has no option "${optionId}".`);
  }
  const plan = makePlan({
    ...input,
    decisions: input.decisions.map((candidate) =>
      candidate === decision ? { ...candidate, state: "decided", chosenOptionId: optionId } : candidate,
    ),
  });
  return { plan, forecast: forecastPlan(plan, sampling) };
}
