import { cite } from "./sources";
import { criterion, type LifecycleSuggestion, own } from "./suggestion";

// Weights, factors and costs of options are Phasewise's assumptions, as in templates.

export const scopingSuggestions: readonly LifecycleSuggestion[] = [
  {
    key: "quality-bar",
    phase: "scoping",
    question: "How good is good enough to launch?",
    context:
      "A bar that is set after the first results follows the results. Set it now, with who measures it and on which examples.",
    appliesWith: [],
    notWith: [],
    sameAs: [],
    options: [
      {
        title: "One figure on examples held back",
        description: "Cheap to measure again after every change; says little about what the examples lack.",
        weight: 2,
        effects: [],
      },
      {
        title: "The figure, and experts who read a sample",
        description: "Finds mistakes that no metric knows; experts' days are needed for every measurement.",
        weight: 2,
        effects: [{ kind: "include-technique", technique: "human-evaluation" }],
      },
      {
        title: "Figure, experts, and people who try to break it",
        description:
          "For where a single bad answer does harm. The dearest, and the one that is easiest to defend.",
        weight: 1,
        effects: [
          { kind: "include-technique", technique: "human-evaluation" },
          { kind: "include-technique", technique: "model-red-teaming" },
        ],
      },
    ],
    criteria: [criterion.risk(100), criterion.evidence(80), criterion.effort(50)],
    sources: [cite("nist-ai-rmf", "map 2.3, measure 2"), cite("human-evaluation-practice"), own],
  },
  {
    key: "human-oversight",
    phase: "scoping",
    question: "What may it do without a person?",
    context:
      "Who answers for what it does? The answer decides how much of the quality bar people carry, and what the interface must show.",
    appliesWith: [],
    notWith: [],
    sameAs: ["autonomy", "actions"],
    options: [
      {
        title: "It suggests, a person acts",
        description: "Smallest risk, and every suggestion is a label to learn from. Saves the least time.",
        weight: 3,
        effects: [],
      },
      {
        title: "It acts after a person confirms",
        description: "Saves the typing. People confirm without reading when it is nearly always right.",
        weight: 2,
        effects: [
          { kind: "include-technique", technique: "guardrails" },
          { kind: "scale-effort", technique: "application", factor: 1.1 },
        ],
      },
      {
        title: "It acts alone within limits",
        description: "Saves the most; needs limits that hold, a way back, and somebody who watches.",
        weight: 1,
        effects: [
          { kind: "include-technique", technique: "guardrails" },
          { kind: "scale-effort", technique: "guardrails", factor: 1.5 },
          { kind: "scale-effort", technique: "monitoring", factor: 1.3 },
        ],
      },
    ],
    criteria: [criterion.risk(100), criterion.usefulness(80), criterion.effort(40)],
    sources: [cite("eu-ai-act", "Article 14"), cite("human-ai-guidelines"), own],
  },
  {
    key: "data-reach",
    phase: "scoping",
    question: "Which data may reach the model?",
    context:
      "What is sent in prompts, kept in logs and used for tuning are three questions with one answer to begin with.",
    appliesWith: [],
    notWith: [],
    sameAs: [],
    options: [
      {
        title: "Nothing personal: mask before sending",
        description: "Any provider will do. Masks miss some names and hide some words that are needed.",
        weight: 2,
        effects: [
          { kind: "include-technique", technique: "guardrails" },
          { kind: "scale-effort", technique: "guardrails", factor: 1.2 },
        ],
      },
      {
        title: "Personal data, in our own accounts only",
        description: "Nothing to mask; rules out most hosted models, or asks for a contract of its own.",
        weight: 2,
        effects: [{ kind: "scale-effort", technique: "deployment", factor: 1.2 }],
      },
      {
        title: "Whatever the contract with the provider allows",
        description: "The shortest way. The contract is then what protects people; read it before deciding.",
        weight: 2,
        effects: [{ kind: "scale-effort", technique: "use-case-scoping", factor: 1.1 }],
      },
    ],
    criteria: [criterion.control(100), criterion.usefulness(70), criterion.effort(40)],
    sources: [cite("nist-genai-profile", "data privacy"), cite("eu-ai-act", "Article 10"), own],
  },
];
