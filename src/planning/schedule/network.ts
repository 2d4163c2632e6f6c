import type { Distribution } from "../estimation/quantile-table";
import type { FactorShares } from "../estimation/shared-factors";
import type { ThreePoint } from "../estimation/three-point";
import type { TaskLink } from "./links";
import type { Loop } from "./loop";

/**
 * What is simulated: tasks and how they wait for each other, without what they are about. Moments are working-day
 * indices with fractions; 3.0 is the start of day 3.
 */
export interface Network {
  readonly tasks: readonly NetworkTask[];
  /** When the project begins, and the moment nothing can begin before: the later of that and today. */
  readonly base: number;
  readonly now: number;
  readonly distribution: Distribution;
  readonly loop: NetworkLoop;
  /** Effort and machine time of tasks that were dropped: spent, whatever comes. */
  readonly spent: readonly {
    readonly effortId: string;
    readonly effortPersonDays: number;
    readonly machineHours: number;
  }[];
  readonly personDayCostMinor: number;
  readonly acceleratorHourCostMinor: number;
  readonly oneOffCostMinor: number;
  readonly monthlyCostMinor: number;
}

export interface NetworkTask {
  /** Names its luck: the same task has the same luck in every network of a project. */
  readonly id: string;
  /** Under what its effort is added up: the same task may need another level of expertise in another network. */
  readonly effortId: string;
  readonly effortPersonDays: ThreePoint;
  readonly durationWorkingDays: ThreePoint;
  readonly machineHours: ThreePoint | null;
  readonly links: readonly TaskLink[];
  readonly inLoop: boolean;
  readonly factorShares: FactorShares;
  readonly work: NetworkWork;
}

export type NetworkWork =
  | { readonly kind: "planned" }
  | {
      readonly kind: "started";
      readonly startedAt: number;
      readonly spentPersonDays: number | null;
      readonly spentMachineHours: number | null;
    }
  | {
      readonly kind: "done";
      readonly startedAt: number;
      readonly finishedAt: number;
      readonly effortPersonDays: number;
      readonly machineHours: number;
    };

export interface NetworkLoop extends Loop {
  readonly budgetPasses: number;
  /** The pass the project is in; 0 or 1: none is behind it. */
  readonly pass: number;
}
