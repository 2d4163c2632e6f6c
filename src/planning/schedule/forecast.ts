import type { Plan } from "../plan";
import type { Forecast, Sampling } from "./forecast-result";

export function forecastPlan(plan: Plan, sampling: Sampling): Forecast {
  throw new Error(`forecasting ${plan.template} with seed ${sampling.seed} is being built`);
}
