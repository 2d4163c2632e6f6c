import { type ExpertiseLevel, expertiseLevels } from "../expertise/levels";
import { taskStandards } from "../lifecycle/techniques";

/** What the runs leave behind: one number per task and run, or per run. Absent tasks have a finish of −1. */
export interface RunResults {
  readonly runs: number;
  /** By task place · runs + run. */
  readonly start: Float64Array;
  readonly finish: Float64Array;
  /** The task's own luck, without the factor shared by all: what drivers are computed from. */
  readonly own: Float64Array;
  /** By task place, over all runs. */
  readonly present: Int32Array;
  readonly critical: Int32Array;
  /** By demand slot, over all runs: an open decision may ask for another level in some of them. */
  readonly effortSum: Float64Array;
  readonly totals: { remainingEffortPersonDays: number };
  /** By run. */
  readonly projectFinish: Float64Array;
  readonly effort: Float64Array;
  readonly machineHours: Float64Array;
  readonly cost: Float64Array;
  readonly machineCost: Float64Array;
  readonly monthlyCost: Float64Array;
  readonly shared: Float64Array;
  readonly passes: Uint16Array;
}

/** Where the effort of a task at a level is added up. */
export function demandSlot(place: number, level: ExpertiseLevel): number {
  return place * expertiseLevels.length + level - 1;
}

export function emptyResults(runs: number): RunResults {
  const places = taskStandards.length;
  const perRun = () => new Float64Array(runs);
  return {
    runs,
    start: new Float64Array(places * runs),
    finish: new Float64Array(places * runs).fill(-1),
    own: new Float64Array(places * runs),
    present: new Int32Array(places),
    critical: new Int32Array(places),
    effortSum: new Float64Array(places * expertiseLevels.length),
    totals: { remainingEffortPersonDays: 0 },
    projectFinish: perRun(),
    effort: perRun(),
    machineHours: perRun(),
    cost: perRun(),
    machineCost: perRun(),
    monthlyCost: perRun(),
    shared: perRun(),
    passes: new Uint16Array(runs),
  };
}
