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

/** What is put in the place of the default shares; null leaves the default. */
export interface CorrelationStandard {
  /** Of work that rests on data: what comes from the team, and what from the data. */
  readonly teamShareOfDataWork: number | null;
  readonly dataShareOfDataWork: number | null;
  /** Of all other work: what comes from the team. */
  readonly teamShareOfOtherWork: number | null;
}

/**
 * Phasewise default: tasks of one project correlate by 0.3 through the team that does them all; techniques that stand or
 * fall with the data share a second factor, so that two of them correlate by 0.2 + 0.25 = 0.45, and one of them with any
 * other task by √(0.2 · 0.3) = 0.24. Independent tasks would average their delays away and make totals look far too certain.
 */
export const defaultCorrelation = {
  teamShareOfDataWork: 0.2,
  dataShareOfDataWork: 0.25,
  teamShareOfOtherWork: 0.3,
} as const satisfies CorrelationStandard;

/** Something of a task's luck is always its own: more would make all tasks of a kind one. */
export const sharesTogetherAtMost = 0.95;

/** The shares of a technique's tasks; those of one kind are one object. */
export function factorSharesWith(
  own: CorrelationStandard | undefined,
): (technique: TechniqueId) => FactorShares {
  const share = (id: keyof CorrelationStandard) => own?.[id] ?? defaultCorrelation[id];
  const dataWork: FactorShares = {
    "team-familiarity": share("teamShareOfDataWork"),
    "data-readiness": share("dataShareOfDataWork"),
  };
  const otherWork: FactorShares = { "team-familiarity": share("teamShareOfOtherWork"), "data-readiness": 0 };
  return (technique) => (dataTechniques.has(technique) ? dataWork : otherWork);
}

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
