/** In the order in which a plan lists them; a method follows the technique it is a way of doing. */
export const techniqueIds = [
  "use-case-scoping",
  "rules-baseline",
  "model-comparison",
  "pre-training",
  "prompt-engineering",
  "fine-tuning",
  "prompt-tuning",
  "lora",
  "qlora",
  "full-fine-tuning",
  "human-feedback",
  "policy-optimisation",
  "direct-preference-optimisation",
  "evaluation",
  "offline-evaluation",
  "human-evaluation",
  "model-red-teaming",
  "compression",
  "quantisation",
  "distillation",
  "pruning",
  "deployment",
  "inference-optimisation",
  "retrieval",
  "tool-use",
  "agents",
  "guardrails",
  "application",
  "monitoring",
] as const;
export type TechniqueId = (typeof techniqueIds)[number];

/** The five columns of the time-and-effort cheat sheet. */
export const cheatSheetColumnIds = [
  "pre-training",
  "prompt-engineering",
  "prompt-tuning-and-fine-tuning",
  "human-feedback",
  "compression-optimization-deployment",
] as const;
export type CheatSheetColumnId = (typeof cheatSheetColumnIds)[number];
