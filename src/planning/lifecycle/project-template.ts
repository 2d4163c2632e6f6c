import type { OptionEffect } from "../decisions/effects";
import type { ParameterId } from "../decisions/parameters";
import type { Scale } from "../decisions/value-function";
import type { PhaseId } from "./phase-ids";
import type { Citation } from "./sources";
import type { TechniqueId } from "./technique-ids";

export const templateIds = [
  "prompt-hosted-model",
  "retrieval-augmented-assistant",
  "fine-tune-open-model",
  "align-with-human-feedback",
  "pre-train-from-scratch",
  "compress-for-edge",
  "agent-with-tools",
] as const;
export type TemplateId = (typeof templateIds)[number];

export interface SuggestedOption {
  readonly title: string;
  readonly description: string;
  /** How likely this option is while nobody has decided, against the others': a Phasewise default. */
  readonly weight: number;
  readonly effects: readonly OptionEffect[];
}

/** What options are typically compared by. A team begins with these and changes them. */
export interface SuggestedCriterion {
  /** Unique within the decision. */
  readonly key: string;
  readonly name: string;
  /** Which end is best says the direction. */
  readonly scale: Scale;
  /** By swing: 100 for what matters most of a decision. Phasewise's assumption, for teams to replace. */
  readonly importance: number;
  readonly sources: readonly Citation[];
}

export interface SuggestedDecision {
  /** Unique within the template, and the same wherever the lifecycle asks the same. */
  readonly key: string;
  readonly phase: PhaseId;
  readonly question: string;
  readonly context: string;
  readonly options: readonly SuggestedOption[];
}

export interface ProjectTemplate {
  readonly id: TemplateId;
  readonly name: string;
  readonly summary: string;
  readonly techniques: readonly TechniqueId[];
  /** Where this kind of project differs from the parameters' defaults. */
  readonly parameters: Readonly<Partial<Record<ParameterId, number>>>;
  readonly suggestedDecisions: readonly SuggestedDecision[];
}
