/**
 * The engine's one problem, in plain numbers. Tasks, pieces, choices and resources are places in arrays.
 *
 * - A **resource** has a capacity per step: a person, or a pool of machines.
 * - A **task** is made of **pieces**; it starts with the first and is finished when the last is and `minimumSteps` are over.
 * - A piece takes one of its **choices**: so much load on one resource for so many steps.
 *
 * A project with renewable resources has one choice per piece; assignment by skill has a choice per able person; people of
 * different capacity differ in the steps and load of their choices.
 */
export interface SchedulingProblem {
  readonly tasks: readonly SchedulingTask[];
  readonly resources: readonly SchedulingResource[];
  /** What a step of delay of each project's finish costs; the engine makes the sum of weight × finish small. */
  readonly projectWeights: readonly number[];
}

export interface SchedulingTask {
  readonly project: number;
  readonly predecessors: readonly number[];
  readonly minimumSteps: number;
  /** The first step on which it may start. */
  readonly release: number;
  readonly pieces: readonly Piece[];
  /**
   * All pieces start at once; then each has one choice, on a resource of its own. Otherwise each starts when its resource
   * can: so one person may do several pieces of a task one after the other.
   */
  readonly startsTogether: boolean;
  /** A task that stays where it is: a start, and the place of each piece's choice. */
  readonly fixed: { readonly start: number; readonly choices: readonly number[] } | null;
}

export interface Piece {
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly resource: number;
  /** Steps on which the resource is there. */
  readonly steps: number;
  readonly load: number;
}

export interface SchedulingResource {
  readonly capacity: number;
  /** Spans of steps on which it is away; work of the resource rests on them. `to` is the first step after. */
  readonly absences: readonly { readonly from: number; readonly to: number }[];
}

/** What the engine found: by task its start and finish, by piece (in the order of tasks) the place of its choice. */
export interface EngineSchedule {
  readonly starts: Int32Array;
  readonly finishes: Int32Array;
  readonly choices: Int32Array;
  readonly pieceStarts: Int32Array;
  readonly cost: number;
  readonly makespan: number;
}
