import type { SamplingMethod } from "../estimation/latin-hypercube";
import type { DisciplineId } from "../expertise/disciplines";
import type { ExpertiseLevel } from "../expertise/levels";
import type { PhaseId } from "../lifecycle/phase-ids";
import type { TechniqueId } from "../lifecycle/technique-ids";
import type { IsoDate } from "./calendar";
import type { Spread } from "./spread";

/** The same seed and runs give the same forecast everywhere. */
export interface Sampling {
  readonly seed: number;
  readonly runs: number;
  /** "stratified" when left out. */
  readonly method?: SamplingMethod;
}

export interface Quantiles<T = number> {
  readonly p10: T;
  readonly p50: T;
  readonly p80: T;
  readonly p95: T;
}

export interface DemandRow {
  readonly discipline: DisciplineId;
  readonly level: ExpertiseLevel;
  readonly effortPersonDays: number;
}

/** Something that makes the finish uncertain; share is its part of the finish's variance, 0 to 1. */
export interface ForecastDriver {
  readonly kind: "decision" | "task" | "loop" | "factor";
  readonly id: string;
  readonly name: string;
  readonly share: number;
}

export interface ForecastTask {
  readonly key: string;
  readonly name: string;
  readonly technique: TechniqueId;
  readonly phase: PhaseId;
  readonly startP10: IsoDate;
  readonly startP50: IsoDate;
  readonly finishP10: IsoDate;
  readonly finishP50: IsoDate;
  readonly finishP80: IsoDate;
  readonly finishP95: IsoDate;
  /** Share of runs in which the task was on the longest path. */
  readonly criticality: number;
  /** Correlation of the task's own luck with the finish, −1 to 1: how much the finish moves with it. */
  readonly sensitivity: number;
  /** Share of runs in which the task was in the plan: below 1 when it depends on an open decision. */
  readonly presence: number;
}

export interface OpenDecisionForecast {
  readonly decisionId: string;
  /** Its part of the finish's variance, 0 to 1, with the options' weights: unlikely options count little. */
  readonly share: number;
  /** Its part of the cost's variance. */
  readonly costShare: number;
  /** Between the earliest and the latest median finish among the options. */
  readonly spreadWorkingDays: number;
  /** Options that were drawn at least once (a weight of zero is never drawn). */
  readonly options: readonly OptionForecast[];
}

/** What an option gives, over the runs that drew it. */
export interface OptionForecast {
  readonly optionId: string;
  /** Share of the runs that drew it. */
  readonly chance: number;
  readonly finishP50: IsoDate;
  readonly finishP80: IsoDate;
  readonly effortP50PersonDays: number;
  readonly effortP80PersonDays: number;
  readonly costP50Minor: number;
  readonly costP80Minor: number;
  readonly machineCostP50Minor: number;
}

/** How many finished tasks the plan's estimates were corrected by. */
export interface UsedCalibration {
  readonly effortPairs: number;
  readonly durationPairs: number;
}

/** JSON-serialisable. Totals are at completion: what is spent plus what remains. */
export interface Forecast {
  readonly asOf: IsoDate;
  readonly seed: number;
  readonly runs: number;
  /** Null when nothing corrected the standard's estimates. */
  readonly calibration: UsedCalibration | null;
  readonly finish: Quantiles<IsoDate>;
  readonly durationWorkingDays: Quantiles;
  readonly effortPersonDays: Quantiles;
  readonly machineHours: Quantiles;
  /** People, machines and one-off costs. */
  readonly costMinor: Quantiles;
  readonly machineCostMinor: Quantiles;
  /** Running cost after launch; a range because open decisions may change it. */
  readonly monthlyCostMinor: Quantiles;
  /** Means over all runs; each of the three lists adds up to effortMeanPersonDays. */
  readonly effortByPhase: readonly { readonly phase: PhaseId; readonly effortPersonDays: number }[];
  readonly effortByTechnique: readonly {
    readonly technique: TechniqueId;
    readonly phase: PhaseId;
    readonly effortPersonDays: number;
  }[];
  readonly demand: readonly DemandRow[];
  readonly effortMeanPersonDays: number;
  readonly remainingEffortMeanPersonDays: number;
  /** The highest level that any work of the plan may need. */
  readonly expertisePeak: ExpertiseLevel;
  /** Finish days, in bins that begin on `from`. */
  readonly histogram: readonly { readonly from: IsoDate; readonly count: number }[];
  /** Finish at 0, 0.5, 1, … 100 %: what chanceToFinishBy reads. */
  readonly finishTable: readonly IsoDate[];
  /** The whole distributions of what is not a date. */
  readonly spread: {
    readonly effortPersonDays: Spread;
    readonly machineHours: Spread;
    readonly costMinor: Spread;
  };
  readonly drivers: readonly ForecastDriver[];
  readonly tasks: readonly ForecastTask[];
  readonly openDecisions: readonly OpenDecisionForecast[];
}
