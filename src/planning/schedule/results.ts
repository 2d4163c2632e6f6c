import { sharedFactorIds } from "../estimation/shared-factors";
import type { CompiledNetwork } from "./compile-network";
import { type DayCounts, dayCountsOf, type MomentBounds, type Span } from "./day-counts";

/** What the runs leave behind: per run the project's figures, per task sums over all runs. */
export interface Results {
  readonly runs: number;
  readonly perRun: {
    /** A moment: working-day index with a fraction. */
    readonly finish: Float64Array;
    readonly effortPersonDays: Float64Array;
    /** The part of the effort that lies ahead. */
    readonly remainingPersonDays: Float64Array;
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
  /** By effort place: sums over all runs, of all effort and of what is not spent yet; that over all places, too. */
  readonly effortPersonDays: Float64Array;
  readonly remainingByEffort: Float64Array;
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
  const span = (): Span => ({ from: Infinity, to: -Infinity });
  const starts = Array.from({ length: places.tasks }, span);
  const finishes = Array.from({ length: places.tasks }, span);
  networks.forEach((compiled, network) => {
    const bound = bounds[network];
    if (!bound) return;
    compiled.tasks.forEach(({ place }, position) => {
      widen(starts[place], bound.startFrom[position] ?? 0, bound.startTo[position] ?? 0);
      widen(finishes[place], bound.finishFrom[position] ?? 0, bound.finishTo[position] ?? 0);
    });
  });
  const days = dayCountsOf([...starts, ...finishes]);
  const finishDays = days.slice(places.tasks);
  return {
    runs,
    perRun: {
      finish: perRun(),
      effortPersonDays: perRun(),
      remainingPersonDays: perRun(),
      machineHours: perRun(),
      costMinor: perRun(),
      machineCostMinor: perRun(),
      monthlyCostMinor: perRun(),
      passes: new Uint16Array(runs),
      factors: sharedFactorIds.map(perRun),
    },
    tasks: days.slice(0, places.tasks).map((startDays, place) => ({
      present: 0,
      critical: 0,
      startDays,
      finishDays: finishDays[place] ?? startDays,
      own: 0,
      ownSquared: 0,
      ownTimesFinish: 0,
    })),
    effortPersonDays: new Float64Array(places.effort),
    remainingByEffort: new Float64Array(places.effort),
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

/** Of the effort added the part that is not spent yet. */
export function addRemaining(
  results: Results,
  { effortPlace }: { readonly effortPlace: number },
  personDays: number,
): void {
  const { remainingByEffort } = results;
  remainingByEffort[effortPlace] = (remainingByEffort[effortPlace] ?? 0) + personDays;
  results.remainingEffortPersonDays += personDays;
}

function widen(span: Span | undefined, from: number, to: number): void {
  if (!span) return;
  span.from = Math.min(span.from, from);
  span.to = Math.max(span.to, to);
}
