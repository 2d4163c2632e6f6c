import { cite } from "./sources";
import { criterion, type LifecycleSuggestion, own } from "./suggestion";

export const integrationSuggestions: readonly LifecycleSuggestion[] = [
  {
    key: "guardrails-at-launch",
    phase: "application-integration",
    question: "Which guardrails are there at launch?",
    context: "What goes in and what comes out can be checked; each check costs time on every request.",
    appliesWith: ["application"],
    notWith: [],
    sameAs: [],
    options: [
      {
        title: "What the provider has built in",
        description: "Nothing to build. It knows nothing of our rules.",
        weight: 1,
        effects: [],
      },
      {
        title: "Our own checks before and after the model",
        description: "Our rules, in our hands, with a test for each.",
        weight: 3,
        effects: [{ kind: "include-technique", technique: "guardrails" }],
      },
      {
        title: "Our own checks, and people who attack them",
        description: "Finds what nobody thought of, before others do.",
        weight: 2,
        effects: [
          { kind: "include-technique", technique: "guardrails" },
          { kind: "scale-effort", technique: "guardrails", factor: 1.4 },
        ],
      },
    ],
    criteria: [criterion.risk(100), criterion.latency(40), criterion.effort(50)],
    sources: [cite("owasp-llm"), cite("red-teaming"), own],
  },
  {
    key: "smaller-model",
    phase: "application-integration",
    question: "Do we make the model smaller before it is served?",
    context: "Four bits instead of sixteen need a quarter of the memory, and usually cost little quality.",
    appliesWith: ["deployment"],
    notWith: ["compression"],
    sameAs: ["compression-method"],
    options: [
      {
        title: "Serve it as it is",
        description: "Nothing to measure again. More accelerators, or longer waiting.",
        weight: 3,
        effects: [],
      },
      {
        title: "Quantise the weights",
        description: "Days of work; measured again on our own examples before launch.",
        weight: 2,
        effects: [{ kind: "include-technique", technique: "quantisation" }],
      },
      {
        title: "Distil into a smaller model",
        description: "The largest saving for one narrow task, and a training run of its own.",
        weight: 0.5,
        effects: [{ kind: "include-technique", technique: "distillation" }],
      },
    ],
    criteria: [
      criterion.monthlyCost(100),
      criterion.quality(90),
      criterion.latency(60),
      criterion.effort(40),
    ],
    sources: [cite("gptq"), cite("awq"), cite("knowledge-distillation"), own],
  },
  {
    key: "passages-freshness",
    phase: "application-integration",
    question: "How fresh must the passages be?",
    context: "An answer from last month's page looks exactly like one from today's.",
    appliesWith: ["retrieval"],
    notWith: [],
    sameAs: [],
    options: [
      {
        title: "Filled anew every night",
        description: "Simple to build and to repeat. Wrong for a day after every change.",
        weight: 3,
        effects: [],
      },
      {
        title: "Within minutes of a change",
        description: "Every source must say what changed; one more thing that can fall behind unseen.",
        weight: 1,
        effects: [
          { kind: "scale-effort", technique: "retrieval", factor: 1.3 },
          { kind: "add-monthly-cost", costMinor: 30_000 },
        ],
      },
    ],
    criteria: [criterion.quality(100), criterion.effort(60), criterion.monthlyCost(40)],
    sources: [cite("rag"), own],
  },
  {
    key: "tools-rights",
    phase: "application-integration",
    question: "With whose rights does it call tools?",
    context:
      "Text that it reads can tell it what to do. What it may not do for anybody, nobody can talk it into.",
    appliesWith: ["tool-use", "agents"],
    notWith: [],
    sameAs: [],
    options: [
      {
        title: "With the rights of who asks",
        description: "It can do no more than they can. Every tool must know who asks.",
        weight: 3,
        effects: [{ kind: "scale-effort", technique: "tool-use", factor: 1.2 }],
      },
      {
        title: "With rights of its own, as few as possible",
        description: "One list to review. What it may read, everybody can make it tell.",
        weight: 1,
        effects: [],
      },
    ],
    criteria: [criterion.risk(100), criterion.usefulness(60), criterion.effort(50)],
    sources: [cite("owasp-llm", "LLM06 excessive agency"), cite("react"), own],
  },
  {
    key: "launch-steps",
    phase: "application-integration",
    question: "How do we launch?",
    context: "What real people ask is not what the evaluation set asks.",
    appliesWith: ["application"],
    notWith: [],
    sameAs: [],
    options: [
      {
        title: "A pilot group first",
        description: "Weeks of real questions while mistakes reach few; then everybody.",
        weight: 3,
        effects: [{ kind: "scale-effort", technique: "application", factor: 1.1 }],
      },
      {
        title: "Beside today's way, unseen",
        description:
          "Answers are compared and shown to nobody. The safest, and nobody gains from it meanwhile.",
        weight: 1,
        effects: [{ kind: "scale-effort", technique: "application", factor: 1.2 }],
      },
      {
        title: "Everybody at once",
        description: "The earliest use, and the shortest way to a headline.",
        weight: 1,
        effects: [],
      },
    ],
    criteria: [
      criterion.risk(100),
      criterion.usefulness(70),
      criterion.reversibility(60),
      criterion.effort(30),
    ],
    sources: [cite("ml-test-score"), cite("rules-of-ml"), own],
  },
  {
    key: "look-again",
    phase: "application-integration",
    question: "What makes us look again after launch?",
    context: "Models, prompts, users and the world change; quality falls without an error in any log.",
    appliesWith: ["monitoring"],
    notWith: [],
    sameAs: [],
    options: [
      {
        title: "A sample read every month",
        description: "An hour of an expert's time; a bad month goes by before anybody knows.",
        weight: 2,
        effects: [],
      },
      {
        title: "A weekly sample, and an alert below the bar",
        description: "Known within days. Somebody owns the alert.",
        weight: 3,
        effects: [{ kind: "scale-effort", technique: "monitoring", factor: 1.2 }],
      },
    ],
    criteria: [criterion.risk(100), criterion.evidence(70), criterion.effort(50)],
    sources: [cite("nist-ai-rmf", "manage 4"), cite("ml-test-score"), own],
  },
];
