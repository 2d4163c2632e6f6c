import type { LevellingPerson } from "../levelling/levelling-input";
import type { PlanInput } from "../plan-input";
import type { IsoDate } from "../schedule/calendar";
import type { Sampling } from "../schedule/forecast-result";

/** All projects that are planned together, and the people there are. Day 0 of the people's absences is the day the plans are as of. */
export interface PortfolioInput {
  /** The most important first. */
  readonly projects: readonly PortfolioProject[];
  readonly people: readonly LevellingPerson[];
}

export interface PortfolioProject {
  readonly id: string;
  readonly input: PlanInput;
  /** What its stored forecast was drawn with, so that a schedule that is applied leaves the figures it was compared by. */
  readonly sampling: Sampling;
  /** P50 of that forecast. */
  readonly finishBefore: IsoDate;
  /** Its dates stay; the others are planned around it. */
  readonly isFixed: boolean;
  /** By task who does it, as the team settled it. */
  readonly assignees: readonly { readonly taskKey: string; readonly personId: string }[];
}
