import { type AcceleratorId, acceleratorById } from "./catalogue/accelerators";
import { checkQuantity, sizingLimits } from "./check-quantity";
import { mapRange, type QuantileRange } from "./quantile-range";
import { type TrainingComputeInput, trainingCompute } from "./training-compute";
import { utilizationRange } from "./utilization";

export interface TrainingTimeInput extends TrainingComputeInput {
  readonly accelerator: AcceleratorId;
  /** How many run side by side; with it the answer has `days`. */
  readonly accelerators?: number;
  /** Model FLOP utilisation where it is known, 0 to 1: then the answer is one number three times. */
  readonly utilization?: number;
  /** Years since the chip came out, for a run on a young software stack; mature when left out. */
  readonly chipAgeYears?: number;
}

export interface TrainingTime {
  readonly flop: number;
  readonly utilization: QuantileRange;
  /** One accelerator for one hour. */
  readonly acceleratorHours: QuantileRange;
  /** Calendar days, day and night; present when `accelerators` was given. */
  readonly days?: QuantileRange;
}

/**
 * How long training takes: accelerator-hours = flop / (peak · utilisation · 3600), peak the chip's dense 16-bit rate;
 * days = accelerator-hours / accelerators / 24.
 *
 * Valid for 16-bit training on as many accelerators as such runs use: the utilisation's spread is that of published
 * runs from 8 to 10,000 accelerators. Training in 8 bits is faster; give the utilisation you measured, still as a share
 * of the 16-bit peak.
 *
 * `trainingTime({ parameters: 70e9, tokens: 2e12, accelerator: "a100-80gb" }).acceleratorHours`
 * → p10 1.17e6, p50 2.00e6, p90 3.42e6 (Llama 2 70B reported 1.73e6)
 */
export function trainingTime(input: TrainingTimeInput): TrainingTime {
  const { flop } = trainingCompute(input);
  const peakFlopPerSecond = acceleratorById(input.accelerator).peakFlopPerSecond["16-bit"];
  const utilization = utilizationOf(input);
  const hoursAt = (share: number) => flop / (peakFlopPerSecond * share * 3600);
  const acceleratorHours = {
    p10: hoursAt(utilization.p90),
    p50: hoursAt(utilization.p50),
    p90: hoursAt(utilization.p10),
  };
  if (input.accelerators === undefined) return { flop, utilization, acceleratorHours };
  checkQuantity(input.accelerators, sizingLimits.accelerators, "accelerators");
  const hoursPerDay = input.accelerators * 24;
  return {
    flop,
    utilization,
    acceleratorHours,
    days: mapRange(acceleratorHours, (hours) => hours / hoursPerDay),
  };
}

function utilizationOf({ utilization, chipAgeYears }: TrainingTimeInput): QuantileRange {
  if (utilization === undefined) return utilizationRange(chipAgeYears);
  checkQuantity(utilization, { min: 1e-4, max: 1 }, "utilization");
  return { p10: utilization, p50: utilization, p90: utilization };
}
