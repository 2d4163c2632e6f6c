import { checkOneOf, checkQuantity, sizingLimits } from "./check-quantity";
import { lognormalRange, mapRange, type QuantileRange } from "./quantile-range";

export const feedbackMethods = ["reward-model", "direct-preference"] as const;
/**
 * reward-model: demonstrations, rankings for a reward model, prompts for optimising against it (InstructGPT, arXiv
 * 2203.02155). direct-preference: demonstrations and pairs, no reward model and no further prompts (arXiv 2305.18290).
 */
export type FeedbackMethod = (typeof feedbackMethods)[number];

export interface HumanFeedbackInput {
  readonly method: FeedbackMethod;
  /** Prompts that people answer themselves. */
  readonly demonstrationPrompts?: number;
  /** Prompts whose answers by the model people rank. */
  readonly rankedPrompts?: number;
  /** Prompts that the policy is optimised on; nobody labels them. */
  readonly policyPrompts?: number;
  /** Answers ranked per prompt. */
  readonly answersPerPrompt?: number;
  /** Share of the items that a second person does as well, to measure agreement. */
  readonly reviewedShare?: number;
  readonly minutesPerDemonstration?: number;
  readonly minutesPerAnswerRanked?: number;
  readonly usdPerAnnotatorHour?: number;
}

export interface HumanFeedback {
  readonly demonstrationPrompts: number;
  readonly rankedPrompts: number;
  readonly policyPrompts: number;
  readonly prompts: number;
  /** Pairs of a better and a worse answer that the rankings hold. */
  readonly comparisons: number;
  readonly annotatorHours: QuantileRange;
  readonly usd: QuantileRange;
  readonly assumptions: readonly string[];
}

/** InstructGPT's numbers, rounded (arXiv 2203.02155, table 6), and its four to nine answers per prompt at the lower end. */
const instructGpt = { demonstrationPrompts: 13_000, rankedPrompts: 33_000, policyPrompts: 31_000 };

const defaultsByMethod = {
  "reward-model": { ...instructGpt, answersPerPrompt: 4 },
  "direct-preference": { ...instructGpt, policyPrompts: 0, answersPerPrompt: 2 },
} as const;

/** Spread of the minutes that people take, standard deviation of the logarithm: a factor 3.6 between the 80 % ends. */
const minutesLogDeviation = 0.5;

/**
 * Work of human feedback: a ranking of k answers holds k · (k − 1) / 2 comparisons; hours = (demonstrations · minutes +
 * ranked answers · minutes) / 60 · (1 + reviewed share); cost = hours · rate.
 *
 * The numbers of prompts are InstructGPT's; minutes and rate are Phasewise defaults, for no large project publishes them:
 * replace them by those of your first hundred items. Valid for texts up to a page; experts take longer and cost more.
 *
 * `humanFeedback({ method: "reward-model" })` → 13,000 + 33,000 + 31,000 prompts, 198,000 comparisons, 8,910
 * annotator-hours at the median
 */
export function humanFeedback(input: HumanFeedbackInput): HumanFeedback {
  checkOneOf(input.method, feedbackMethods, "method");
  const work = {
    ...defaultsByMethod[input.method],
    reviewedShare: 0.1,
    minutesPerDemonstration: 12,
    minutesPerAnswerRanked: 2.5,
    usdPerAnnotatorHour: 30,
    ...input,
  };
  check(work);
  const { demonstrationPrompts, rankedPrompts, policyPrompts, answersPerPrompt } = work;
  const minutes =
    demonstrationPrompts * work.minutesPerDemonstration +
    rankedPrompts * answersPerPrompt * work.minutesPerAnswerRanked;
  const annotatorHours = lognormalRange((minutes / 60) * (1 + work.reviewedShare), minutesLogDeviation);
  return {
    demonstrationPrompts,
    rankedPrompts,
    policyPrompts,
    prompts: demonstrationPrompts + rankedPrompts + policyPrompts,
    comparisons: (rankedPrompts * answersPerPrompt * (answersPerPrompt - 1)) / 2,
    annotatorHours,
    usd: mapRange(annotatorHours, (hours) => hours * work.usdPerAnnotatorHour),
    assumptions: assumptionsOf(input, work),
  };
}

function check(work: Required<Omit<HumanFeedbackInput, "method">>): void {
  const prompts = { max: 1e9, whole: true } as const;
  checkQuantity(work.demonstrationPrompts, prompts, "demonstrationPrompts");
  checkQuantity(work.rankedPrompts, prompts, "rankedPrompts");
  checkQuantity(work.policyPrompts, prompts, "policyPrompts");
  checkQuantity(work.answersPerPrompt, { min: 2, max: 100, whole: true }, "answersPerPrompt");
  checkQuantity(work.reviewedShare, sizingLimits.share, "reviewedShare");
  checkQuantity(work.minutesPerDemonstration, { max: 10_000 }, "minutesPerDemonstration");
  checkQuantity(work.minutesPerAnswerRanked, { max: 10_000 }, "minutesPerAnswerRanked");
  checkQuantity(work.usdPerAnnotatorHour, { max: 10_000 }, "usdPerAnnotatorHour");
}

/** What was taken because nobody said otherwise. */
function assumptionsOf(
  given: HumanFeedbackInput,
  taken: Required<Omit<HumanFeedbackInput, "method">>,
): readonly string[] {
  const lines: [keyof typeof taken, string][] = [
    [
      "demonstrationPrompts",
      `${taken.demonstrationPrompts} demonstrations, as InstructGPT (arXiv 2203.02155).`,
    ],
    ["rankedPrompts", `${taken.rankedPrompts} ranked prompts, as InstructGPT (arXiv 2203.02155).`],
    ["policyPrompts", `${taken.policyPrompts} prompts for optimising the policy, as the method has it.`],
    ["answersPerPrompt", `${taken.answersPerPrompt} answers ranked per prompt, as the method has it.`],
    ["reviewedShare", `${taken.reviewedShare * 100} % of the items done twice: Phasewise default.`],
    [
      "minutesPerDemonstration",
      `${taken.minutesPerDemonstration} minutes per demonstration: Phasewise default.`,
    ],
    [
      "minutesPerAnswerRanked",
      `${taken.minutesPerAnswerRanked} minutes per ranked answer: Phasewise default.`,
    ],
    ["usdPerAnnotatorHour", `${taken.usdPerAnnotatorHour} USD per annotator-hour: Phasewise default.`],
  ];
  return lines.filter(([name]) => given[name] === undefined).map(([, line]) => line);
}
