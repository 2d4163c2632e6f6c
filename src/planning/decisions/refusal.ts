import {
  type DecisionProcess,
  goesAgainst,
  type StandingPosition,
  tallyVotes,
  unansweredObjections,
} from "./process";

/** Why a verb on a decision can't be done; stable codes that callers turn into sentences. */
export const decisionRefusals = [
  "deleted",
  "superseded",
  "already-decided",
  "no-options",
  "unknown-option",
  "no-consent",
  "objections-open",
  "against-plurality",
] as const;
export type DecisionRefusal = (typeof decisionRefusals)[number];

export interface DecidableDecision {
  readonly state: "open" | "decided" | "superseded";
  readonly deleted: boolean;
  readonly process: DecisionProcess;
  readonly options: readonly { readonly id: string }[];
  readonly positions: readonly StandingPosition[];
}

export interface Choice {
  readonly optionId: string;
  /** Whether all objections that are still open are answered with the outcome. */
  readonly answersObjections: boolean;
  /** Whether it is said why the choice is not what most voted for. */
  readonly explainsDeparture: boolean;
}

/**
 * Why this can't be decided now, or null when it can. A decided decision is reopened first. Consent needs each objection answered
 * before, so that who objects has seen the answer; elsewhere the answer may come with the outcome.
 */
export function decisionRefusal(decision: DecidableDecision, choice: Choice): DecisionRefusal | null {
  const { state, deleted, process, options, positions } = decision;
  if (deleted) return "deleted";
  if (state === "superseded") return "superseded";
  if (state === "decided") return "already-decided";
  if (options.length === 0) return "no-options";
  if (!options.some((option) => option.id === choice.optionId)) return "unknown-option";
  if (unansweredObjections(positions).length > 0) {
    if (process === "consent") return "no-consent";
    if (!choice.answersObjections) return "objections-open";
  }
  const departs = process === "vote" && goesAgainst(tallyVotes(options, positions), choice.optionId);
  return departs && !choice.explainsDeparture ? "against-plurality" : null;
}

export type ReopenRefusal = "deleted" | "superseded" | "already-open";

/** Why a decision can't be reopened, or null. */
export function reopenRefusal(decision: Pick<DecidableDecision, "state" | "deleted">): ReopenRefusal | null {
  if (decision.deleted) return "deleted";
  if (decision.state === "superseded") return "superseded";
  if (decision.state === "open") return "already-open";
  return null;
}

export type SupersedeRefusal = "deleted" | "superseded" | "not-decided";

/**
 * Only a decided decision is superseded, or looked at again; an open one is changed, a superseded one has its successor.
 */
export function supersedeRefusal(
  decision: Pick<DecidableDecision, "state" | "deleted">,
): SupersedeRefusal | null {
  if (decision.deleted) return "deleted";
  if (decision.state === "superseded") return "superseded";
  if (decision.state === "open") return "not-decided";
  return null;
}
