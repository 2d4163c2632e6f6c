import type { Skill } from "../expertise/gap";

/**
 * Who is there and what is to be done, in working days: day 0 is the first day that can still be planned, days 0 to 4 are
 * week 0. A span from `fromDay` to `toDay` ends on the evening before `toDay`. The order of the lists means nothing.
 */
export interface LevellingInput {
  readonly projects: readonly LevellingProject[];
  readonly people: readonly LevellingPerson[];
  readonly tasks: readonly LevellingTask[];
}

export interface LevellingProject {
  readonly id: string;
  /** What a day of delay counts: with 2, twice that of a project with 1. */
  readonly weight: number;
}

export interface LevellingPerson {
  readonly id: string;
  readonly skills: readonly Skill[];
  /** Spread evenly over five days; at most 5. */
  readonly capacityPersonDaysPerWeek: number;
  readonly absences: readonly { readonly fromDay: number; readonly toDay: number }[];
}

export interface LevellingTask {
  readonly id: string;
  readonly projectId: string;
  /** Tasks, also of other projects, that must be finished before this one starts. */
  readonly after: readonly string[];
  /** It takes at least so long, however much help there is; part of a day counts as a day. */
  readonly durationWorkingDays: number;
  readonly needs: readonly TaskNeed[];
  readonly notBeforeDay?: number | undefined;
  /** Left out: the task may be placed. */
  readonly fixed?: FixedPlace | undefined;
}

/**
 * Work of one person who is able in the discipline at this level or above. The needs of a task are worked on side by side, or
 * one after the other when the same person serves them.
 */
export interface TaskNeed extends Skill {
  readonly effortPersonDays: number;
  /** Whose work it is, of those who are able. Left out: anybody's. */
  readonly personId?: string | undefined;
}

/** A started or promised task: it stays. */
export interface FixedPlace {
  /** Negative for a task that started before day 0; what has passed since then is done. */
  readonly startDay: number;
  /** By need who does it; null for nobody yet. */
  readonly personIds: readonly (string | null)[];
}
