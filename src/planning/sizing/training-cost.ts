import { PlanningError } from "../planning-error";
import { type AcceleratorId, acceleratorById } from "./catalogue/accelerators";
import { checkQuantity, sizingLimits } from "./check-quantity";
import { mapRange, type QuantileRange } from "./quantile-range";
import { type TrainingTimeInput, trainingTime } from "./training-time";

/**
 * Electricity of host and network over the accelerators' own limit: a DGX H100 is rated 10.2 kW with eight accelerators
 * of 0.7 kW, a DGX A100 6.5 kW with eight of 0.4 kW: 1.8 and 2.0 at their limits, while accelerators in training draw
 * less than theirs. Taken as 1.4, a Phasewise default.
 */
const hostPowerFactor = 1.4;
/** Power usage effectiveness of a large data centre, energy bought over energy used; 1.1 to 1.6 (Uptime Institute 2023). */
const defaultPowerUsageEffectiveness = 1.2;

export interface AcceleratorCostInput {
  readonly accelerator: AcceleratorId;
  /** Rent of one accelerator in US dollars; the catalogue's when left out. */
  readonly usdPerAcceleratorHour?: number;
}

export interface TrainingCostInput extends TrainingTimeInput, AcceleratorCostInput {
  readonly powerUsageEffectiveness?: number;
}

export interface TrainingCost {
  readonly acceleratorHours: QuantileRange;
  readonly energyKilowattHours: QuantileRange;
  readonly usdPerAcceleratorHour: number;
  readonly usd: QuantileRange;
}

/**
 * Energy and rent of a training run: hours · watts · 1.4 for the host · power usage effectiveness, and hours · rent.
 * Rent holds electricity already: do not add the two. Valid for the final run; trials and failed runs come on top,
 * published accounts tell of once to three times as much again.
 *
 * `trainingCost({ parameters: 7e9, tokens: 140e9, accelerator: "a100-80gb" })` → p50 14,000 accelerator-hours, 9.4 MWh,
 * 39,100 USD
 */
export function trainingCost(input: TrainingCostInput): TrainingCost {
  const { powerUsageEffectiveness = defaultPowerUsageEffectiveness } = input;
  checkQuantity(powerUsageEffectiveness, { min: 1, max: 5 }, "powerUsageEffectiveness");
  const { acceleratorHours } = trainingTime(input);
  const usdPerHour = usdPerAcceleratorHour(input);
  const kilowatts =
    (acceleratorById(input.accelerator).powerWatts / 1000) * hostPowerFactor * powerUsageEffectiveness;
  return {
    acceleratorHours,
    energyKilowattHours: mapRange(acceleratorHours, (hours) => hours * kilowatts),
    usdPerAcceleratorHour: usdPerHour,
    usd: mapRange(acceleratorHours, (hours) => hours * usdPerHour),
  };
}

/** The rent given, or else the catalogue's; throws when neither is there, for a made-up price is worse than a question. */
export function usdPerAcceleratorHour(input: AcceleratorCostInput): number {
  if (input.usdPerAcceleratorHour !== undefined) {
    checkQuantity(input.usdPerAcceleratorHour, sizingLimits.usd, "usdPerAcceleratorHour");
    return input.usdPerAcceleratorHour;
  }
  const { rent, name } = acceleratorById(input.accelerator);
  if (!rent)
    throw new PlanningError(
      "inconsistent",
      "usdPerAcceleratorHour",
      `No rent is known for ${name}: enter one.`,
    );
  return rent.usdPerHour;
}
