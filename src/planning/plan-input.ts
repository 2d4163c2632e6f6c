import type { OptionEffect } from "./decisions/effects";
import type { Distribution } from "./estimation/quantile-table";
import type { CorrelationStandard } from "./estimation/shared-factors";
import type { ThreePoint } from "./estimation/three-point";
import type { TaskExpertise } from "./expertise/task-expertise";
import type { TemplateId } from "./lifecycle/project-template";
import type { LifecycleStandards } from "./lifecycle/standards";
import type { PlanCalibration } from "./plan-calibration";
import type { IsoDate } from "./schedule/calendar";
import type { TaskLink } from "./schedule/links";
import type { LoopStandard } from "./schedule/loop";
import type { AcceleratorId } from "./sizing/catalogue/accelerators";

/**
 * The workspace's own figures: rates in minor units of its currency, and what it replaces of the lifecycle and of the
 * simulation. Left out, the default stands.
 */
export interface PlanStandards {
  readonly personDayCostMinor: number;
  readonly acceleratorHourCostMinor: number;
  readonly lifecycle?: LifecycleStandards | undefined;
  readonly loop?: LoopStandard | undefined;
  readonly correlation?: CorrelationStandard | undefined;
  /** The one that machine time is estimated on. */
  readonly accelerator?: AcceleratorId | undefined;
}

export interface PlanOption {
  readonly id: string;
  readonly title: string;
  readonly effects: readonly OptionEffect[];
  /** How likely the team thinks this option is while the decision is open; 1 when left out. */
  readonly weight?: number | undefined;
}

/** Superseded decisions are left out by the caller, reopened ones are passed as open. */
export interface PlanDecision {
  readonly id: string;
  readonly question: string;
  readonly state: "open" | "decided";
  readonly chosenOptionId: string | null;
  readonly options: readonly PlanOption[];
}

export const taskStatuses = ["planned", "started", "done", "dropped"] as const;
export type TaskStatus = (typeof taskStatuses)[number];

/** What the team knows better than the standard. A null estimate means: the standard's. */
export interface TaskRecord {
  readonly taskKey: string;
  readonly effortPersonDays: ThreePoint | null;
  readonly durationWorkingDays: ThreePoint | null;
  readonly status: TaskStatus;
  readonly startedOn: IsoDate | null;
  readonly finishedOn: IsoDate | null;
  readonly actualEffortPersonDays: number | null;
  /** Accelerator-hours so far. What was kept before anybody recorded them says nothing of them. */
  readonly actualMachineHours?: number | null | undefined;
  /** The standard's where it is null or left out. */
  readonly expertise?: TaskExpertise | null | undefined;
  /** The day before which it is not begun, though nothing in the project holds it: whoever is to do it has other work. */
  readonly notBeforeOn?: IsoDate | null | undefined;
}

/** A dependency of the team's own: `task` waits for what the link says. */
export interface PlanLink extends TaskLink {
  readonly task: string;
}

export interface PlanInput {
  readonly template: TemplateId;
  readonly startsOn: IsoDate;
  readonly asOf: IsoDate;
  readonly standards: PlanStandards;
  readonly decisions: readonly PlanDecision[];
  readonly tasks: readonly TaskRecord[];
  /** The adapt-and-evaluate pass the project is in; 0 or left out before the first. */
  readonly loopPass?: number | undefined;
  /** What finished work teaches about the standard's estimates; left out, they stand as they are. */
  readonly calibration?: PlanCalibration | undefined;
  /** Days on which nobody works besides Saturday and Sunday. */
  readonly holidays?: readonly IsoDate[] | undefined;
  readonly links?: readonly PlanLink[] | undefined;
  /** How estimates spread between their ends; PERT-beta when left out. */
  readonly distribution?: Distribution | undefined;
}
