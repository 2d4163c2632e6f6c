export const phaseIds = ["scoping", "model-selection", "model-alignment", "application-integration"] as const;
export type PhaseId = (typeof phaseIds)[number];
