import { luckOfPass, scoreOfLevel } from "../estimation/own-luck";
import { type Distribution, probabilityAt, type QuantileTable } from "../estimation/quantile-table";
import { randomStream } from "../estimation/random";
import { stepsPerScore } from "../estimation/score-steps";
import { type FactorShares, sharedFactorIds } from "../estimation/shared-factors";
import type { ExecutionOrder } from "./execution-order";
import type { LinkKind } from "./links";
import type { Network, NetworkTask } from "./network";
import { networkPatterns } from "./network-pattern";
import { tableCache } from "./table-cache";

/** A network made ready for thousands of runs: ids are positions in the execution order, estimates are tables. */
export interface CompiledNetwork {
  readonly network: Network;
  readonly tasks: readonly CompiledTask[];
  readonly loopFrom: number;
  readonly loopTo: number;
  /** The pass that is simulated first: those before it are behind. */
  readonly firstPass: number;
  /** The different weights of shared factors among the tasks, and of their own luck. */
  readonly scoreWeights: readonly ScoreWeights[];
  readonly spent: readonly {
    readonly effortPlace: number;
    readonly effortPersonDays: number;
    readonly machineHours: number;
  }[];
  /** Tasks that nobody outlasts for certain: the last of them to finish ends the project. */
  readonly ends: readonly number[];
}

export interface ScoreWeights {
  /** Per shared factor. */
  readonly shared: readonly number[];
  readonly own: number;
  /** A task's own part of the place in its quantile tables, by level of luck. */
  readonly ownSteps: Float32Array;
}

export interface CompiledTask {
  readonly id: string;
  /** Its place among all tasks of all networks simulated together: where its results are kept. */
  readonly place: number;
  /** Where its effort is added up. */
  readonly effortPlace: number;
  /** Which of the network's score weights are its own. */
  readonly weights: number;
  readonly luckOfPass: (pass: number) => number;
  readonly first: TaskTables;
  /** For passes after the first. */
  readonly later: TaskTables;
  readonly links: readonly CompiledLink[];
  readonly linksInLoop: readonly CompiledLink[];
  readonly work: CompiledWork;
}

export interface TaskTables {
  readonly effort: QuantileTable;
  readonly duration: QuantileTable;
  readonly machineHours: QuantileTable | null;
}

export interface CompiledLink {
  readonly from: number;
  readonly kind: LinkKind;
  readonly lag: number;
  /** Whether its moment is never before now: what is not done ends later. */
  readonly afterNow: boolean;
}

export type CompiledWork =
  | { readonly kind: "planned" }
  | {
      readonly kind: "started";
      readonly startedAt: number;
      /** Working days since the start, up to now. */
      readonly elapsed: number;
      /** The chance that it would have been finished by now: draws come from above it. */
      readonly chancePassed: number;
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

export interface NetworkCompiler {
  readonly compile: (network: Network) => CompiledNetwork;
  /** The ids met so far, in the order of their places. */
  readonly taskIds: () => string[];
  readonly effortIds: () => string[];
}

/**
 * Compiles networks that share their tasks: each task keeps one place, equal estimates share one table, and a task that stands in several
 * networks of one pattern is compiled once.
 */
export function networkCompiler(seed: number): NetworkCompiler {
  const tasksByPlace = numbering();
  const effortByPlace = numbering();
  const tableOf = tableCache();
  const tablesOf = (task: NetworkTask, distribution: Distribution, share: number): TaskTables => ({
    effort: tableOf(task.effortPersonDays, distribution, share),
    duration: tableOf(task.durationWorkingDays, distribution, share),
    machineHours: task.machineHours ? tableOf(task.machineHours, distribution, 1) : null,
  });
  /** What hangs on no other task. */
  const aloneOf = eachOnce((task: NetworkTask) => {
    const stream = randomStream(seed, `task ${task.id}`);
    return {
      place: tasksByPlace.placeOf(task.id),
      effortPlace: effortByPlace.placeOf(task.effortId),
      luckOfPass: (pass: number) => luckOfPass(stream, pass),
    };
  });
  const taskCompiler = (network: Network, { order, positions, loopFrom, loopTo }: ExecutionOrder) => {
    const weights = distinctWeights(order);
    const known = new Map<NetworkTask, CompiledTask>();
    const compileTask = (task: NetworkTask, position: number): CompiledTask => {
      const links = task.links.flatMap(({ after, kind, lagWorkingDays }): CompiledLink[] => {
        const from = positions.get(after);
        if (from === undefined) return [];
        const afterNow =
          kind === "finish-to-start" && lagWorkingDays >= 0 && order[from]?.work.kind !== "done";
        return [{ from, kind, lag: lagWorkingDays, afterNow }];
      });
      const repeated = position >= loopFrom && position < loopTo;
      const first = tablesOf(task, network.distribution, 1);
      const alone = aloneOf(task);
      return {
        id: task.id,
        place: alone.place,
        effortPlace: alone.effortPlace,
        luckOfPass: alone.luckOfPass,
        weights: weights.placeOf(task),
        first,
        later: repeated ? tablesOf(task, network.distribution, network.loop.laterPassShare) : first,
        links,
        linksInLoop: repeated ? links.filter(({ from }) => from >= loopFrom && from < loopTo) : [],
        work: compileWork(task, first.duration, network.now),
      };
    };
    const compiled = (task: NetworkTask, position: number): CompiledTask => {
      const before = known.get(task);
      if (before) return before;
      const made = compileTask(task, position);
      known.set(task, made);
      return made;
    };
    return { compiled, weights, loopFrom, loopTo };
  };
  const patternOf = networkPatterns(taskCompiler);
  return {
    taskIds: tasksByPlace.ids,
    effortIds: effortByPlace.ids,
    compile: (network) => {
      const { order, made } = patternOf(network);
      const { weights, loopFrom, loopTo } = made;
      const tasks = order.map(made.compiled);
      const outlasted = outlastedTasks(tasks);
      return {
        network,
        tasks,
        loopFrom,
        loopTo,
        firstPass: Math.max(1, network.loop.pass),
        scoreWeights: weights.all,
        spent: network.spent.map(({ effortId, effortPersonDays, machineHours }) => ({
          effortPlace: effortByPlace.placeOf(effortId),
          effortPersonDays,
          machineHours,
        })),
        ends: tasks.flatMap((_, position) => (outlasted[position] ? [] : [position])),
      };
    },
  };
}

/** Made once for each. */
function eachOnce<Of, Made>(make: (of: Of) => Made): (of: Of) => Made {
  const known = new Map<Of, Made>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before;
    const made = make(of);
    known.set(of, made);
    return made;
  };
}

