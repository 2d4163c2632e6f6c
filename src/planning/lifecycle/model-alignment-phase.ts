import type { Phase } from "./phase";
import { cite } from "./sources";

const own = cite("phasewise");

export const modelAlignmentPhase: Phase = {
  id: "model-alignment",
  number: 3,
  name: "Model alignment",
  shortName: "Align",
  question: "How do we make it good enough?",
  settles: [
    "How far prompts alone carry",
    "Whether to tune, by which method, and with which data",
    "Whether people's preferences must shape the model",
    "After each pass: good enough, another pass, or stop",
  ],
  leavesWith: "An evaluated, aligned model",
  deliverables: [
    {
      id: "evaluation-results",
      name: "Evaluation set and results per pass",
      producedBy: ["evaluation/evaluation-set", "evaluation/run"],
      sources: [cite("helm"), own],
    },
    {
      id: "model-card",
      name: "Model card with intended use and limits",
      producedBy: ["evaluation/report"],
      sources: [cite("model-cards"), cite("eu-ai-act", "Articles 11 and 13")],
    },
    {
      id: "adapted-model",
      name: "Versioned prompts, adapters or weights",
      producedBy: [
        "prompt-engineering/draft",
        "fine-tuning/train",
        "prompt-tuning/train",
        "full-fine-tuning/train",
        "human-feedback/optimise",
        "direct-preference-optimisation/train",
      ],
      sources: [cite("lifecycle", "time and effort"), own],
    },
    {
      id: "preference-data",
      name: "Labelling guidelines and comparisons",
      producedBy: ["human-feedback/guidelines", "human-feedback/comparisons"],
      sources: [cite("instructgpt")],
    },
    {
      id: "red-team-findings",
      name: "Findings of the attacks on the model",
      producedBy: ["model-red-teaming/findings"],
      sources: [cite("red-teaming")],
    },
  ],
  gate: {
    name: "Criteria met",
    approvedBy: "product-owner",
    sources: [cite("nist-ai-rmf", "measure"), own],
    exitCriteria: [
      {
        id: "measured-on-held-out",
        text: "Every success criterion of the brief was measured on data not used to adapt the model",
        evidence: ["evaluation/run"],
        appliesWith: [],
        sources: [cite("nist-genai-profile", "measure"), own],
      },
      {
        id: "met-or-accepted",
        text: "Each criterion is met, or its gap is accepted by name and reason",
        evidence: ["evaluation/expert-review", "evaluation/report"],
        appliesWith: [],
        sources: [own],
      },
      {
        id: "harms-tested",
        text: "Harmful, biased and invented output was tested for",
        evidence: ["evaluation/expert-review", "model-red-teaming/attack"],
        appliesWith: [],
        sources: [cite("nist-genai-profile", "measure"), cite("eu-ai-act", "Article 15")],
      },
      {
        id: "documented",
        text: "Intended use, limits and how it was measured are documented",
        evidence: ["evaluation/report"],
        appliesWith: [],
        sources: [cite("model-cards"), cite("eu-ai-act", "Article 11")],
      },
      {
        id: "examples-checked",
        text: "Training examples were checked by an expert and may be used",
        evidence: ["fine-tuning/example-review"],
        appliesWith: ["fine-tuning"],
        sources: [cite("eu-ai-act", "Article 10"), cite("lima")],
      },
      {
        id: "labelling-guided",
        text: "Preference work follows written guidelines for labellers",
        evidence: ["human-feedback/guidelines"],
        appliesWith: ["human-feedback"],
        sources: [cite("instructgpt")],
      },
      {
        id: "raters-agree",
        text: "Raters were blind and their agreement is told with the result",
        evidence: ["human-evaluation/agreement"],
        appliesWith: ["human-evaluation"],
        sources: [cite("human-evaluation-practice")],
      },
    ],
  },
  sources: [own, cite("lifecycle", "model alignment, named without content")],
};
