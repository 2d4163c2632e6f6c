import type { StationState } from "@/planning";
import { LifecycleRail } from "./lifecycle-rail";
import { LifecycleRow } from "./lifecycle-row";
import type { PhaseTone } from "./phase-tone";

/** What the map shows, at every scale: four stations, decisions between them, the loop of alignment. */
export type LifecycleMapData = {
  readonly stations: readonly {
    readonly name: string;
    readonly tone: PhaseTone;
    readonly state: StationState;
    readonly href?: string;
    readonly note?: string;
  }[];
  readonly decisions: readonly {
    readonly id: string;
    /** Place of its phase among the stations, 0 to 3. */
    readonly station: number;
    readonly open: boolean;
    readonly title: string;
    readonly href?: string;
  }[];
  /** The pass of the adapt-and-evaluate loop; 0 before the first. */
  readonly loopPass: number;
};

/** The one picture: a row in a list, the header of a project, the whole of a phase page. */
export function LifecycleMap({ map, size }: { map: LifecycleMapData; size: "row" | "header" }) {
  return size === "row" ? <LifecycleRow map={map} /> : <LifecycleRail map={map} />;
}

/** The map in a sentence. */
export function describeMap(map: LifecycleMapData): string {
  const current = map.stations.find((station) => station.state === "current");
  const open = map.decisions.filter((decision) => decision.open).length;
  const decided = map.decisions.length - open;
  const where = current === undefined ? "Launched" : `In ${current.name}`;
  const pass = map.loopPass > 0 ? `, pass ${map.loopPass} of alignment` : "";
  return `${where}${pass}; ${open} open and ${decided} decided ${map.decisions.length === 1 ? "decision" : "decisions"}.`;
}