function numbering() {
  const places = new Map<string, number>();
  return {
    ids: () => [...places.keys()],
    placeOf: (id: string): number => {
      const known = places.get(id);
      if (known !== undefined) return known;
      places.set(id, places.size);
      return places.size - 1;
    },
  };
}

/** A task ends no earlier than what it waits for to be finished; once begun it waits no more. */
function outlastedTasks(tasks: readonly CompiledTask[]): Uint8Array {
  const outlasted = new Uint8Array(tasks.length);
  for (const { links, work } of tasks)
    if (work.kind === "planned")
      for (const { from, kind, lag } of links) if (kind !== "start-to-start" && lag >= 0) outlasted[from] = 1;
  return outlasted;
}

/** Score = Σ √share · factor + √(1 − Σ share) · own luck: standard normal again, whatever the shares. */
function distinctWeights(tasks: readonly NetworkTask[]): {
  all: readonly ScoreWeights[];
  placeOf: (task: NetworkTask) => number;
} {
  const placeByShares = new Map<FactorShares, number>();
  const all: ScoreWeights[] = [];
  for (const { factorShares } of tasks) {
    if (placeByShares.has(factorShares)) continue;
    placeByShares.set(factorShares, all.length);
    all.push(weightsOf(factorShares));
  }
  return { all, placeOf: ({ factorShares }) => placeByShares.get(factorShares) ?? 0 };
}

function weightsOf(shares: FactorShares): ScoreWeights {
  const shared = sharedFactorIds.map((id) => Math.sqrt(shares[id]));
  const sum = sharedFactorIds.reduce((total, id) => total + shares[id], 0);
  const own = Math.sqrt(1 - sum);
  return { shared, own, ownSteps: ownStepsOf(own) };
}

const stepsByWeight = new Map<number, Float32Array>();

function ownStepsOf(weight: number): Float32Array {
  const known = stepsByWeight.get(weight);
  if (known) return known;
  const steps = Float32Array.from(scoreOfLevel, (score) => score * weight * stepsPerScore);
  stepsByWeight.set(weight, steps);
  return steps;
}

function compileWork(task: NetworkTask, duration: QuantileTable, now: number): CompiledWork {
  if (task.work.kind !== "started") return task.work;
  const { startedAt, spentPersonDays, spentMachineHours } = task.work;
  const elapsed = Math.max(0, now - startedAt);
  return {
    kind: "started",
    startedAt,
    elapsed,
    chancePassed: probabilityAt(duration, elapsed),
    spentPersonDays,
    spentMachineHours,
  };
}
