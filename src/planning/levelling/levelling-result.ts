import type { DisciplineId } from "../expertise/disciplines";
import type { ExpertiseLevel } from "../expertise/levels";

export interface Levelling {
  /** By id. */
  readonly tasks: readonly LevelledTask[];
  readonly projects: readonly { readonly projectId: string; readonly finishDay: number }[];
  readonly finishDay: number;
  /** Sum over projects of weight × finish day: what levelling makes small. */
  readonly cost: number;
  /** No schedule costs less. */
  readonly lowerBound: number;
  /** The cost of the best priority rule, the first answer. */
  readonly firstCost: number;
  readonly isProvenBest: boolean;
  /** How many schedules were made. */
  readonly schedules: number;
  readonly gaps: readonly ExpertiseShortage[];
  readonly conflicts: readonly LevellingConflict[];
}

export interface LevelledTask {
  readonly taskId: string;
  readonly startDay: number;
  /** The day after its last one. */
  readonly finishDay: number;
  /** By need. */
  readonly assignments: readonly Assignment[];
}

/** Null: nobody can do it; the task is placed as if somebody could, and the work stands among the gaps. */
export type Assignment = {
  readonly personId: string;
  readonly startDay: number;
  /** On every day from `startDay` to the day before `finishDay` on which the person is there. */
  readonly personDaysPerDay: number;
  readonly finishDay: number;
} | null;

/** What stays although it does not fit: only fixed tasks can do that. */
export type LevellingConflict =
  | { readonly kind: "starts-too-early"; readonly taskId: string; readonly afterTaskId: string }
  | {
      readonly kind: "overload";
      readonly personId: string;
      readonly day: number;
      readonly taskIds: readonly string[];
    };

/**
 * Work of one week, discipline and level that nobody has time for if every task is done as early as its predecessors allow.
 */
export interface ExpertiseShortage {
  readonly week: number;
  readonly discipline: DisciplineId;
  readonly level: ExpertiseLevel;
  readonly demandPersonDays: number;
  readonly unservedPersonDays: number;
  readonly remedies: GapRemedies;
}

/** Each of them alone would close the gap, or help as far as it says. */
export interface GapRemedies {
  /** Person-days at this level or above in this week. */
  readonly hirePersonDays: number;
  /** Who has time in this week and comes closest to the level, the nearest first; level 0 is a newcomer to the discipline. */
  readonly train: readonly {
    readonly personId: string;
    readonly fromLevel: 0 | ExpertiseLevel;
    readonly sparePersonDays: number;
  }[];
  /** How much later the levelled schedule starts the tasks it must wait with; null when waiting does not help. */
  readonly shift: readonly { readonly taskId: string; readonly byWorkingDays: number }[] | null;
  /** Tasks whose work in this week is at least the gap, those of the least weight first. */
  readonly dropTaskIds: readonly string[];
}
