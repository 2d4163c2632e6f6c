import type { OptionEffect } from "../decisions/effects";
import type { ParameterId } from "../decisions/parameters";
import type { PhaseId } from "./phase-ids";
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

export interface SuggestedDecision {
  /** Unique within the template. */
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
