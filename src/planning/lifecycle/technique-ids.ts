/** In the order in which a plan lists them. */
export const techniqueIds = [
  "use-case-scoping",
  "rules-baseline",
  "model-comparison",
  "pre-training",
  "prompt-engineering",
  "fine-tuning",
  "human-feedback",
  "evaluation",
  "compression",
  "deployment",
  "retrieval",
  "tool-use",
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
