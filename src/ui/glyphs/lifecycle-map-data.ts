import type { StationState } from "@/planning";
import { phaseSteps } from "./phase-tone";

export type MapDecision = {
  readonly id: string;
  /** The place of its phase on the rail, 0 to 3. */
  readonly phaseIndex: number;
  readonly open: boolean;
  readonly title: string;
  readonly href?: string;
};

/** What the map shows at every scale: four stations, decisions between them, the loop of alignment. */
export type LifecycleMapData = {
  /** Four, in the order of the rail. */
  readonly stations: readonly StationState[];
  readonly decisions: readonly MapDecision[];
  /** The pass of the adapt-and-evaluate loop; 0 before the first; null: this plan has no loop. */
  readonly loopPass: number | null;
};

/** The map in a sentence. */
export function describeMap({ stations, decisions, loopPass }: LifecycleMapData): string {
  const current = phaseSteps[stations.indexOf("current")];
  const where =
    current === undefined ? (stations[0] === "done" ? "Launched" : "Not begun") : `In ${current.name}`;
  const pass = loopPass !== null && loopPass > 0 ? `, pass ${loopPass} of alignment` : "";
  const open = decisions.filter((decision) => decision.open).length;
  if (decisions.length === 0) return `${where}${pass}; no decisions yet.`;
  return `${where}${pass}; ${open} open and ${decisions.length - open} decided of ${decisions.length} decisions.`;
}
