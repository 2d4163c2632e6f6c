import { acceleratorById } from "../catalogue/accelerators";
import { fineTuning } from "../fine-tuning";
import type { TrainingMethod } from "../training-memory";
import { validationInWords } from "../validation";
import { inEightOfTen, ranged, type SizingAnswer, tell } from "./answer";
import {
  acceleratorEntries,
  currencyOf,
  knownAccelerator,
  knownModel,
  modelEntry,
  type Rent,
  rentAssumption,
  rentOf,
} from "./entries";
import { machineSteps } from "./training-answer";

export interface FineTuningSizing extends Rent {
  readonly calculation: "fine-tuning";
  readonly model: string;
  readonly method: TrainingMethod;
  readonly tokens: number;
  readonly epochs: number;
  readonly sequenceTokens: number;
  readonly microBatch: number;
  readonly loraRank: number;
  readonly accelerator: string;
  readonly accelerators?: number | undefined;
}

const gigabytes = (bytes: number) => bytes / 1e9;

export function answerFineTuning(sizing: FineTuningSizing): SizingAnswer {
  const accelerator = knownAccelerator(sizing.accelerator);
  const model = knownModel(sizing.model);
  const { accelerators, ...rest } = sizing;
  const tuning = fineTuning({
    ...rest,
    accelerator,
    ...rentOf(sizing),
    ...(accelerators === undefined ? {} : { accelerators }),
  });
  const { onOne, fewest, usableBytes } = tuning.fit;
  const currency = currencyOf(sizing);
  const { name } = acceleratorById(accelerator);
  return {
    figures: [
      ranged("Rent", tuning.cost.usd, currency),
      ranged("Machine time", tuning.time.acceleratorHours, "accelerator-hours"),
      ...(tuning.time.days === undefined ? [] : [ranged("Duration", tuning.time.days, "days")]),
      { name: "Memory on one accelerator", value: gigabytes(onOne.totalBytes), unit: "GB" },
      ...(fewest === null
        ? []
        : [{ name: "Fewest that hold it", value: fewest.accelerators, unit: "accelerators" }]),
      { name: "Trained parameters", value: onOne.trainedParameters, unit: "parameters" },
    ],
    range: inEightOfTen,
    steps: [
      {
        name: "Compute",
        formula:
          sizing.method === "full"
            ? "6 · parameters a token uses · tokens · passes over the data"
            : "4 · parameters a token uses · tokens · passes over the data",
        numbers: `${tuning.flopPerParameterAndToken} · ${tell(tuning.activeParameters)} · ${tell(sizing.tokens)} · ${tell(sizing.epochs)}`,
        result: `${tell(tuning.flop)} FLOP`,
      },
      ...machineSteps({
        accelerator,
        flop: tuning.flop,
        utilization: tuning.time.utilization,
        hours: tuning.time.acceleratorHours,
        accelerators: tuning.accelerators,
        days: tuning.time.days,
        rent: tuning.cost.usdPerAcceleratorHour,
        money: tuning.cost.usd,
        currency,
      }),
      {
        name: "Memory on one accelerator",
        formula: "weights + gradients + optimizer + activations",
        numbers: [onOne.weightsBytes, onOne.gradientBytes, onOne.optimizerBytes, onOne.activationBytes]
          .map((bytes) => tell(gigabytes(bytes)))
          .join(" + "),
        result: `${tell(gigabytes(onOne.totalBytes))} GB of ${tell(gigabytes(usableBytes))} GB usable on ${name}`,
      },
    ],
    sources: [
      "Compute: 6 with all weights trained (arXiv 2001.08361); 4 with adapters, for frozen weights need no gradients (arXiv 2106.09685).",
      "Memory: ZeRO (arXiv 1910.02054), LoRA (arXiv 2106.09685), QLoRA (arXiv 2305.14314), activations (arXiv 2205.05198).",
    ],
    entries: [modelEntry(model), ...acceleratorEntries(accelerator, sizing)],
    assumptions: [
      ...rentAssumption(accelerator, sizing),
      ...(accelerators === undefined && fewest !== null
        ? [`As many accelerators as hold it: ${fewest.accelerators}. More are faster at the same rent.`]
        : []),
      "bf16 and AdamW; a tenth of the memory stays free. Memory beyond one accelerator is shared out with ZeRO 3.",
    ],
    validity: [
      "Supervised tuning on sequences packed to their full length; one run, without trials and evaluation.",
      ...(sizing.method === "qlora" ? ["Unpacking the 4-bit weights takes time that is not counted."] : []),
      ...(fewest === null ? ["65,536 of these accelerators do not hold it."] : []),
    ],
    validation: validationInWords.fineTuning,
  };
}
