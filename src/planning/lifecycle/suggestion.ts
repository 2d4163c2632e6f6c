import type { Scale } from "../decisions/value-function";
import type { SuggestedCriterion, SuggestedDecision } from "./project-template";
import { type Citation, cite } from "./sources";
import type { TechniqueId } from "./technique-ids";

/** A decision that the lifecycle suggests in a phase, whatever template a project began with. */
export interface LifecycleSuggestion extends SuggestedDecision {
  /** It is suggested where the plan has one of these; always where there are none. */
  readonly appliesWith: readonly TechniqueId[];
  /** It answers itself where the plan has one of these. */
  readonly notWith: readonly TechniqueId[];
  /** Keys of templates' decisions that settle the same. */
  readonly sameAs: readonly string[];
  readonly criteria: readonly SuggestedCriterion[];
  readonly sources: readonly Citation[];
}

const percent: Scale = { worst: 0, best: 100, unit: "%" };
/** A judgement from 1 to 5, for what nobody measures. */
const judged: Scale = { worst: 1, best: 5, unit: "points" };

export const own = cite("phasewise");

/** Criteria that several decisions share, each with its scale and the importance it has there. */
export const criterion = {
  quality: (importance: number): SuggestedCriterion => ({
    key: "quality",
    name: "Quality on our own examples",
    scale: percent,
    importance,
    sources: [cite("helm"), own],
  }),
  latency: (importance: number): SuggestedCriterion => ({
    key: "latency",
    name: "Time to an answer, 95th percentile",
    scale: { worst: 10, best: 0, unit: "s" },
    importance,
    sources: [cite("helm", "efficiency"), own],
  }),
  monthlyCost: (importance: number): SuggestedCriterion => ({
    key: "monthly-cost",
    name: "Running cost a month",
    scale: { worst: 20_000, best: 0, unit: "of the workspace's currency" },
    importance,
    sources: [own],
  }),
  control: (importance: number): SuggestedCriterion => ({
    key: "control",
    name: "Control over data and versions",
    scale: judged,
    importance,
    sources: [cite("nist-genai-profile", "data privacy; value chain"), own],
  }),
  risk: (importance: number): SuggestedCriterion => ({
    key: "risk",
    name: "Harm that is prevented",
    scale: judged,
    importance,
    sources: [cite("nist-ai-rmf", "manage"), own],
  }),
  usefulness: (importance: number): SuggestedCriterion => ({
    key: "usefulness",
    name: "Use to the people it is for",
    scale: judged,
    importance,
    sources: [cite("human-ai-guidelines"), own],
  }),
  effort: (importance: number): SuggestedCriterion => ({
    key: "effort",
    name: "Effort until it works",
    scale: { worst: 60, best: 0, unit: "person-days" },
    importance,
    sources: [own],
  }),
  evidence: (importance: number): SuggestedCriterion => ({
    key: "evidence",
    name: "How sure the result makes us",
    scale: judged,
    importance,
    sources: [cite("human-evaluation-practice"), own],
  }),
  reversibility: (importance: number): SuggestedCriterion => ({
    key: "reversibility",
    name: "Ease of changing our minds later",
    scale: judged,
    importance,
    sources: [own],
  }),
} as const;
