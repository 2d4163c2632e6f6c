export const comparisons = ["at-least", "at-most", "more-than", "less-than", "exactly"] as const;
export type Comparison = (typeof comparisons)[number];

export const comparisonWords = {
  "at-least": "at least",
  "at-most": "at most",
  "more-than": "more than",
  "less-than": "less than",
  exactly: "exactly",
} as const satisfies Record<Comparison, string>;

/** When a project counts as good enough, by one measure: "Answers supported by a passage: at least 98 % on 400 reviewed chats". */
export interface SuccessCriterion {
  readonly metric: string;
  readonly comparison: Comparison;
  /** In `unit`; null while nobody has named a figure. */
  readonly target: number | null;
  /** "%", "s", "of 5"; empty for a bare number. */
  readonly unit: string;
  readonly dataSet: string;
  /** What a figure can't say: "not below today's". */
  readonly note: string;
}

/** Whether somebody who was not there could measure it and say yes or no. */
export function isMeasurable({ target, dataSet }: SuccessCriterion): boolean {
  return target !== null && dataSet !== "";
}

/** `tellTarget({ comparison: "at-least", target: 98, unit: "%", … })` → "at least 98 %"; the note where there is no figure. */
export function tellTarget({ comparison, target, unit, note }: Omit<SuccessCriterion, "metric" | "dataSet">) {
  if (target === null) return note;
  const figure = [comparisonWords[comparison], target, unit].filter((part) => part !== "").join(" ");
  return note === "" ? figure : `${figure} (${note})`;
}

/** Whether a value, in the criterion's unit, meets its target; null while it has none. */
export function meetsTarget(
  { comparison, target }: Pick<SuccessCriterion, "comparison" | "target">,
  value: number,
): boolean | null {
  if (target === null) return null;
  switch (comparison) {
    case "at-least":
      return value >= target;
    case "at-most":
      return value <= target;
    case "more-than":
      return value > target;
    case "less-than":
      return value < target;
    case "exactly":
      return value === target;
  }
}

const signs: readonly (readonly [RegExp, Comparison])[] = [
  [/^(?:at least|no less than|not less than|minimum|min\.?|≥|>=)\s*/i, "at-least"],
  [/^(?:at most|no more than|not more than|up to|maximum|max\.?|≤|<=)\s*/i, "at-most"],
  [/^(?:more than|above|over|>)\s*/i, "more-than"],
  [/^(?:less than|below|under|<)\s*/i, "less-than"],
  [/^(?:exactly|equals?|=)\s*/i, "exactly"],
];

const figure = /^(-?\d{1,12}(?:\.\d{1,6})?)\s*(.*)$/;
const longestUnit = 40;

/**
 * What a target in words says as a figure: `parseTarget("at least 98 %")` → at least 98, "%". Words that say no figure, or more than
 * one, stay words: better a note than a wrong number.
 */
export function parseTarget(words: string): Omit<SuccessCriterion, "metric" | "dataSet"> {
  const said = words.trim();
  const asNote = { comparison: "at-least", target: null, unit: "", note: said } as const;
  const sign = signs.find(([pattern]) => pattern.test(said));
  if (sign === undefined) return asNote;
  const [pattern, comparison] = sign;
  const found = figure.exec(said.replace(pattern, ""));
  const [, number = "", unit = ""] = found ?? [];
  if (
    number === "" ||
    unit.length > longestUnit ||
    /\d|^[.,]/.test(unit.replace(/^(?:of|in|per)\s+\d+$/, ""))
  )
    return asNote;
  return { comparison, target: Number(number), unit: unit.trim(), note: "" };
}
