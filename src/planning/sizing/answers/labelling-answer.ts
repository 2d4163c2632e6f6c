import { type FeedbackMethod, humanFeedback } from "../human-feedback";
import { validationInWords } from "../validation";
import { inEightOfTen, ranged, type SizingAnswer, tell, tellRange } from "./answer";

export interface LabellingSizing {
  readonly calculation: "labelling";
  readonly method: FeedbackMethod;
  readonly demonstrationPrompts: number;
  readonly rankedPrompts: number;
  readonly answersPerPrompt: number;
  readonly reviewedShare: number;
  readonly minutesPerDemonstration: number;
  readonly minutesPerAnswerRanked: number;
  readonly ratePerHour: number;
  readonly rateCurrency: string;
}

export function answerLabelling(sizing: LabellingSizing): SizingAnswer {
  const { ratePerHour, rateCurrency, ...work } = sizing;
  const feedback = humanFeedback({ ...work, usdPerAnnotatorHour: ratePerHour });
  const { demonstrationPrompts, rankedPrompts, answersPerPrompt } = sizing;
  return {
    figures: [
      ranged("Pay", feedback.usd, rateCurrency),
      ranged("Work", feedback.annotatorHours, "annotator-hours"),
      { name: "Comparisons", value: feedback.comparisons, unit: "pairs" },
      { name: "Prompts", value: feedback.prompts, unit: "prompts" },
    ],
    range: inEightOfTen,
    steps: [
      {
        name: "Comparisons",
        formula: "ranked prompts · answers · (answers − 1) / 2",
        numbers: `${tell(rankedPrompts)} · ${tell(answersPerPrompt)} · ${tell(answersPerPrompt - 1)} / 2`,
        result: `${tell(feedback.comparisons)} pairs`,
      },
      {
        name: "Work",
        formula: "(demonstrations · minutes + ranked answers · minutes) / 60 · (1 + share done twice)",
        numbers: `(${tell(demonstrationPrompts)} · ${tell(sizing.minutesPerDemonstration)} + ${tell(rankedPrompts * answersPerPrompt)} · ${tell(sizing.minutesPerAnswerRanked)}) / 60 · ${tell(1 + sizing.reviewedShare)}`,
        result: tellRange(feedback.annotatorHours, "annotator-hours"),
      },
      {
        name: "Pay",
        formula: "annotator-hours · rate",
        numbers: `${tell(feedback.annotatorHours.p50)} · ${tell(ratePerHour)} ${rateCurrency}`,
        result: tellRange(feedback.usd, rateCurrency),
      },
    ],
    sources: [
      "Numbers of prompts: InstructGPT (arXiv 2203.02155, table 6). Preferences without a reward model: arXiv 2305.18290.",
      "Minutes, rate and their spread (± 0.5 on the logarithm): Phasewise defaults.",
    ],
    entries: [],
    assumptions: feedback.assumptions,
    validity: ["Texts up to a page; experts take longer and cost more."],
    validation: validationInWords.labelling,
  };
}
