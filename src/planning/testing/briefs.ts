import type { ScopingBrief } from "../scoping/brief";

/** A brief that says nothing yet. */
export const emptyBrief: ScopingBrief = {
  useCase: "",
  goals: "",
  objectives: [],
  taskBreadth: null,
  tasks: "",
  qualityBar: "",
  successCriteria: [],
  requestsPerDay: null,
  tokensInPerRequest: null,
  tokensOutPerRequest: null,
  latencySeconds: null,
  languages: [],
  dataAtHand: "",
  data: [],
  constraints: "",
  hosting: null,
  licence: null,
  budgetMinor: null,
  deadline: null,
  riskAnswers: {},
};
