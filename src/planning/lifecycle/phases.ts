import type { PhaseId } from "./phase-ids";

export interface Phase {
  readonly id: PhaseId;
  readonly number: 1 | 2 | 3 | 4;
  readonly name: string;
  readonly shortName: string;
  readonly question: string;
  readonly settles: readonly string[];
  readonly leavesWith: string;
  readonly exitCriteria: readonly PhaseItem[];
  readonly deliverables: readonly PhaseItem[];
  readonly source: string;
}

/** The lifecycle's source names phases 3 and 4 without filling them, so each item says where it comes from. */
export interface PhaseItem {
  readonly text: string;
  readonly source: string;
}

const lifecycleSource =
  "Generative AI project lifecycle (bachir.io, July 2023), after Generative AI with Large Language Models (DeepLearning.AI)";
const nistProfile = "NIST AI 600-1, Generative AI Profile (2024)";
const modelCards = "Mitchell et al. 2019, Model Cards for Model Reporting, arXiv 1810.03993";
const instructGpt = "Ouyang et al. 2022, arXiv 2203.02155";
const own = "Phasewise default";

export const phases: readonly Phase[] = [
  {
    id: "scoping",
    number: 1,
    name: "Scoping",
    shortName: "Scope",
    question: "What must the model do, how narrowly, for which use case and budget?",
    settles: [
      "Use case, goals and objectives",
      "One task done very well, or many tasks",
      "Quality bar, volume and latency",
      "Data at hand and constraints",
      "Risk class and budget",
    ],
    leavesWith: "A scoping brief with measurable success criteria",
    exitCriteria: [
      { text: "The use case and what is out of it are written down and agreed", source: lifecycleSource },
      { text: "Every success criterion has a measure, a threshold and a data set", source: own },
      { text: "The budget and the largest acceptable running cost are named", source: lifecycleSource },
      { text: "Risks and the people affected are listed, with a risk class", source: nistProfile },
    ],
    deliverables: [
      { text: "Scoping brief", source: lifecycleSource },
      { text: "Success criteria with thresholds", source: own },
      { text: "Inventory of data at hand", source: own },
    ],
    source: lifecycleSource,
  },
  {
    id: "model-selection",
    number: 2,
    name: "Model selection",
    shortName: "Select",
    question: "Use an existing base model, or train our own?",
    settles: [
      "Candidates and the criteria they are compared by",
      "Evidence from a trial on our own examples",
      "Whether pre-training is needed and feasible",
      "Licence, cost and size",
    ],
    leavesWith: "A chosen model with its runner-up and the reason",
    exitCriteria: [
      {
        text: "An existing model was tried on our examples before training one was considered",
        source: lifecycleSource,
      },
      { text: "The chosen model's licence and terms allow the use", source: own },
      { text: "Runner-up and reason are on record", source: own },
      {
        text: "If we train our own: compute, data and people were estimated and are affordable",
        source: "Hoffmann et al. 2022, arXiv 2203.15556",
      },
    ],
    deliverables: [
      { text: "Comparison of candidates with trial results", source: own },
      { text: "Model decision with its rationale", source: lifecycleSource },
    ],
    source: lifecycleSource,
  },
  {
    id: "model-alignment",
    number: 3,
    name: "Model alignment",
    shortName: "Align",
    question: "How do we make it good enough?",
    settles: [
      "How far prompts alone carry",
      "Whether to tune, and with which data",
      "Whether people's preferences must shape the model",
      "After each pass: good enough, another pass, or stop",
    ],
    leavesWith: "An evaluated, aligned model",
    exitCriteria: [
      {
        text: "Every success criterion of the brief was measured on data not used to adapt the model",
        source: own,
      },
      { text: "Each criterion is met, or its gap is accepted by name and reason", source: own },
      { text: "Harmful, biased and invented output was tested for", source: nistProfile },
      { text: "Preference work follows written guidelines for labellers", source: instructGpt },
    ],
    deliverables: [
      { text: "Evaluation set and results per pass", source: own },
      { text: "Model card with intended use and limits", source: modelCards },
      { text: "Versioned prompts, adapters or weights", source: own },
    ],
    source: `${own}; the lifecycle's source names this phase without content`,
  },
  {
    id: "application-integration",
    number: 4,
    name: "Application integration",
    shortName: "Integrate",
    question: "How does it run and what surrounds it?",
    settles: [
      "Whether to compress, and where it runs",
      "What augments it: retrieval, tools, guardrails",
      "The application around it",
      "Launch, monitoring and who answers when it fails",
    ],
    leavesWith: "A launched application with its running cost",
    exitCriteria: [
      { text: "Latency and cost at expected volume were measured under load", source: own },
      {
        text: "Prompt injection, data leakage and excessive agency were tested for",
        source: "OWASP Top 10 for LLM Applications (2025)",
      },
      { text: "Quality, cost and incidents are monitored and someone is responsible", source: nistProfile },
      {
        text: "The system can be rolled back or switched off",
        source: nistProfile,
      },
    ],
    deliverables: [
      { text: "Deployed service with load test results", source: own },
      { text: "Application with human oversight where the risk class asks for it", source: nistProfile },
      { text: "Dashboards, alerts and a runbook", source: own },
    ],
    source: `${own}; the lifecycle's source names this phase without content`,
  },
];

export function phaseById(id: PhaseId): Phase {
  const phase = phases.find((candidate) => candidate.id === id);
  if (!phase) throw new Error(`phase ${id} has no definition`);
  return phase;
}
