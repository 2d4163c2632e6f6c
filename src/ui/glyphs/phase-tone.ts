import type { PhaseId } from "@/planning";

/** The four phase hues. Never the only sign: a phase is always named or placed as well. */
export type PhaseTone = "scope" | "select" | "align" | "build";

export const phaseTones = {
  scoping: "scope",
  "model-selection": "select",
  "model-alignment": "align",
  "application-integration": "build",
} as const satisfies Record<PhaseId, PhaseTone>;

export function toneVariable(tone: PhaseTone): string {
  return `var(--${tone})`;
}
