import type { TechniqueId } from "../lifecycle/technique-ids";

/** What makes many tasks of a project harder or easier at once. */
export const sharedFactorIds = ["team-familiarity", "data-readiness"] as const;
export type SharedFactorId = (typeof sharedFactorIds)[number];

export const sharedFactorNames: Readonly<Record<SharedFactorId, string>> = {
  "team-familiarity": "The team's familiarity with such work",
  "data-readiness": "Readiness of the data",
};

/** The share of a task's variance, on the normal score, that each factor explains; together less than 1. */
export type FactorShares = Readonly<Record<SharedFactorId, number>>;

/**
 * Phasewise default: tasks of one project correlate by 0.3 through the team that does them all; techniques that stand or
 * fall with the data share a second factor, so that two of them correlate by 0.2 + 0.25 = 0.45, and one of them with any
 * other task by √(0.2 · 0.3) = 0.24. Independent tasks would average their delays away and make totals look far too certain.
 */
export function factorSharesOf(technique: TechniqueId): FactorShares {
  return dataTechniques.has(technique) ? dataShares : teamShares;
}

const teamShares: FactorShares = { "team-familiarity": 0.3, "data-readiness": 0 };
const dataShares: FactorShares = { "team-familiarity": 0.2, "data-readiness": 0.25 };

const dataTechniques: ReadonlySet<string> = new Set<TechniqueId>([
  "pre-training",
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
  "distillation",
  "retrieval",
]);
