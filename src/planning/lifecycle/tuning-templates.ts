import { modelDecision } from "./model-decision";
import type { ProjectTemplate } from "./project-template";

export const tuningTemplates: readonly ProjectTemplate[] = [
  {
    id: "fine-tune-open-model",
    name: "Fine-tune an open model",
    summary: "Published weights, tuned on our examples for one task, served by ourselves.",
    techniques: [
      "use-case-scoping",
      "model-comparison",
      "prompt-engineering",
      "fine-tuning",
      "evaluation",
      "deployment",
      "application",
      "monitoring",
    ],
    parameters: { "loop-passes": 4, "labelled-examples": 2000 },
    suggestedDecisions: [
      {
        key: "large-model-needed",
        phase: "scoping",
        question: "Does this task need a large language model?",
        context:
          "One narrow task, such as tagging entities, is often done well by something smaller and cheaper.",
        options: [
          {
            title: "Yes, go on with a language model",
            description: "The task needs language understanding or writing that conventional means lack.",
            weight: 6,
            effects: [],
          },
          {
            title: "Measure a conventional baseline first",
            description: "A few weeks that tell what the large model must beat.",
            weight: 3,
            effects: [{ kind: "include-technique", technique: "rules-baseline" }],
          },
          {
            title: "No, the conventional way is enough",
            description: "Rules or a small model meet the criteria: no prompts, no tuning, little to run.",
            weight: 1,
            effects: [
              { kind: "include-technique", technique: "rules-baseline" },
              { kind: "exclude-technique", technique: "model-comparison" },
              { kind: "exclude-technique", technique: "prompt-engineering" },
              { kind: "exclude-technique", technique: "fine-tuning" },
              { kind: "scale-effort", technique: "deployment", factor: 0.6 },
            ],
          },
        ],
      },
      modelDecision({
        context: "Tuning wants weights we may change, of a size we can serve.",
        weights: { hosted: 2, open: 8, own: 0.2 },
      }),
      {
        key: "tuning-method",
        phase: "model-alignment",
        question: "Tune an adapter, all weights, or a soft prompt?",
        context: "Adapters reach most of the gain for a small part of the memory (LoRA, arXiv 2106.09685).",
        options: [
          {
            title: "Adapter (LoRA)",
            description:
              "One accelerator is often enough; adapters are small, swapped easily and cheap to repeat.",
            weight: 4,
            effects: [{ kind: "include-technique", technique: "lora" }],
          },
          {
            title: "All weights",
            description:
              "Most room to change the model; many times the memory, and a higher risk of forgetting.",
            weight: 1,
            effects: [{ kind: "include-technique", technique: "full-fine-tuning" }],
          },
          {
            title: "Adapter on a quantised base (QLoRA)",
            description:
              "A large model fits on one accelerator (arXiv 2305.14314); steps are slower, and the base was rounded.",
            weight: 2,
            effects: [{ kind: "include-technique", technique: "qlora" }],
          },
          {
            title: "Soft prompt (prompt tuning)",
            description:
              "No weight changes and one model serves many tasks (arXiv 2104.08691); reaches less on small models.",
            weight: 0.5,
            effects: [{ kind: "include-technique", technique: "prompt-tuning" }],
          },
        ],
      },
      {
        key: "examples",
        phase: "model-alignment",
        question: "How many labelled examples do we collect?",
        context: "Quality beats number: a thousand careful examples can go far (LIMA, arXiv 2305.11206).",
        options: [
          {
            title: "About 1,000, carefully chosen",
            description: "Soon ready and fully read by experts; rare cases may be missing.",
            weight: 2,
            effects: [{ kind: "set-parameter", parameter: "labelled-examples", value: 1000 }],
          },
          {
            title: "About 5,000, more coverage",
            description: "Covers more of the rare cases; labelling becomes the longest task.",
            weight: 1,
            effects: [{ kind: "set-parameter", parameter: "labelled-examples", value: 5000 }],
          },
        ],
      },
    ],
  },
  {
    id: "align-with-human-feedback",
    name: "Align with human feedback",
    summary: "A tuned model moved further towards what people prefer, from their comparisons of its answers.",
    techniques: [
      "use-case-scoping",
      "model-comparison",
      "prompt-engineering",
      "fine-tuning",
      "human-feedback",
      "evaluation",
      "deployment",
      "guardrails",
      "application",
      "monitoring",
    ],
    parameters: { "loop-passes": 5, "labelled-examples": 4000 },
    suggestedDecisions: [
      modelDecision({
        context:
          "Preference work changes weights: a hosted model allows it only through its provider's interface.",
        weights: { hosted: 1, open: 9, own: 0.3 },
      }),
      {
        key: "preference-method",
        phase: "model-alignment",
        question: "How does the model learn preferences?",
        context: "Both ways start from the same comparisons by people.",
        options: [
          {
            title: "Reward model and reinforcement learning",
            description:
              "The proven way for large models; several models in memory and unstable runs to master.",
            weight: 1,
            effects: [{ kind: "include-technique", technique: "policy-optimisation" }],
          },
          {
            title: "Direct preference optimisation",
            description:
              "No reward model and steadier training (DPO, arXiv 2305.18290); learns only from given pairs.",
            weight: 2,
            effects: [{ kind: "include-technique", technique: "direct-preference-optimisation" }],
          },
        ],
      },
      {
        key: "comparisons",
        phase: "model-alignment",
        question: "How many comparisons do people make?",
        context:
          "InstructGPT's reward model used 33,000 prompts (arXiv 2203.02155); narrower tasks need fewer.",
        options: [
          {
            title: "About 4,000 for our task",
            description: "A small trained group; enough to see whether it helps.",
            weight: 3,
            effects: [{ kind: "set-parameter", parameter: "labelled-examples", value: 4000 }],
          },
          {
            title: "About 20,000",
            description: "For many tasks at once; needs a labelling organisation.",
            weight: 1,
            effects: [{ kind: "set-parameter", parameter: "labelled-examples", value: 20_000 }],
          },
        ],
      },
    ],
  },
];
