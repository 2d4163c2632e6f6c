import { modelDecision } from "./model-decision";
import type { ProjectTemplate } from "./project-template";

export const promptingTemplates: readonly ProjectTemplate[] = [
  {
    id: "prompt-hosted-model",
    name: "Prompt a hosted model",
    summary:
      "An application over a provider's model, shaped by prompts alone; the shortest way from idea to launch.",
    techniques: [
      "use-case-scoping",
      "model-comparison",
      "prompt-engineering",
      "evaluation",
      "deployment",
      "guardrails",
      "application",
      "monitoring",
    ],
    parameters: { "loop-passes": 3 },
    suggestedDecisions: [
      modelDecision({
        context:
          "Start with an existing model and measure it on our examples; train only if that falls short.",
        weights: { hosted: 8, open: 2, own: 0.2 },
      }),
      {
        key: "prompts-enough",
        phase: "model-alignment",
        question: "Are prompts enough, or do we tune the model?",
        context:
          "Prompts need no training and little expertise. Tune when several passes stop bringing the scores up.",
        options: [
          {
            title: "Prompts alone",
            description:
              "Cheapest to change and to move to another model; long prompts cost tokens on every request.",
            weight: 4,
            effects: [{ kind: "set-parameter", parameter: "loop-passes", value: 3 }],
          },
          {
            title: "Prompts, then fine-tuning",
            description:
              "More consistent form and shorter prompts; needs checked examples and ties us to one model.",
            weight: 1,
            effects: [
              { kind: "include-technique", technique: "fine-tuning" },
              { kind: "set-parameter", parameter: "loop-passes", value: 4 },
            ],
          },
        ],
      },
      {
        key: "own-documents",
        phase: "application-integration",
        question: "Must it answer from our own documents?",
        context: "The model knows what it was trained on, not what we wrote since.",
        options: [
          {
            title: "No, general knowledge suffices",
            description: "Nothing to ingest or keep fresh.",
            weight: 2,
            effects: [],
          },
          {
            title: "Yes, with retrieval",
            description: "Answers cite current sources; ingestion, ranking and access rights must be built.",
            weight: 1,
            effects: [
              { kind: "include-technique", technique: "retrieval" },
              { kind: "add-monthly-cost", costMinor: 80_000 },
            ],
          },
        ],
      },
    ],
  },
  {
    id: "retrieval-augmented-assistant",
    name: "Retrieval-augmented assistant",
    summary: "An assistant that answers from our own documents and cites them, over an existing model.",
    techniques: [
      "use-case-scoping",
      "model-comparison",
      "prompt-engineering",
      "evaluation",
      "deployment",
      "retrieval",
      "guardrails",
      "application",
      "monitoring",
    ],
    parameters: { "loop-passes": 4 },
    suggestedDecisions: [
      modelDecision({
        context: "With retrieval the model reads more than it knows: reading long context well matters most.",
        weights: { hosted: 7, open: 3, own: 0.1 },
      }),
      {
        key: "search",
        phase: "application-integration",
        question: "Which search finds the passages?",
        context: "Most wrong answers of such assistants are passages that were not found.",
        options: [
          {
            title: "The search we already run",
            description: "Access rights and freshness exist; ranking was made for people, not for a model.",
            weight: 1,
            effects: [{ kind: "scale-effort", technique: "retrieval", factor: 0.7 }],
          },
          {
            title: "A new index with keyword and vector search",
            description: "Better recall on real questions; one more system to fill and to operate.",
            weight: 2,
            effects: [{ kind: "add-monthly-cost", costMinor: 120_000 }],
          },
        ],
      },
      {
        key: "actions",
        phase: "application-integration",
        question: "May the assistant act, or only answer?",
        context: "Every tool is a new way to do harm as well as good.",
        options: [
          {
            title: "Answer only",
            description: "Smallest risk; a person does what the answer says.",
            weight: 2,
            effects: [],
          },
          {
            title: "Act through tools, with confirmation",
            description: "Saves people's steps; contracts, permissions and tests per tool.",
            weight: 1,
            effects: [{ kind: "include-technique", technique: "tool-use" }],
          },
        ],
      },
    ],
  },
];
