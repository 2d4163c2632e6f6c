import { modelDecision } from "./model-decision";
import type { ProjectTemplate } from "./project-template";

export const ownModelTemplates: readonly ProjectTemplate[] = [
  {
    id: "pre-train-from-scratch",
    name: "Pre-train from scratch",
    summary:
      "Our own base model for a domain that no existing model knows, then tuned, evaluated and served.",
    techniques: [
      "use-case-scoping",
      "model-comparison",
      "pre-training",
      "prompt-engineering",
      "fine-tuning",
      "evaluation",
      "deployment",
      "application",
      "monitoring",
    ],
    parameters: {
      "loop-passes": 4,
      "model-parameters-billions": 7,
      "training-tokens-billions": 140,
      accelerators: 64,
    },
    suggestedDecisions: [
      modelDecision({
        context:
          "Show first, on our own examples, that no existing model will do; then estimate compute and data.",
        weights: { hosted: 1, open: 2, own: 7 },
      }),
      {
        key: "model-size",
        phase: "model-selection",
        question: "How large a model, on how many tokens?",
        context:
          "For a fixed budget, about 20 tokens per parameter serve best (arXiv 2203.15556); more tokens make a smaller model cheaper to serve.",
        options: [
          {
            title: "1 billion parameters, 100 billion tokens",
            description: "Days of training; serves on small accelerators; narrow tasks.",
            weight: 1,
            effects: [
              { kind: "set-parameter", parameter: "model-parameters-billions", value: 1 },
              { kind: "set-parameter", parameter: "training-tokens-billions", value: 100 },
            ],
          },
          {
            title: "7 billion parameters, 140 billion tokens",
            description: "The usual middle: useful in many tasks of one domain, served on one accelerator.",
            weight: 3,
            effects: [
              { kind: "set-parameter", parameter: "model-parameters-billions", value: 7 },
              { kind: "set-parameter", parameter: "training-tokens-billions", value: 140 },
            ],
          },
          {
            title: "50 billion parameters, 570 billion tokens",
            description:
              "The scale of BloombergGPT (arXiv 2303.17564): 512 accelerators for some fifty days.",
            weight: 1,
            effects: [
              { kind: "set-parameter", parameter: "model-parameters-billions", value: 50 },
              { kind: "set-parameter", parameter: "training-tokens-billions", value: 570 },
              { kind: "set-parameter", parameter: "accelerators", value: 512 },
            ],
          },
        ],
      },
      {
        key: "alignment-depth",
        phase: "model-alignment",
        question: "How far do we align the base model?",
        context: "A base model continues text; it must be taught to follow instructions.",
        options: [
          {
            title: "Instruction tuning",
            description: "Examples of the tasks; enough for expert users and narrow tasks.",
            weight: 3,
            effects: [{ kind: "include-technique", technique: "full-fine-tuning" }],
          },
          {
            title: "Instruction tuning and human feedback",
            description: "For open conversation with many users; adds labellers and the rarer expertise.",
            weight: 1,
            effects: [
              { kind: "include-technique", technique: "full-fine-tuning" },
              { kind: "include-technique", technique: "policy-optimisation" },
            ],
          },
        ],
      },
    ],
  },
  {
    id: "compress-for-edge",
    name: "Compress for the edge",
    summary: "A small model made smaller still, to run on a device without a network.",
    techniques: [
      "use-case-scoping",
      "model-comparison",
      "fine-tuning",
      "evaluation",
      "compression",
      "deployment",
      "application",
      "monitoring",
    ],
    parameters: { "loop-passes": 3, "model-parameters-billions": 3 },
    suggestedDecisions: [
      modelDecision({
        context: "What runs on a device must be weights we hold; a hosted model can only be the fallback.",
        weights: { hosted: 0.5, open: 9, own: 0.5 },
        hosted: [
          { kind: "include-technique", technique: "prompt-engineering" },
          { kind: "exclude-technique", technique: "compression" },
        ],
      }),
      {
        key: "compression-method",
        phase: "application-integration",
        question: "How do we make it fit?",
        context:
          "The brief's device, latency and battery set the target; quality lost is measured again after.",
        options: [
          {
            title: "Quantise the weights",
            description: "Hours of machine time and no training; at four bits the loss is usually small.",
            weight: 3,
            effects: [{ kind: "include-technique", technique: "quantisation" }],
          },
          {
            title: "Distil into a smaller model, then quantise",
            description: "The smallest result; needs training data, a teacher and more rounds.",
            weight: 1,
            effects: [
              { kind: "include-technique", technique: "distillation" },
              { kind: "include-technique", technique: "quantisation" },
            ],
          },
          {
            title: "Prune, then quantise",
            description:
              "Keeps the model we know and removes what matters least; a short training recovers most of the loss.",
            weight: 1,
            effects: [
              { kind: "include-technique", technique: "pruning" },
              { kind: "include-technique", technique: "quantisation" },
            ],
          },
        ],
      },
      {
        key: "size",
        phase: "model-alignment",
        question: "Which size do we tune?",
        context:
          "Memory on the device is about half a gigabyte per billion parameters at four bits, plus context.",
        options: [
          {
            title: "About 1 billion parameters",
            description: "Fits modest phones; more passes to reach the quality bar.",
            weight: 1,
            effects: [
              { kind: "set-parameter", parameter: "model-parameters-billions", value: 1 },
              { kind: "set-parameter", parameter: "loop-passes", value: 5 },
            ],
          },
          {
            title: "About 3 billion parameters",
            description: "Needs a recent device; better answers from the start.",
            weight: 1,
            effects: [{ kind: "set-parameter", parameter: "model-parameters-billions", value: 3 }],
          },
        ],
      },
    ],
  },
];
