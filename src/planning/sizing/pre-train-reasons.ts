import type { AcceleratorCostInput, TrainingCost } from "./training-cost";

export const domainDistances = ["near", "related", "far"] as const;
/** near: everyday or web-like text; related: a professional field written about in public; far: data the web has not. */
export type DomainDistance = (typeof domainDistances)[number];

export type PreTrainVerdict = "pre-train" | "continue-pre-training" | "adapt";

export interface PreTrainOrAdaptInput extends AcceleratorCostInput {
  readonly domainDistance: DomainDistance;
  /** Distinct tokens of the domain's own text, cleaned. */
  readonly domainTokens: number;
  /** Distinct tokens of general text to mix in. */
  readonly generalTokens: number;
  /** Size of the model that the use case asks for. */
  readonly parameters: number;
  readonly accelerators: number;
  /** Calendar days that the final run may take. */
  readonly maxDays: number;
  readonly budgetUsd: number;
}

export interface RunFigures {
  readonly tokens: number;
  readonly cost: TrainingCost;
  readonly days: number;
}

/** Repeating data up to about four times is nearly as good as new data (Muennighoff et al. 2023, arXiv 2305.16264). */
export const usefulPasses = 4;
/** Below this an adapter or retrieval makes better use of the text: a Phasewise default. */
const fewestTokensToContinue = 1e9;

export const verdictRules = ["domain", "data", "time", "budget"] as const;
export type VerdictRule = (typeof verdictRules)[number];

/** One rule of thumb as it comes out here. */
export interface VerdictReason {
  readonly rule: VerdictRule;
  /** The courses that this rule leaves open; adapting is always one. */
  readonly allows: readonly PreTrainVerdict[];
  readonly sentence: string;
  /** The arithmetic behind the sentence; units in the names. */
  readonly figures: Readonly<Record<string, number>>;
  readonly source: string;
}

interface Arithmetic {
  readonly neededTokens: number;
  readonly usableTokens: number;
  readonly preTraining: RunFigures;
  readonly continuing: RunFigures;
}

export function reasonsFor(input: PreTrainOrAdaptInput, arithmetic: Arithmetic): readonly VerdictReason[] {
  return [
    domainReason(input),
    dataReason(input, arithmetic),
    timeReason(input, arithmetic),
    budgetReason(input, arithmetic),
  ];
}

function domainReason({ domainDistance }: PreTrainOrAdaptInput): VerdictReason {
  const sentences = {
    near: "The domain is close to what existing models have read: adapting one is enough.",
    related: "The domain has its own language, which an existing model picks up when trained further.",
    far: "The domain's data is not on the web: no existing model has read anything like it.",
  };
  return {
    rule: "domain",
    allows: allowed(domainDistance === "far", domainDistance !== "near"),
    sentence: sentences[domainDistance],
    figures: {},
    source: "Wu et al. 2023, arXiv 2303.17564; Gururangan et al. 2020, arXiv 2004.10964",
  };
}

function dataReason(input: PreTrainOrAdaptInput, { neededTokens, usableTokens }: Arithmetic): VerdictReason {
  const { domainTokens, generalTokens } = input;
  const isEnough = usableTokens >= neededTokens;
  return {
    rule: "data",
    allows: allowed(isEnough, domainTokens >= fewestTokensToContinue),
    sentence: isEnough
      ? `The data, read up to ${usefulPasses} times, gives the ${inBillions(neededTokens)} that a model of this size wants.`
      : `A model of this size wants ${inBillions(neededTokens)}; the data gives ${inBillions(usableTokens)}, read ${usefulPasses} times.`,
    figures: { domainTokens, generalTokens, usableTokens, neededTokens, fewestTokensToContinue },
    source: "Hoffmann et al. 2022, arXiv 2203.15556; Muennighoff et al. 2023, arXiv 2305.16264",
  };
}

function timeReason(input: PreTrainOrAdaptInput, { preTraining, continuing }: Arithmetic): VerdictReason {
  const { maxDays, accelerators } = input;
  return {
    rule: "time",
    allows: allowed(preTraining.days <= maxDays, continuing.days <= maxDays),
    sentence: `The run takes ${Math.ceil(preTraining.days)} days as likely as not, training further ${Math.ceil(continuing.days)}; there are ${Math.floor(maxDays)}.`,
    figures: {
      maxDays,
      accelerators,
      preTrainingDays: preTraining.days,
      preTrainingAcceleratorHours: preTraining.cost.acceleratorHours.p50,
      preTrainingAcceleratorHoursP90: preTraining.cost.acceleratorHours.p90,
      continuingDays: continuing.days,
    },
    source: "6 · parameters · tokens at the utilisation of published runs",
  };
}

function budgetReason(input: PreTrainOrAdaptInput, { preTraining, continuing }: Arithmetic): VerdictReason {
  const { budgetUsd } = input;
  return {
    rule: "budget",
    allows: allowed(preTraining.cost.usd.p50 <= budgetUsd, continuing.cost.usd.p50 <= budgetUsd),
    sentence: `The run costs ${inThousandUsd(preTraining.cost.usd.p50)} as likely as not, training further ${inThousandUsd(continuing.cost.usd.p50)}; there are ${inThousandUsd(budgetUsd)}.`,
    figures: {
      budgetUsd,
      usdPerAcceleratorHour: preTraining.cost.usdPerAcceleratorHour,
      preTrainingUsd: preTraining.cost.usd.p50,
      preTrainingUsdP90: preTraining.cost.usd.p90,
      continuingUsd: continuing.cost.usd.p50,
    },
    source: "Accelerator-hours times rent; trials and people come on top",
  };
}

function allowed(preTrain: boolean, continuePreTraining: boolean): readonly PreTrainVerdict[] {
  return [
    ...(preTrain ? (["pre-train"] as const) : []),
    ...(continuePreTraining ? (["continue-pre-training"] as const) : []),
    "adapt",
  ];
}

function inBillions(tokens: number): string {
  return `${Math.round(tokens / 1e9)} billion tokens`;
}

function inThousandUsd(usd: number): string {
  return `${Math.round(usd / 1000)} thousand USD`;
}
