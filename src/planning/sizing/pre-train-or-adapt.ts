import { checkOneOf, checkQuantity, sizingLimits } from "./check-quantity";
import { computeOptimalTokens } from "./compute-optimal";
import {
  domainDistances,
  type PreTrainOrAdaptInput,
  type PreTrainVerdict,
  type RunFigures,
  reasonsFor,
  usefulPasses,
  type VerdictReason,
} from "./pre-train-reasons";
import { trainingCost } from "./training-cost";

export interface PreTrainOrAdapt {
  readonly verdict: PreTrainVerdict;
  readonly reasons: readonly VerdictReason[];
  readonly preTraining: RunFigures;
  /** Training an existing model of this size further on the domain's text alone. */
  readonly continuing: RunFigures;
}

/**
 * Train a model of one's own, train an existing one further, or adapt it: rules of thumb, each with its figures, for a
 * person to weigh. Pre-train when all four allow it: the domain is far, data for the compute-optimal run is there (four
 * passes at most), and the run's median keeps time and budget. Else continue pre-training when the domain is not near,
 * there are at least a billion tokens, and that run keeps time and budget. Else adapt: the usual answer.
 *
 * Leaves out people, who cost more than machines below some ten billion parameters, and licences.
 *
 * For BloombergGPT (50.6 billion parameters, 363 and 345 billion tokens, 1.3 million A100-hours; arXiv 2303.17564) →
 * "pre-train"
 */
export function preTrainOrAdapt(input: PreTrainOrAdaptInput): PreTrainOrAdapt {
  check(input);
  const neededTokens = computeOptimalTokens(input).tokens;
  const usableTokens = usefulPasses * (input.domainTokens + input.generalTokens);
  const preTraining = runFigures(input, Math.max(1, Math.min(neededTokens, usableTokens)));
  const continuing = runFigures(input, Math.max(1, input.domainTokens));
  const reasons = reasonsFor(input, { neededTokens, usableTokens, preTraining, continuing });
  return { verdict: verdictOf(reasons), reasons, preTraining, continuing };
}

function check(input: PreTrainOrAdaptInput): void {
  checkOneOf(input.domainDistance, domainDistances, "domainDistance");
  checkQuantity(input.domainTokens, { max: sizingLimits.tokens.max }, "domainTokens");
  checkQuantity(input.generalTokens, { max: sizingLimits.tokens.max }, "generalTokens");
  checkQuantity(input.parameters, sizingLimits.parameters, "parameters");
  checkQuantity(input.accelerators, sizingLimits.accelerators, "accelerators");
  checkQuantity(input.maxDays, { max: 36_500 }, "maxDays");
  checkQuantity(input.budgetUsd, sizingLimits.usd, "budgetUsd");
}

function runFigures(input: PreTrainOrAdaptInput, tokens: number): RunFigures {
  const { parameters, accelerator, usdPerAcceleratorHour } = input;
  const cost = trainingCost({
    parameters,
    tokens,
    accelerator,
    ...(usdPerAcceleratorHour === undefined ? {} : { usdPerAcceleratorHour }),
  });
  return { tokens, cost, days: cost.acceleratorHours.p50 / input.accelerators / 24 };
}

/** The most ambitious course that every reason allows. */
function verdictOf(reasons: readonly VerdictReason[]): PreTrainVerdict {
  const courses: readonly PreTrainVerdict[] = ["pre-train", "continue-pre-training"];
  return courses.find((course) => reasons.every(({ allows }) => allows.includes(course))) ?? "adapt";
}
