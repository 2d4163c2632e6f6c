import type { PhaseId } from "@/planning";

/** The four phase hues. Never the only sign: a phase is always named or placed as well. */
export type PhaseTone = "scope" | "select" | "align" | "build";

export const phaseTones = {
  scoping: "scope",
  "model-selection": "select",
  "model-alignment": "align",
  "application-integration": "build",
} as const satisfies Record<PhaseId, PhaseTone>;

/** In the order of the rail. `name` heads a station, `verb` fits beside a bar. */
export const phaseSteps = [
  { tone: "scope", name: "Scoping", verb: "Scope" },
  { tone: "select", name: "Model selection", verb: "Select" },
  { tone: "align", name: "Model alignment", verb: "Align" },
  { tone: "build", name: "Integration", verb: "Integrate" },
] as const satisfies readonly { tone: PhaseTone; name: string; verb: string }[];

export function toneVariable(tone: PhaseTone): string {
  return `var(--${tone})`;
}
