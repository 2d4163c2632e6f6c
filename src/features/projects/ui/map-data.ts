import { phaseIds } from "@/planning";
import type { LifecycleMapData } from "@/ui/glyphs/lifecycle-map-data";

type Mapped = {
  readonly key: string;
  readonly loopPass: number;
  readonly map: { readonly stations: readonly { readonly state: "done" | "current" | "ahead" }[] };
  readonly decisions: readonly {
    readonly id: string;
    readonly number: number;
    readonly phase: (typeof phaseIds)[number];
    readonly question: string;
    readonly state: "open" | "decided" | "superseded";
  }[];
};

/** A project as the lifecycle map draws it, with links to its phases and decisions. */
export function mapProps(workspace: string, project: Mapped): LifecycleMapData {
  const base = projectAddress(workspace, project.key);
  return {
    stations: project.map.stations.map((station) => station.state),
    loopPass: project.loopPass,
    decisions: project.decisions
      .filter((decision) => decision.state !== "superseded")
      .map((decision) => ({
        id: decision.id,
        phaseIndex: phaseIds.indexOf(decision.phase),
        open: decision.state === "open",
        title: `D-${decision.number} ${decision.question}`,
        href: `${base}/decisions/${decision.number}`,
      })),
  };
}

export function projectAddress(workspace: string, key: string): string {
  return `/w/${workspace}/projects/${key}`;
}
