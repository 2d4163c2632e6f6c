import { meetsTarget } from "@/planning";
import { metricKey, type PassCriterion } from "./criteria-rules";

type Result = {
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  readonly dataSet: string;
};

/** The question that a pass ends in, with what was found as its context. */
export function nextQuestion(after: {
  readonly pass: number;
  readonly budget: number;
  readonly criteria: readonly PassCriterion[];
  readonly results: readonly Result[];
}): { question: string; context: string } {
  const { pass, budget, criteria, results } = after;
  const known = new Map(criteria.map((criterion) => [metricKey(criterion.metric), criterion]));
  const measured = results.map((result) => {
    const criterion = known.get(metricKey(result.metric));
    const met = criterion === undefined ? null : meetsTarget(criterion, result.value);
    return `- ${escaped(result.metric)}: ${figure(result)}${asked(criterion)}${met === null ? "" : met ? ", met" : ", **not met**"}`;
  });
  const found = new Set(results.map(({ metric }) => metricKey(metric)));
  const missing = criteria.filter(({ metric }) => !found.has(metricKey(metric)));
  const parts = [
    `Pass ${pass} of a budget of ${budget}.`,
    measured.length === 0 ? "Nothing was measured in it yet." : measured.join("\n"),
    missing.length === 0 ? "" : `Not measured: ${missing.map(({ metric }) => escaped(metric)).join(", ")}.`,
    "Where another decision sets a larger budget of passes, the plan follows the larger one.",
  ];
  return {
    question: `After pass ${pass}: stop, go on, or change technique?`,
    context: parts.filter((part) => part !== "").join("\n\n"),
  };
}

function figure({ value, unit, dataSet }: Result): string {
  return `${value}${unit === "" ? "" : ` ${escaped(unit)}`}${dataSet === "" ? "" : ` on ${escaped(dataSet)}`}`;
}

function asked(criterion: PassCriterion | undefined): string {
  return criterion === undefined || criterion.words === "" ? "" : `; asked: ${escaped(criterion.words)}`;
}

/** What people wrote stays words: none of it becomes a mark. */
const escaped = (text: string) => text.replace(/([\\`*_[\]<>#~|])/g, "\\$1");
