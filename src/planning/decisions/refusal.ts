/** Why a verb on a decision can't be done; stable codes that callers turn into sentences. */
export const decisionRefusals = [
  "deleted",
  "superseded",
  "already-decided",
  "no-options",
  "unknown-option",
] as const;
export type DecisionRefusal = (typeof decisionRefusals)[number];

export interface DecidableDecision {
  readonly state: "open" | "decided" | "superseded";
  readonly deleted: boolean;
  readonly options: readonly { readonly id: string }[];
}

/** Why this option can't be decided now, or null when it can. A decided decision is reopened first. */
export function decisionRefusal(decision: DecidableDecision, optionId: string): DecisionRefusal | null {
  if (decision.deleted) return "deleted";
  if (decision.state === "superseded") return "superseded";
  if (decision.state === "decided") return "already-decided";
  if (decision.options.length === 0) return "no-options";
  if (!decision.options.some((option) => option.id === optionId)) return "unknown-option";
  return null;
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

/** Only a decided decision is superseded; an open one is changed, a superseded one has its successor. */
export function supersedeRefusal(
  decision: Pick<DecidableDecision, "state" | "deleted">,
): SupersedeRefusal | null {
  if (decision.deleted) return "deleted";
  if (decision.state === "superseded") return "superseded";
  if (decision.state === "open") return "not-decided";
  return null;
}
