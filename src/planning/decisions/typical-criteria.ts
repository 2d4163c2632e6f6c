import type { PhaseId } from "../lifecycle/phase-ids";
import type { Scale } from "./value-function";

/** A criterion that many decisions of a phase are weighed by; a team takes it as it is, or as a beginning. */
export interface TypicalCriterion {
  readonly name: string;
  readonly description: string;
  readonly scale: Scale;
  /** What scores of 1 to 5 mean, where the scale is one of judgement. */
  readonly words: readonly string[];
}

const judged: Scale = { worst: 1, best: 5, unit: "" };

/** Of judgement, in five steps from the worst to the best. */
function inWords(name: string, description: string, words: readonly string[]): TypicalCriterion {
  return { name, description, scale: judged, words };
}

function measured(name: string, description: string, scale: Scale): TypicalCriterion {
  return { name, description, scale, words: [] };
}

const quality = measured(
  "Quality on own data",
  "The share of our own evaluation items that it gets right, measured with the harness that the brief names.",
  { worst: 50, best: 100, unit: "%" },
);
const runningCost = measured(
  "Running cost",
  "What a month of the expected requests costs, for tokens or for machines.",
  { worst: 10_000, best: 0, unit: "€ a month" },
);
const latency = measured("Latency", "How long nineteen of twenty answers take at most, as a user waits.", {
  worst: 10,
  best: 0,
  unit: "s",
});
const licence = inWords("Licence", "What we may do with weights, outputs and data, now and later.", [
  "forbids our use",
  "unclear",
  "with duties",
  "minor duties",
  "free for any use",
]);
const dataProtection = inWords(
  "Data protection",
  "Where personal and confidential data go, who processes them, and what is kept.",
  ["not allowed", "needs an exception", "with a contract", "within our accounts", "never leaves us"],
);
const effort = measured("Effort", "What the team works until it is in use.", {
  worst: 120,
  best: 0,
  unit: "person-days",
});
const skills = inWords("Skills at hand", "Whether the people we have can build it and keep it running.", [
  "nobody",
  "one person, learning",
  "one person",
  "some",
  "the whole team",
]);
const reversibility = inWords("Way back", "How hard it is to choose otherwise later.", [
  "no way back",
  "start again",
  "months",
  "weeks",
  "a setting",
]);

/** Phasewise defaults: the scales' ends are a place to begin, and belong to be set to what the decision is about. */
export const typicalCriteria: Readonly<Record<PhaseId, readonly TypicalCriterion[]>> = {
  scoping: [
    inWords("Value to users", "How much better the work of those who use it becomes.", [
      "none",
      "little",
      "some",
      "much",
      "changes the work",
    ]),
    inWords("Feasibility", "Whether what models can do today is enough for it.", [
      "nobody did it",
      "in research",
      "with luck",
      "likely",
      "done elsewhere",
    ]),
    inWords("Data at hand", "Whether there is data to build it on and to judge it by.", [
      "none",
      "would have to be made",
      "some, unsorted",
      "most of it",
      "ready",
    ]),
    inWords("Risk", "What happens when an answer is wrong.", [
      "harm to people",
      "serious damage",
      "costly",
      "an annoyance",
      "nothing",
    ]),
    dataProtection,
    effort,
  ],
  "model-selection": [
    quality,
    runningCost,
    latency,
    licence,
    dataProtection,
    measured("Context window", "How much text fits into one request.", {
      worst: 8,
      best: 200,
      unit: "thousand tokens",
    }),
    effort,
    reversibility,
  ],
  "model-alignment": [quality, effort, dataProtection, runningCost, skills, reversibility],
  "application-integration": [
    latency,
    runningCost,
    inWords("Reliability", "How often it fails, and how soon that is noticed and mended.", [
      "often, unnoticed",
      "often",
      "sometimes",
      "rarely",
      "hardly ever",
    ]),
    dataProtection,
    effort,
    skills,
    reversibility,
  ],
};
