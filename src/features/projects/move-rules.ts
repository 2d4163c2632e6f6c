import { gatesBetween, type PhaseId, phaseIds } from "@/planning";

/** Where a project can be: in a phase, or launched out of the last one. */
export const stages = [...phaseIds, "launched"] as const;
export type Stage = PhaseId | "launched";

const places: readonly string[] = stages;

export const mostPasses = 99;

export type MoveRefusal =
  | "already-there"
  | "not-integrated"
  | "reason-needed-back"
  | "reason-needed-skipping"
  | "reason-needed-gate";

/** The gates on the way that nobody has passed. */
export function gatesLeftOut(from: string, to: Stage, passed: ReadonlySet<PhaseId>): PhaseId[] {
  return gatesBetween(from, to).filter((phase) => !passed.has(phase));
}

/** Why a project may not be moved so, or null. Passing a gate that is not passed is possible, and needs a word why. */
export function moveRefusal(move: {
  from: string;
  to: Stage;
  reason: string;
  passed: ReadonlySet<PhaseId>;
}): MoveRefusal | null {
  const { from, to, reason, passed } = move;
  const step = places.indexOf(to) - places.indexOf(from);
  if (step === 0) return "already-there";
  if (to === "launched" && step > 1) return "not-integrated";
  if (reason !== "") return null;
  if (step < 0) return "reason-needed-back";
  if (step > 1) return "reason-needed-skipping";
  return gatesLeftOut(from, to, passed).length > 0 ? "reason-needed-gate" : null;
}
