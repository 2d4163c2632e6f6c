import type { PhaseId } from "./phase-ids";
import type { RoleId } from "./roles";
import type { Citation } from "./sources";
import type { TechniqueId } from "./technique-ids";

export interface Phase {
  readonly id: PhaseId;
  readonly number: 1 | 2 | 3 | 4;
  readonly name: string;
  readonly shortName: string;
  readonly question: string;
  readonly settles: readonly string[];
  readonly leavesWith: string;
  readonly deliverables: readonly Deliverable[];
  readonly gate: Gate;
  readonly sources: readonly Citation[];
}

/** What a phase leaves behind. Any of the tasks that are in a plan brings it. */
export interface Deliverable {
  readonly id: string;
  readonly name: string;
  readonly producedBy: readonly string[];
  readonly sources: readonly Citation[];
}

/** The end of a phase: what must hold, and who says that it does. */
export interface Gate {
  readonly name: string;
  readonly approvedBy: RoleId;
  readonly exitCriteria: readonly ExitCriterion[];
  readonly sources: readonly Citation[];
}

export interface ExitCriterion {
  readonly id: string;
  readonly text: string;
  /** Tasks whose result shows it: whichever of them a plan has. */
  readonly evidence: readonly string[];
  /** Asked only where one of these techniques is in the plan; always when empty. */
  readonly appliesWith: readonly TechniqueId[];
  readonly sources: readonly Citation[];
}
