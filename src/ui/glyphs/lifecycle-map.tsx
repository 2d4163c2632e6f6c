import type { LifecycleMapData } from "./lifecycle-map-data";
import { LifecycleRail } from "./lifecycle-rail";
import { LifecycleRow } from "./lifecycle-row";

/** The one picture: a row in a list, the header of a project, the whole of a phase page. */
export function LifecycleMap({
  size,
  notes,
  stationHrefs,
  ...map
}: LifecycleMapData & {
  size: "row" | "header" | "page";
  /** A line below each station's name. */
  notes?: readonly (string | undefined)[];
  stationHrefs?: readonly string[];
}) {
  if (size === "row") return <LifecycleRow {...map} />;
  return <LifecycleRail size={size} notes={notes ?? []} stationHrefs={stationHrefs ?? []} {...map} />;
}
