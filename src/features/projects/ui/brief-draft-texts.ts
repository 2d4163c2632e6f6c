import { comparisonWords, riskQuestions, tellTarget } from "@/planning";
import { type BriefDraft, type BriefField, briefFieldNames, fromDraft } from "./brief-draft";

function isBriefField(field: string): field is BriefField {
  return Object.hasOwn(briefFieldNames, field);
}

export const briefFields: readonly BriefField[] = Object.keys(briefFieldNames).filter(isBriefField);

/** Each field as words that two people's versions can be compared by. */
export function textsOf(draft: BriefDraft, currency: string): Record<BriefField, string> {
  const { successCriteria, data, riskAnswers } = fromDraft(draft, currency);
  return {
    ...draft,
    successCriteria: successCriteria
      .map((criterion) => {
        const open = criterion.target === null ? `${comparisonWords[criterion.comparison]} …` : "";
        const said = [criterion.metric, open, tellTarget(criterion), criterion.dataSet];
        return said.filter((part) => part !== "").join(" · ");
      })
      .join("\n"),
    data: data
      .map(({ kind, amount, unit, labelled, sensitivity, residence }) => {
        const said = [
          kind,
          [amount, unit].filter((part) => part !== null && part !== "").join(" "),
          labelled === null ? "" : `labelled: ${labelled}`,
          sensitivity ?? "",
          residence,
        ];
        return said.filter((part) => part !== "").join(" · ");
      })
      .join("\n"),
    riskAnswers: riskQuestions
      .flatMap(({ id, short }) => (riskAnswers[id] === undefined ? [] : `${short}: ${riskAnswers[id]}`))
      .join("\n"),
  };
}
