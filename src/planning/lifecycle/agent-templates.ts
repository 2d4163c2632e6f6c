import { modelDecision } from "./model-decision";
import type { ProjectTemplate } from "./project-template";

export const agentTemplates: readonly ProjectTemplate[] = [
  {
    id: "agent-with-tools",
    name: "Agent with tools",
    summary: "An assistant that acts in other systems, step by step, within limits that people set.",
    techniques: [
      "use-case-scoping",
      "model-comparison",
      "prompt-engineering",
      "evaluation",
      "deployment",
      "tool-use",
      "guardrails",
      "application",
      "monitoring",
    ],
    parameters: { "loop-passes": 4 },
    suggestedDecisions: [
      modelDecision({
        context:
          "Agents need models that call tools reliably over many steps; measure that on our own tasks.",
        weights: { hosted: 8, open: 2, own: 0.1 },
      }),
      {
        key: "autonomy",
        phase: "scoping",
        question: "How freely may it act?",
        context: "Every freedom must be tested and watched; many jobs are done by a fixed chain of steps.",
        options: [
          {
            title: "A fixed chain of steps",
            description: "Each step is known beforehand: simple to test, and stops where the chain ends.",
            weight: 2,
            effects: [],
          },
          {
            title: "Plans its own steps, people confirm writing",
            description: "Solves what nobody foresaw; needs budgets, traces and tests of whole tasks.",
            weight: 2,
            effects: [{ kind: "include-technique", technique: "agents" }],
          },
          {
            title: "Plans and acts without confirmation",
            description: "Only where everything it does can be undone; attacked harder before launch.",
            weight: 0.5,
            effects: [
              { kind: "include-technique", technique: "agents" },
              { kind: "include-technique", technique: "model-red-teaming" },
              { kind: "scale-effort", technique: "guardrails", factor: 1.5 },
            ],
          },
        ],
      },
      {
        key: "evaluation-depth",
        phase: "model-alignment",
        question: "How is it evaluated before launch?",
        context: "An expert's sample is always taken; what is added depends on what a mistake costs.",
        options: [
          {
            title: "Expert sample only",
            description: "Quick; enough for few users who check what they get.",
            weight: 1,
            effects: [],
          },
          {
            title: "Many scored cases with a judging model",
            description:
              "Every version is measured within hours; the judge is calibrated against people first.",
            weight: 3,
            effects: [{ kind: "include-technique", technique: "offline-evaluation" }],
          },
          {
            title: "Scored cases and a blind study by people",
            description: "What stands when the result is doubted; raters must be found.",
            weight: 1,
            effects: [
              { kind: "include-technique", technique: "offline-evaluation" },
              { kind: "include-technique", technique: "human-evaluation" },
            ],
          },
          {
            title: "Scored cases and attacks on the model",
            description:
              "Where harm weighs more than quality: people and models attack it, each finding is settled.",
            weight: 1,
            effects: [
              { kind: "include-technique", technique: "offline-evaluation" },
              { kind: "include-technique", technique: "model-red-teaming" },
            ],
          },
        ],
      },
    ],
  },
];
