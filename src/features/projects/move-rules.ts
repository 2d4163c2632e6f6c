import { type PhaseId, phaseIds } from "@/planning";

/** Where a project can be: in a phase, or launched out of the last one. */
export const stages = [...phaseIds, "launched"] as const;
export type Stage = PhaseId | "launched";

const places: readonly string[] = stages;

export const mostPasses = 99;

export type MoveRefusal =
  | "already-there"
  | "not-integrated"
  | "reason-needed-back"
  | "reason-needed-skipping";

/** Why a project may not be moved so, or null. */
export function moveRefusal(move: { from: string; to: Stage; reason: string }): MoveRefusal | null {
  const { from, to, reason } = move;
  const step = places.indexOf(to) - places.indexOf(from);
  if (step === 0) return "already-there";
  if (to === "launched" && step > 1) return "not-integrated";
  if (step === 1 || reason !== "") return null;
  return step < 0 ? "reason-needed-back" : "reason-needed-skipping";
}
