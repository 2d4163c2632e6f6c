import { phases } from "@/planning";

/** The phase an address names, if it names one. */
export function knownPhase(text: string) {
  return phases.find((phase) => phase.id === text);
}
