import { acceleratorById } from "../catalogue/accelerators";
import { computeOptimalTokens } from "../compute-optimal";
import type { QuantileRange } from "../quantile-range";
import { trainingCost } from "../training-cost";
import { trainingTime } from "../training-time";
import { utilizationFit } from "../utilization";
import { validationInWords } from "../validation";
import {
  type FormulaStep,
  inEightOfTen,
  ranged,
  type SizingAnswer,
  tell,
  tellRange,
  tellShares,
} from "./answer";
import {
  acceleratorEntries,
  currencyOf,
  knownAccelerator,
  type Rent,
  rentAssumption,
  rentOf,
} from "./entries";

export interface TrainingSizing extends Rent {
  readonly calculation: "training-cost";
  readonly parameters: number;
  readonly tokens: number;
  readonly accelerator: string;
  readonly accelerators?: number | undefined;
}

export function answerTraining(sizing: TrainingSizing): SizingAnswer {
  const { parameters, tokens, accelerators } = sizing;
  const accelerator = knownAccelerator(sizing.accelerator);
  const run = {
    parameters,
    tokens,
    accelerator,
    ...rentOf(sizing),
    ...(accelerators === undefined ? {} : { accelerators }),
  };
  const time = trainingTime(run);
  const cost = trainingCost(run);
  const currency = currencyOf(sizing);
  const optimal = computeOptimalTokens({ parameters }).tokens;
  return {
    figures: [
      ranged("Rent", cost.usd, currency),
      ranged("Machine time", time.acceleratorHours, "accelerator-hours"),
      ...(time.days === undefined ? [] : [ranged("Duration", time.days, "days")]),
      ranged("Energy", cost.energyKilowattHours, "kWh"),
      { name: "Compute", value: time.flop, unit: "FLOP" },
    ],
    range: inEightOfTen,
    steps: [
      {
        name: "Compute",
        formula: "6 · parameters · tokens",
        numbers: `6 · ${tell(parameters)} · ${tell(tokens)}`,
        result: `${tell(time.flop)} FLOP`,
      },
      ...machineSteps({
        accelerator,
        flop: time.flop,
        utilization: time.utilization,
        hours: time.acceleratorHours,
        accelerators,
        days: time.days,
        rent: cost.usdPerAcceleratorHour,
        money: cost.usd,
        currency,
      }),
    ],
    sources: [
      "Compute: Kaplan et al. 2020 (arXiv 2001.08361), Hoffmann et al. 2022 (arXiv 2203.15556).",
      "Utilisation: fitted to 12 published runs (docs/PLANNING.md).",
    ],
    entries: acceleratorEntries(accelerator, sizing),
    assumptions: [
      ...rentAssumption(accelerator, sizing),
      "Energy: power limit · 1.4 for the host · 1.2 for the data centre: Phasewise defaults. The rent holds it already.",
    ],
    validity: [
      "Transformers trained on next-token prediction in 16 bits, on 8 to 10,000 accelerators.",
      "The final run alone: trials and failed runs took one to three times as much again in published accounts.",
      `${tell(optimal)} tokens (20 per parameter) would make the best use of the compute: Hoffmann et al. 2022.`,
    ],
    validation: validationInWords.training,
  };
}

/** From compute to hours, days and rent: the same for training and for tuning. */
export function machineSteps(of: {
  readonly accelerator: string;
  readonly flop: number;
  readonly utilization: QuantileRange;
  readonly hours: QuantileRange;
  readonly accelerators: number | null | undefined;
  readonly days: QuantileRange | undefined;
  readonly rent: number;
  readonly money: QuantileRange;
  readonly currency: string;
}): FormulaStep[] {
  const peak = acceleratorById(of.accelerator).peakFlopPerSecond["16-bit"];
  const { intercept, perYear, matureAfterYears, logDeviation } = utilizationFit;
  const days =
    of.days === undefined || of.accelerators == null
      ? []
      : [
          {
            name: "Duration",
            formula: "accelerator-hours / accelerators / 24",
            numbers: `${tell(of.hours.p50)} / ${tell(of.accelerators)} / 24`,
            result: tellRange(of.days, "days"),
          },
        ];
  return [
    {
      name: "Utilisation",
      formula: "e^(intercept + slope · age ± 1.28 · deviation), age in years, 4 at most",
      numbers: `e^(${intercept} + ${perYear} · ${matureAfterYears} ± 1.28 · ${logDeviation})`.replace(
        "-",
        "−",
      ),
      result: tellShares(of.utilization),
    },
    {
      name: "Machine time",
      formula: "FLOP / (peak · utilisation · 3,600)",
      numbers: `${tell(of.flop)} / (${tell(peak)} · ${tell(of.utilization.p50)} · 3,600)`,
      result: tellRange(of.hours, "accelerator-hours"),
    },
    ...days,
    {
      name: "Rent",
      formula: "accelerator-hours · rent",
      numbers: `${tell(of.hours.p50)} · ${tell(of.rent)} ${of.currency}`,
      result: tellRange(of.money, of.currency),
    },
  ];
}
