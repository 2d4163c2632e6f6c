import { minorDigits } from "@/ui/format";
import type { BriefContent } from "../schema";

/** The brief as it is typed: lists as lines, numbers as text. */
export type BriefDraft = {
  useCase: string;
  goals: string;
  objectives: string;
  taskBreadth: "one" | "many" | "";
  tasks: string;
  qualityBar: string;
  requestsPerDay: string;
  latencySeconds: string;
  dataAtHand: string;
  languages: string;
  constraints: string;
  budget: string;
  deadline: string;
  /** A line each: metric | target | data set. */
  successCriteria: string;
};

export const briefFieldNames = {
  useCase: "Use case",
  goals: "Goals",
  objectives: "Objectives",
  taskBreadth: "One task or many",
  tasks: "Tasks",
  qualityBar: "Quality bar",
  requestsPerDay: "Volume",
  latencySeconds: "Latency",
  dataAtHand: "Data at hand",
  languages: "Languages",
  constraints: "Constraints",
  budget: "Budget",
  deadline: "Deadline",
  successCriteria: "Success criteria",
} as const satisfies Record<keyof BriefDraft, string>;

export const briefFields = [
  "useCase",
  "goals",
  "objectives",
  "taskBreadth",
  "tasks",
  "qualityBar",
  "requestsPerDay",
  "latencySeconds",
  "dataAtHand",
  "languages",
  "constraints",
  "budget",
  "deadline",
  "successCriteria",
] as const satisfies readonly (keyof BriefDraft)[];

export function draftOf(content: BriefContent, currency: string): BriefDraft {
  const text = (value: number | null) => (value === null ? "" : String(value));
  return {
    useCase: content.useCase,
    goals: content.goals,
    objectives: content.objectives.join("\n"),
    taskBreadth: content.taskBreadth ?? "",
    tasks: content.tasks,
    qualityBar: content.qualityBar,
    requestsPerDay: text(content.requestsPerDay),
    latencySeconds: text(content.latencySeconds),
    dataAtHand: content.dataAtHand,
    languages: content.languages.join(", "),
    constraints: content.constraints,
    budget: content.budgetMinor === null ? "" : String(content.budgetMinor / 10 ** minorDigits(currency)),
    deadline: content.deadline ?? "",
    successCriteria: content.successCriteria
      .map(({ metric, target, dataSet }) => [metric, target, dataSet].join(" | "))
      .join("\n"),
  };
}

export function fromDraft(draft: BriefDraft, currency: string): BriefContent {
  const number = (text: string) => (text.trim() === "" ? null : Number(text));
  const list = (text: string, separator: RegExp) =>
    text
      .split(separator)
      .map((entry) => entry.trim())
      .filter((entry) => entry !== "");
  const budget = number(draft.budget);
  return {
    useCase: draft.useCase.trim(),
    goals: draft.goals.trim(),
    objectives: list(draft.objectives, /\n/),
    taskBreadth: draft.taskBreadth === "" ? null : draft.taskBreadth,
    tasks: draft.tasks.trim(),
    qualityBar: draft.qualityBar.trim(),
    requestsPerDay: number(draft.requestsPerDay),
    latencySeconds: number(draft.latencySeconds),
    dataAtHand: draft.dataAtHand.trim(),
    languages: list(draft.languages, /[,\n]/),
    constraints: draft.constraints.trim(),
    budgetMinor: budget === null ? null : Math.round(budget * 10 ** minorDigits(currency)),
    deadline: draft.deadline === "" ? null : draft.deadline,
    successCriteria: list(draft.successCriteria, /\n/).map((line) => {
      const [metric = "", target = "", dataSet = ""] = line.split("|").map((part) => part.trim());
      return { metric, target, dataSet };
    }),
  };
}
