import { type PhaseId, phaseIds } from "./phase-ids";

export const gateCriterionStatuses = ["open", "met", "not-met", "not-applicable"] as const;
/** What the team says of a criterion; "open" until somebody has judged it. */
export type GateCriterionStatus = (typeof gateCriterionStatuses)[number];

export const gateVerdicts = ["passed", "conditions", "sent-back"] as const;
export type GateVerdict = (typeof gateVerdicts)[number];

export type GateRefusal = "criteria-open" | "conditions-missing" | "conditions-unasked" | "reason-needed";

/**
 * Why an approver may not say this, or null. A gate is passed only where every criterion is met or was set not applicable;
 * whatever else is let through is let through with a condition, so that nobody forgets what was missing.
 */
export function gateRefusal(said: {
  readonly verdict: GateVerdict;
  readonly statuses: readonly GateCriterionStatus[];
  readonly conditions: number;
  readonly reason: string;
}): GateRefusal | null {
  if (said.verdict === "conditions") return said.conditions === 0 ? "conditions-missing" : null;
  if (said.conditions > 0) return "conditions-unasked";
  if (said.verdict === "sent-back") return said.reason.trim() === "" ? "reason-needed" : null;
  return openCriteria(said.statuses) > 0 ? "criteria-open" : null;
}

/** How many criteria are neither met nor set not applicable. */
export function openCriteria(statuses: readonly GateCriterionStatus[]): number {
  return statuses.filter((status) => status === "open" || status === "not-met").length;
}

export type GateStanding = GateVerdict | "none";

/**
 * What the last verdict on a phase's gate says today. Who came back to a phase, or to one before it, works there again: what was
 * said of its gate before counts no more.
 */
export function gateStanding(
  phase: PhaseId,
  verdicts: readonly { readonly verdict: GateVerdict; readonly at: Date }[],
  passages: readonly { readonly fromPhase: string; readonly toPhase: string; readonly at: Date }[],
): GateStanding {
  const place = phaseIds.indexOf(phase);
  const returned = passages
    .filter(
      (passage) => placeOf(passage.toPhase) <= place && placeOf(passage.fromPhase) > placeOf(passage.toPhase),
    )
    .reduce((latest, { at }) => Math.max(latest, at.getTime()), Number.NEGATIVE_INFINITY);
  const last = verdicts
    .filter(({ at }) => at.getTime() > returned)
    .reduce<{ verdict: GateVerdict; at: Date } | null>(
      (latest, said) => (latest === null || said.at > latest.at ? said : latest),
      null,
    );
  return last?.verdict ?? "none";
}

/** The gates between two places of a project, in their order: none on the way back. */
export function gatesBetween(from: string, to: string): PhaseId[] {
  return phaseIds.slice(placeOf(from), Math.max(placeOf(from), placeOf(to)));
}

const places: readonly string[] = phaseIds;

/** A launched project is past the last phase. */
function placeOf(stage: string): number {
  const place = places.indexOf(stage);
  return place === -1 ? phaseIds.length : place;
}
