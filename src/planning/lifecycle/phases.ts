import { applicationIntegrationPhase } from "./application-integration-phase";
import { modelAlignmentPhase } from "./model-alignment-phase";
import { modelSelectionPhase } from "./model-selection-phase";
import type { Phase } from "./phase";
import type { PhaseId } from "./phase-ids";
import { scopingPhase } from "./scoping-phase";

export const phases: readonly Phase[] = [
  scopingPhase,
  modelSelectionPhase,
  modelAlignmentPhase,
  applicationIntegrationPhase,
];

export function phaseById(id: PhaseId): Phase {
  const phase = phases.find((candidate) => candidate.id === id);
  if (!phase) throw new Error(`phase ${id} has no definition`);
  return phase;
}
