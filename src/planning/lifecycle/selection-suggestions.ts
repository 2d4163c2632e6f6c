import { modelDecision } from "./model-decision";
import { cite } from "./sources";
import { criterion, type LifecycleSuggestion, own } from "./suggestion";

export const selectionSuggestions: readonly LifecycleSuggestion[] = [
  {
    ...modelDecision({
      context: "Try an existing model on our own examples first; train only where that falls short.",
      weights: { hosted: 5, open: 4, own: 0.5 },
    }),
    appliesWith: [],
    notWith: [],
    sameAs: [],
    criteria: [
      criterion.quality(100),
      criterion.monthlyCost(60),
      criterion.latency(50),
      criterion.control(50),
      criterion.effort(40),
    ],
    sources: [cite("lifecycle", "model selection"), cite("helm"), own],
  },
  {
    key: "model-withdrawal",
    phase: "model-selection",
    question: "What if the provider changes or withdraws the model?",
    context: "Providers retire versions on notice of months. Prompts and tuning are tied to one version.",
    appliesWith: ["model-comparison"],
    notWith: ["pre-training"],
    sameAs: [],
    options: [
      {
        title: "Pin a version, and measure again when it ends",
        description: "Nothing to pay before it happens; then a pass of adapting, on the provider's date.",
        weight: 3,
        effects: [],
      },
      {
        title: "Keep the runner-up ready",
        description: "Every evaluation runs on both. Switching takes days.",
        weight: 2,
        effects: [{ kind: "scale-effort", technique: "evaluation", factor: 1.25 }],
      },
      {
        title: "Hold the weights ourselves",
        description: "Nobody can take them away; serving is then ours as well.",
        weight: 1,
        effects: [
          { kind: "include-technique", technique: "deployment" },
          { kind: "scale-effort", technique: "deployment", factor: 1.5 },
        ],
      },
    ],
    criteria: [criterion.control(100), criterion.effort(60), criterion.reversibility(60)],
    sources: [cite("nist-genai-profile", "value chain and component integration"), own],
  },
  {
    key: "model-terms",
    phase: "model-selection",
    question: "Which licences and terms do we accept?",
    context:
      "Decided before the shortlist it saves trials that lawyers end; decided after it, it ends the favourite.",
    appliesWith: ["model-comparison"],
    notWith: ["pre-training"],
    sameAs: [],
    options: [
      {
        title: "Permissive licences and standard terms only",
        description: "No review for each model; some of the strongest are out.",
        weight: 2,
        effects: [],
      },
      {
        title: "Each model's terms are read",
        description: "Everything may be tried. A review of some days for each candidate that stays.",
        weight: 3,
        effects: [{ kind: "scale-effort", technique: "model-comparison", factor: 1.15 }],
      },
    ],
    criteria: [criterion.quality(100), criterion.risk(80), criterion.effort(30)],
    sources: [cite("nist-genai-profile", "intellectual property"), cite("eu-ai-act", "Article 53"), own],
  },
];
