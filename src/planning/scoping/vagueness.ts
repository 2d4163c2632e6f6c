import type { ScopingBrief } from "./brief";
import { isMeasurable } from "./criterion";
import { assessRisk } from "./risk-class";

export type BriefPart = keyof ScopingBrief;

export interface VaguePart {
  readonly part: BriefPart;
  /** What is missing: "No figure for “Correct fields”". */
  readonly what: string;
  /** What it holds up. */
  readonly why: string;
}

/** The parts in the order in which they are asked, with why each matters for the plan. */
const missing: readonly (readonly [BriefPart, string, string])[] = [
  ["useCase", "Use case", "Without who does what with it, no task can be estimated."],
  ["goals", "Goals", "What should be different afterwards decides which trade-offs are good ones."],
  ["objectives", "Objectives", "A goal nobody can check is never reached."],
  ["taskBreadth", "One task or many", "The size of the model and the techniques follow from it."],
  ["qualityBar", "Quality bar in words", "Who says it is good enough decides who has to evaluate."],
  ["successCriteria", "Success criteria", "The loop of adapting and evaluating has no end without a target."],
  ["requestsPerDay", "Volume", "Running cost and serving are volume × tokens."],
  ["tokensInPerRequest", "Tokens in", "The price of a hosted model and the context it needs follow from it."],
  ["tokensOutPerRequest", "Tokens out", "Answers are the dear and the slow part of a request."],
  ["latencySeconds", "Latency", "It rules out large models, or calls for more accelerators."],
  ["languages", "Languages", "Each one needs examples and an evaluation of its own."],
  ["data", "Data at hand", "What may be used, and how much, decides whether tuning is an option at all."],
  ["hosting", "Where it may run", "It decides between a hosted and an open model before any test does."],
  ["licence", "Licence needs", "A model that may not be used is found out early or late."],
  ["budgetMinor", "Budget", "The forecast can't say whether it is kept."],
  ["deadline", "Deadline", "The forecast can't say whether it is met."],
];

/** Words that say a wish and no bar; after ISO/IEC/IEEE 29148:2018, 5.2.7 (subjective, ambiguous and open-ended terms). */
const weakWords =
  /\b(?:fast|quick(?:ly)?|slow|easy|easily|user[- ]friendly|intuitive|seamless(?:ly)?|robust|state[- ]of[- ]the[- ]art|best|good enough|high[- ]quality|appropriate|adequate|sufficient(?:ly)?|reasonable|as (?:far|much|soon|good) as possible|where possible|if possible|etc\.?|and so on|soon)\b/gi;

/** What of a brief is not settled, in the order of its form, and what each holds up. */
export function vaguenessOf(brief: ScopingBrief): VaguePart[] {
  return [
    ...missing.flatMap(([part, what, why]) => (isEmpty(brief[part]) ? [{ part, what, why }] : [])),
    ...criteriaIn(brief),
    ...dataIn(brief),
    ...weakWordsIn(brief),
    ...riskIn(brief),
  ];
}

function isEmpty(value: ScopingBrief[BriefPart]): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

function criteriaIn({ successCriteria }: ScopingBrief): VaguePart[] {
  return successCriteria
    .filter((criterion) => !isMeasurable(criterion))
    .map(({ metric, target, dataSet }) => {
      const lacks = [target === null && "figure", dataSet === "" && "data set"]
        .filter(Boolean)
        .join(" and no ");
      return {
        part: "successCriteria",
        what: `“${metric}” has no ${lacks}`,
        why: "Two people who measure it must come to the same answer.",
      };
    });
}

function dataIn({ data }: ScopingBrief): VaguePart[] {
  return data
    .filter(
      ({ sensitivity, labelled, amount }) => sensitivity === null || labelled === null || amount === null,
    )
    .map(({ kind, sensitivity, labelled, amount }) => {
      const lacks = [
        amount === null && "amount",
        labelled === null && "labels",
        sensitivity === null && "sensitivity",
      ];
      return {
        part: "data",
        what: `“${kind}”: ${lacks.filter(Boolean).join(", ")} not said`,
        why: "The amount decides between prompting and tuning, the sensitivity where it may go.",
      };
    });
}

function weakWordsIn(brief: ScopingBrief): VaguePart[] {
  const texts = [
    ["goals", brief.goals],
    ["objectives", brief.objectives.join("\n")],
    ["qualityBar", brief.qualityBar],
    ["constraints", brief.constraints],
  ] as const;
  return texts.flatMap(([part, words]) => {
    // A sentence with a figure in it says how fast is fast.
    const unmeasured = words.split(/(?<=[.!?;])\s|\n/).filter((sentence) => !/\d/.test(sentence));
    const weak = [...new Set(unmeasured.flatMap((sentence) => sentence.match(weakWords) ?? []))];
    if (weak.length === 0) return [];
    const named = weak.slice(0, 3).map((word) => `“${word.toLowerCase()}”`);
    return [
      {
        part,
        what: `${named.join(", ")} in words only`,
        why: "Everybody agrees to it and means something else.",
      },
    ];
  });
}

function riskIn({ riskAnswers }: ScopingBrief): VaguePart[] {
  const { riskClass, open } = assessRisk(riskAnswers);
  const why = "The class decides which reviews, documents and people the plan needs.";
  if (riskClass === null) return [{ part: "riskAnswers", what: "Risk class", why }];
  if (open.length === 0) return [];
  const what =
    open.length === 1 ? "1 question of the risk class" : `${open.length} questions of the risk class`;
  return [{ part: "riskAnswers", what, why }];
}
