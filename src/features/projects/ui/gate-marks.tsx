import { type GateStanding, type PhaseId, phaseNames } from "@/planning";
import { Badge } from "@/ui/badge";
import { formatCount } from "@/ui/format";
import { entryWithoutGate, type Passage } from "./passages";

type Project = {
  readonly phase: PhaseId;
  readonly launchedAt: Date | null;
  readonly passages: readonly Passage[];
  readonly gates: readonly {
    readonly phase: PhaseId;
    readonly standing: GateStanding;
    readonly openConditions: readonly object[];
  }[];
};

/** In a row of the list: that a project went on without its gate and why, and how many conditions are open. */
export function GateMarks({ project }: { project: Project }) {
  const entry = entryWithoutGate(project.launchedAt === null ? project.phase : "launched", project.passages);
  const conditions = project.gates.reduce((sum, { openConditions }) => sum + openConditions.length, 0);
  if (entry === null && conditions === 0) return null;
  return (
    <ul className="flex min-w-0 flex-wrap items-baseline gap-x-2 gap-y-1 text-xs">
      {entry !== null && (
        <li className="flex min-w-0 flex-wrap items-baseline gap-x-1.5">
          <Badge tone="warn">
            no gate: {entry.withoutGates.map((phase) => phaseNames[phase]).join(", ")}
          </Badge>
          <span className="line-clamp-1 min-w-0 text-muted [overflow-wrap:anywhere]">{entry.reason}</span>
        </li>
      )}
      {conditions > 0 && (
        <li>
          <Badge tone="warn">{formatCount(conditions, "open condition")}</Badge>
        </li>
      )}
    </ul>
  );
}
