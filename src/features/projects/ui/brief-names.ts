import type { BriefPart, Hosting, LicenceNeed, NarrownessLevel } from "@/planning";

export const hostingNames = {
  anywhere: "Anywhere, hosted models too",
  "own-accounts": "In our own accounts only",
  "on-premises": "On premises only",
} as const satisfies Record<Hosting, string>;

export const licenceNames = {
  any: "Any terms that allow our use",
  commercial: "Commercial use",
  "open-weights": "Open weights, to tune and keep",
  permissive: "Permissive open-source licence",
} as const satisfies Record<LicenceNeed, string>;

export const narrownessNames = {
  narrow: "Narrow",
  middling: "Neither narrow nor wide",
  wide: "Wide",
} as const satisfies Record<NarrownessLevel, string>;

export const partNames = {
  useCase: "Use case",
  goals: "Goals",
  objectives: "Objectives",
  taskBreadth: "One task or many",
  tasks: "Tasks",
  qualityBar: "Quality bar",
  successCriteria: "Success criteria",
  requestsPerDay: "Volume",
  tokensInPerRequest: "Tokens in",
  tokensOutPerRequest: "Tokens out",
  latencySeconds: "Latency",
  languages: "Languages",
  dataAtHand: "About the data",
  data: "Data at hand",
  constraints: "Constraints",
  hosting: "Where it may run",
  licence: "Licence",
  budgetMinor: "Budget",
  deadline: "Deadline",
  riskAnswers: "Risk class",
} as const satisfies Record<BriefPart, string>;
