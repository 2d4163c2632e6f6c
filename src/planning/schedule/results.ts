import { sharedFactorIds } from "../estimation/shared-factors";
import type { CompiledNetwork } from "./compile-network";
import { type DayCounts, dayCounts, type MomentBounds } from "./day-counts";

/** What the runs leave behind: per run the project's figures, per task sums over all runs. */
export interface Results {
  readonly runs: number;
  readonly perRun: {
    /** A moment: working-day index with a fraction. */
    readonly finish: Float64Array;
    readonly effortPersonDays: Float64Array;
    readonly machineHours: Float64Array;
    readonly costMinor: Float64Array;
    readonly machineCostMinor: Float64Array;
    readonly monthlyCostMinor: Float64Array;
    readonly passes: Uint16Array;
    /** The normal score of each shared factor. */
    readonly factors: readonly Float64Array[];
  };
  /** By place. */
  readonly tasks: readonly TaskResults[];
  /** By effort place: sums over all runs, and of what is not spent yet over all tasks. */
  readonly effortPersonDays: Float64Array;
  remainingEffortPersonDays: number;
}

export interface TaskResults {
  present: number;
  critical: number;
  readonly startDays: DayCounts;
  readonly finishDays: DayCounts;
  /** Of the task's own luck, in steps of its score: sums over the runs, with the finish counted from the base. */
  own: number;
  ownSquared: number;
  ownTimesFinish: number;
}

export function emptyResults(
  runs: number,
  networks: readonly CompiledNetwork[],
  bounds: readonly MomentBounds[],
  places: { readonly tasks: number; readonly effort: number },
): Results {
  const perRun = () => new Float64Array(runs);
  const spans = Array.from({ length: places.tasks }, emptySpan);
  networks.forEach((compiled, network) => {
    compiled.tasks.forEach(({ place }, position) => {
      const known = spans[place];
      const bound = bounds[network];
      if (!known || !bound) return;
      known.startFrom = Math.min(known.startFrom, bound.startFrom[position] ?? 0);
      known.startTo = Math.max(known.startTo, bound.startTo[position] ?? 0);
      known.finishFrom = Math.min(known.finishFrom, bound.finishFrom[position] ?? 0);
      known.finishTo = Math.max(known.finishTo, bound.finishTo[position] ?? 0);
    });
  });
  return {
    runs,
    perRun: {
      finish: perRun(),
      effortPersonDays: perRun(),
      machineHours: perRun(),
      costMinor: perRun(),
      machineCostMinor: perRun(),
      monthlyCostMinor: perRun(),
      passes: new Uint16Array(runs),
      factors: sharedFactorIds.map(perRun),
    },
    tasks: spans.map((span) => ({
      present: 0,
      critical: 0,
      startDays: span.startFrom > span.startTo ? dayCounts(0, 0) : dayCounts(span.startFrom, span.startTo),
      finishDays:
        span.finishFrom > span.finishTo ? dayCounts(0, 0) : dayCounts(span.finishFrom, span.finishTo),
      own: 0,
      ownSquared: 0,
      ownTimesFinish: 0,
    })),
    effortPersonDays: new Float64Array(places.effort),
    remainingEffortPersonDays: 0,
  };
}

export function addEffort(
  { effortPersonDays }: Results,
  { effortPlace }: { readonly effortPlace: number },
  personDays: number,
): void {
  effortPersonDays[effortPlace] = (effortPersonDays[effortPlace] ?? 0) + personDays;
}

function emptySpan() {
  return { startFrom: Infinity, startTo: -Infinity, finishFrom: Infinity, finishTo: -Infinity };
}
