import type { ThreePoint } from "../estimation/three-point";
import type { DisciplineId } from "../expertise/disciplines";
import type { ExpertiseLevel } from "../expertise/levels";
import type { PhaseId } from "./phase-ids";
import type { TechniqueId } from "./technique-ids";

/** What an organization puts in the place of the lifecycle's defaults. Whatever is left out or null stands as it is. */
export interface LifecycleStandards {
  readonly tasks: Readonly<Record<string, TaskChange>>;
  /** By key, "technique/own-…". */
  readonly ownTasks: Readonly<Record<string, OwnTask>>;
  readonly techniques: Readonly<Partial<Record<TechniqueId, TechniqueChange>>>;
  readonly gates: Readonly<Partial<Record<PhaseId, GateChange>>>;
}

export interface TaskChange {
  readonly effortPersonDays: ThreePoint | null;
  readonly durationWorkingDays: ThreePoint | null;
  readonly discipline: DisciplineId | null;
  readonly level: ExpertiseLevel | null;
}

/** A task that the organization adds to a technique. */
export interface OwnTask {
  readonly technique: TechniqueId;
  readonly name: string;
  readonly deliverable: string;
  readonly discipline: DisciplineId;
  readonly level: ExpertiseLevel;
  readonly effortPersonDays: ThreePoint;
  readonly durationWorkingDays: ThreePoint;
  /** Keys of tasks that must be finished first, and of those that wait for it. */
  readonly after: readonly string[];
  readonly before: readonly string[];
  /** Repeated on every adapt-and-evaluate pass. */
  readonly inLoop: boolean;
  /** No new work: it stays in plans only where work was spent on it. */
  readonly retired: boolean;
}

export const inclusions = ["as-template", "always", "never"] as const;
/** Whether plans begin with a technique: as their template says, always, or only when a decision brings it. */
export type Inclusion = (typeof inclusions)[number];

export interface TechniqueChange {
  readonly name: string | null;
  readonly summary: string | null;
  readonly inclusion: Inclusion;
}

export interface GateChange {
  /** Ids of default criteria that are not asked. */
  readonly leftOut: readonly string[];
  /** The organization's own, asked in every project. */
  readonly own: readonly { readonly text: string; readonly evidence: readonly string[] }[];
}

export const noStandards: LifecycleStandards = { tasks: {}, ownTasks: {}, techniques: {}, gates: {} };
