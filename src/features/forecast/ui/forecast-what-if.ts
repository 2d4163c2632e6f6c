import type { WhatIfInput } from "@/features/plans/queries";
import { type Forecast, forecastPlan, makePlan, PlanningError, type WhatIf, withWhatIf } from "@/planning";

export type WhatIfAnswer =
  | { readonly kind: "forecast"; readonly forecast: Forecast }
  /** No plan can be made with what was typed. */
  | { readonly kind: "refused" };

/** What would be if something were otherwise: the server's arithmetic and luck, so with its runs the server's figures. */
export function whatIfForecaster({ input, seed }: Omit<WhatIfInput, "runs">) {
  return (whatIf: WhatIf, runs: number): WhatIfAnswer => {
    try {
      return {
        kind: "forecast",
        forecast: forecastPlan(makePlan(withWhatIf(input, whatIf)), { seed, runs }),
      };
    } catch (error) {
      if (error instanceof PlanningError) return { kind: "refused" };
      throw error;
    }
  };
}
