import type { Comparison, Hosting, Labelling, LicenceNeed, RiskAnswers, Sensitivity } from "@/planning";
import { minorDigits } from "@/ui/format";
import type { BriefContent } from "../schema";

export type CriterionDraft = {
  /** For the list on screen alone. */
  key: string;
  metric: string;
  comparison: Comparison;
  target: string;
  unit: string;
  dataSet: string;
  note: string;
};

export type DataDraft = {
  key: string;
  kind: string;
  amount: string;
  unit: string;
  labelled: Labelling | "";
  sensitivity: Sensitivity | "";
  residence: string;
};

/** The brief as it is typed, without its texts: lists as lines, numbers as text. */
export type BriefDraft = {
  objectives: string;
  taskBreadth: "one" | "many" | "";
  tasks: string;
  successCriteria: readonly CriterionDraft[];
  requestsPerDay: string;
  tokensInPerRequest: string;
  tokensOutPerRequest: string;
  latencySeconds: string;
  languages: string;
  data: readonly DataDraft[];
  hosting: Hosting | "";
  licence: LicenceNeed | "";
  budget: string;
  deadline: string;
  riskAnswers: RiskAnswers;
};

export type BriefField = keyof BriefDraft;
type Fields = Omit<BriefContent, "useCase" | "goals" | "qualityBar" | "dataAtHand" | "constraints">;

export const briefFieldNames = {
  objectives: "Objectives",
  taskBreadth: "One task or many",
  tasks: "Tasks",
  successCriteria: "Success criteria",
  requestsPerDay: "Volume",
  tokensInPerRequest: "Tokens in",
  tokensOutPerRequest: "Tokens out",
  latencySeconds: "Latency",
  languages: "Languages",
  data: "Data at hand",
  hosting: "Where it may run",
  licence: "Licence",
  budget: "Budget",
  deadline: "Deadline",
  riskAnswers: "Risk class",
} as const satisfies Record<BriefField, string>;

export const blankCriterion = (): CriterionDraft => ({
  key: crypto.randomUUID(),
  metric: "",
  comparison: "at-least",
  target: "",
  unit: "",
  dataSet: "",
  note: "",
});

export const blankData = (): DataDraft => ({
  key: crypto.randomUUID(),
  kind: "",
  amount: "",
  unit: "",
  labelled: "",
  sensitivity: "",
  residence: "",
});

export function draftOf(content: Fields, currency: string): BriefDraft {
  const text = (value: number | null) => (value === null ? "" : String(value));
  return {
    objectives: content.objectives.join("\n"),
    taskBreadth: content.taskBreadth ?? "",
    tasks: content.tasks,
    successCriteria: content.successCriteria.map((criterion, place) => ({
      ...criterion,
      key: `saved-${place}`,
      target: text(criterion.target),
    })),
    requestsPerDay: text(content.requestsPerDay),
    tokensInPerRequest: text(content.tokensInPerRequest),
    tokensOutPerRequest: text(content.tokensOutPerRequest),
    latencySeconds: text(content.latencySeconds),
    languages: content.languages.join(", "),
    data: content.data.map((row, place) => ({
      ...row,
      key: `saved-${place}`,
      amount: text(row.amount),
      labelled: row.labelled ?? "",
      sensitivity: row.sensitivity ?? "",
    })),
    hosting: content.hosting ?? "",
    licence: content.licence ?? "",
    budget: content.budgetMinor === null ? "" : String(content.budgetMinor / 10 ** minorDigits(currency)),
    deadline: content.deadline ?? "",
    riskAnswers: content.riskAnswers,
  };
}

/** A row in which nothing was typed is none. */
export const isTyped = ({ metric, target, unit, dataSet, note }: CriterionDraft) =>
  [metric, target, unit, dataSet, note].some((typed) => typed.trim() !== "");

export const isTypedData = ({ kind, amount, unit, labelled, sensitivity, residence }: DataDraft) =>
  [kind, amount, unit, labelled, sensitivity, residence].some((typed) => typed.trim() !== "");

export function fromDraft(draft: BriefDraft, currency: string): Fields {
  const number = (text: string) => (text.trim() === "" ? null : Number(text));
  const list = (text: string, separator: RegExp) =>
    text.split(separator).flatMap((entry) => entry.trim() || []);
  const budget = number(draft.budget);
  return {
    objectives: list(draft.objectives, /\n/),
    taskBreadth: draft.taskBreadth || null,
    tasks: draft.tasks.trim(),
    successCriteria: draft.successCriteria.filter(isTyped).map(({ key: _, ...row }) => ({
      comparison: row.comparison,
      target: number(row.target),
      metric: row.metric.trim(),
      unit: row.unit.trim(),
      dataSet: row.dataSet.trim(),
      note: row.note.trim(),
    })),
    requestsPerDay: number(draft.requestsPerDay),
    tokensInPerRequest: number(draft.tokensInPerRequest),
    tokensOutPerRequest: number(draft.tokensOutPerRequest),
    latencySeconds: number(draft.latencySeconds),
    languages: list(draft.languages, /[,\n]/),
    data: draft.data.filter(isTypedData).map(({ key: _, ...row }) => ({
      kind: row.kind.trim(),
      amount: number(row.amount),
      unit: row.unit.trim(),
      labelled: row.labelled || null,
      sensitivity: row.sensitivity || null,
      residence: row.residence.trim(),
    })),
    hosting: draft.hosting || null,
    licence: draft.licence || null,
    budgetMinor: budget === null ? null : Math.round(budget * 10 ** minorDigits(currency)),
    deadline: draft.deadline || null,
    // In one order, whatever order they were given or kept in: two briefs that say the same are the same text.
    riskAnswers: Object.fromEntries(Object.entries(draft.riskAnswers).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
