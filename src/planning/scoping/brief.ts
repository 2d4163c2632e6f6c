import type { SuccessCriterion } from "./criterion";
import type { RiskAnswers } from "./risk-questions";

export const sensitivities = ["public", "internal", "personal", "special"] as const;
export type Sensitivity = (typeof sensitivities)[number];

export const labellings = ["yes", "partly", "no"] as const;
export type Labelling = (typeof labellings)[number];

/** Where the model may run. */
export const hostings = ["anywhere", "own-accounts", "on-premises"] as const;
export type Hosting = (typeof hostings)[number];

/** What its licence must allow. */
export const licenceNeeds = ["any", "commercial", "open-weights", "permissive"] as const;
export type LicenceNeed = (typeof licenceNeeds)[number];

/** One kind of data at hand: "61,000 stays with notes, labelled, sensitive, in Germany". */
export interface DataAtHand {
  readonly kind: string;
  /** In `unit`; null while nobody has counted. */
  readonly amount: number | null;
  readonly unit: string;
  readonly labelled: Labelling | null;
  /** After the EU's General Data Protection Regulation: personal (art. 4), special categories (art. 9). */
  readonly sensitivity: Sensitivity | null;
  /** Where it may be kept: "EU", "inside the hospital"; empty while nobody has said. */
  readonly residence: string;
}

/** What a scoping brief says, as the rules about scope read it. Empty text and null: not settled yet. */
export interface ScopingBrief {
  readonly useCase: string;
  readonly goals: string;
  readonly objectives: readonly string[];
  readonly taskBreadth: "one" | "many" | null;
  /** A line each. */
  readonly tasks: string;
  readonly qualityBar: string;
  readonly successCriteria: readonly SuccessCriterion[];
  readonly requestsPerDay: number | null;
  readonly tokensInPerRequest: number | null;
  readonly tokensOutPerRequest: number | null;
  readonly latencySeconds: number | null;
  readonly languages: readonly string[];
  readonly dataAtHand: string;
  readonly data: readonly DataAtHand[];
  readonly constraints: string;
  readonly hosting: Hosting | null;
  readonly licence: LicenceNeed | null;
  readonly budgetMinor: number | null;
  readonly deadline: string | null;
  readonly riskAnswers: RiskAnswers;
}

/** The tasks it names, one by one. */
export function namedTasks({ tasks }: Pick<ScopingBrief, "tasks">): string[] {
  return tasks.split(/\n/).flatMap((line) => line.replace(/^\s*[-*•]\s*/, "").trim() || []);
}
