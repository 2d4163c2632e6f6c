import type { Phase } from "./phase";
import { cite } from "./sources";

const lifecycle = cite("lifecycle");
const own = cite("phasewise");

export const modelSelectionPhase: Phase = {
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
  deliverables: [
    {
      id: "comparison",
      name: "Comparison of candidates with trial results",
      producedBy: ["model-comparison/trial", "rules-baseline/measure"],
      sources: [cite("helm"), own],
    },
    {
      id: "model-decision",
      name: "Model decision with its rationale",
      producedBy: ["model-comparison/choose"],
      sources: [lifecycle],
    },
    {
      id: "base-model",
      name: "Base model of our own with its training log",
      producedBy: ["pre-training/train"],
      sources: [cite("bloomberggpt"), cite("eu-ai-act", "Article 53")],
    },
  ],
  gate: {
    name: "Model chosen",
    approvedBy: "product-owner",
    sources: [cite("iso-5338"), own],
    exitCriteria: [
      {
        id: "existing-tried",
        text: "An existing model was tried on our examples before training one was considered",
        evidence: ["model-comparison/trial"],
        appliesWith: ["model-comparison"],
        sources: [lifecycle],
      },
      {
        id: "licence-allows",
        text: "The chosen model's licence and terms allow the use",
        evidence: ["model-comparison/licence-and-terms"],
        appliesWith: ["model-comparison"],
        sources: [cite("nist-genai-profile", "govern, third parties"), own],
      },
      {
        id: "reason-on-record",
        text: "Runner-up and reason are on record",
        evidence: ["model-comparison/choose"],
        appliesWith: ["model-comparison"],
        sources: [own],
      },
      {
        id: "baseline-known",
        text: "What a conventional baseline reaches is known",
        evidence: ["rules-baseline/measure"],
        appliesWith: ["rules-baseline"],
        sources: [cite("rules-of-ml", "rule 1")],
      },
      {
        id: "own-training-affordable",
        text: "If we train our own: compute, data and people were estimated and are affordable",
        evidence: ["pre-training/feasibility"],
        appliesWith: ["pre-training"],
        sources: [cite("chinchilla"), cite("lifecycle", "model selection")],
      },
    ],
  },
  sources: [cite("lifecycle", "model selection")],
};
