import { cite } from "./sources";
import { criterion, type LifecycleSuggestion, own } from "./suggestion";

export const alignmentSuggestions: readonly LifecycleSuggestion[] = [
  {
    key: "evaluation-method",
    phase: "model-alignment",
    question: "Who judges the answers: people, a model, or both?",
    context:
      "A model that judges agrees with people about as often as people with each other, and favours long answers and its own (arXiv 2306.05685).",
    appliesWith: ["evaluation"],
    notWith: ["human-evaluation", "offline-evaluation"],
    sameAs: ["evaluation-depth"],
    options: [
      {
        title: "A model, checked by people once",
        description: "Thousands of answers a night. Its own preferences must be measured first.",
        weight: 2,
        effects: [{ kind: "include-technique", technique: "offline-evaluation" }],
      },
      {
        title: "People who know the subject",
        description: "What they say counts; a few hundred answers a pass are what they can read.",
        weight: 2,
        effects: [{ kind: "include-technique", technique: "human-evaluation" }],
      },
      {
        title: "A model for every change, people before launch",
        description: "Fast feedback, and a last word by people. Both must be set up.",
        weight: 2,
        effects: [
          { kind: "include-technique", technique: "offline-evaluation" },
          { kind: "include-technique", technique: "human-evaluation" },
        ],
      },
    ],
    criteria: [criterion.evidence(100), criterion.effort(60), criterion.risk(50)],
    sources: [cite("llm-judge"), cite("human-evaluation-practice"), own],
  },
  {
    key: "examples-origin",
    phase: "model-alignment",
    question: "Where do the examples to learn from come from?",
    context: "A few examples that are right can teach more than many that are not (arXiv 2305.11206).",
    appliesWith: ["fine-tuning", "prompt-tuning", "lora", "qlora", "full-fine-tuning"],
    notWith: [],
    sameAs: [],
    options: [
      {
        title: "Records we have, cleaned",
        description: "Many and cheap; the model learns their mistakes as well.",
        weight: 3,
        effects: [],
      },
      {
        title: "Written or corrected by experts",
        description: "Each one right. Some hundred are what experts can do beside their work.",
        weight: 2,
        effects: [
          { kind: "scale-effort", technique: "fine-tuning", factor: 1.5 },
          { kind: "set-parameter", parameter: "labelled-examples", value: 1_000 },
        ],
      },
      {
        title: "Made by a larger model, read by people",
        description: "As many as wanted; the larger model's terms may forbid it, and its habits come along.",
        weight: 1,
        effects: [{ kind: "add-cost", costMinor: 200_000 }],
      },
    ],
    criteria: [criterion.quality(100), criterion.effort(70), criterion.control(40)],
    sources: [cite("lima"), cite("datasheets"), own],
  },
  {
    key: "when-to-stop",
    phase: "model-alignment",
    question: "When do we stop adapting?",
    context:
      "Adapting and evaluating is a loop, and every pass finds something. Say now what ends it: the bar, or the budget.",
    appliesWith: ["evaluation"],
    notWith: [],
    sameAs: [],
    options: [
      {
        title: "After two passes, with what is there",
        description: "A date that holds. If the bar is missed the scope gets smaller, not the date later.",
        weight: 1,
        effects: [{ kind: "set-parameter", parameter: "loop-passes", value: 2 }],
      },
      {
        title: "When the bar is met, after five at most",
        description: "Quality decides, within a budget that everybody knows.",
        weight: 3,
        effects: [{ kind: "set-parameter", parameter: "loop-passes", value: 5 }],
      },
    ],
    criteria: [criterion.quality(100), criterion.effort(80)],
    sources: [cite("lifecycle", "adapt and align"), own],
  },
  {
    key: "feedback-signal",
    phase: "model-alignment",
    question: "Whose preferences does the model learn?",
    context:
      "What is rewarded is what it will do, and beyond a point more of it makes answers worse (arXiv 2210.10760).",
    appliesWith: ["human-feedback", "policy-optimisation", "direct-preference-optimisation"],
    notWith: [],
    sameAs: [],
    options: [
      {
        title: "Experts with written rules",
        description: "Few who agree with each other. Slow, and what they agree on is on paper.",
        weight: 2,
        effects: [{ kind: "scale-effort", technique: "human-feedback", factor: 1.2 }],
      },
      {
        title: "Users, from what they choose",
        description: "Costs nothing once it runs. Users reward what pleases them, which need not be right.",
        weight: 1,
        effects: [{ kind: "scale-effort", technique: "application", factor: 1.1 }],
      },
    ],
    criteria: [criterion.quality(100), criterion.risk(80), criterion.effort(50)],
    sources: [cite("instructgpt"), cite("reward-overoptimisation"), own],
  },
];
