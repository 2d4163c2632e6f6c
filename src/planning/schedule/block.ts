import { luckOfRun } from "../estimation/own-luck";
import { scoreLimit, stepsPerScore } from "../estimation/score-steps";
import type { CompiledNetwork, CompiledTask } from "./compile-network";
import { type LaneList, laneList } from "./lane-list";
import type { Results } from "./results";

/**
 * Runs are simulated in blocks: task by task over all runs of a block, so that a task's tables are read from the nearest
 * cache. A lane is the place of a run in its block. The number is the same for every network: sums are added in the same
 * order then, and a task that two plans share has the same mean effort in both to the last bit.
 */
export const lanesPerBlock = 256;

/** Some runs side by side, and what every draw of them starts from. */
export interface Lanes {
  count: number;
  /** Hash of the run. */
  readonly luck: Int32Array;
  /** Per score weights: what the shared factors add to the place in a quantile table, in steps. */
  readonly shared: readonly Float64Array[];
}

export interface Block extends Lanes {
  readonly runs: Int32Array;
  readonly passes: Uint16Array;
  readonly effort: Float64Array;
  /** The part of the effort that lies behind. */
  readonly spent: Float64Array;
  readonly machineHours: Float64Array;
  /** When the last task ends, but never before the project's base; also in working days since the base. */
  readonly projectFinish: Float64Array;
  readonly afterBase: Float64Array;
  /** When work that is planned can begin at the earliest. */
  readonly earliest: Float64Array;
  /**
   * By position, then lane. In the loop: the start of the first pass, the finish of the last. The starts of a task may be
   * the finishes of another, when it waits for that one alone.
   */
  readonly start: Float64Array[];
  readonly finish: readonly Float64Array[];
  readonly ownStart: readonly Float64Array[];
  /** The task's own luck in its first simulated pass, in steps of the quantile table. */
  readonly own: readonly Float32Array[];
  /** By place in the loop, then lane: the ends of the first simulated pass and the starts of the last. */
  readonly firstPassFinish: readonly Float64Array[];
  readonly lastPassStart: readonly Float64Array[];
  readonly firstPassEnd: Float64Array;
  readonly lastPassBegin: Float64Array;
  readonly later: LaterPass;
  readonly paths: CriticalPaths;
}

/** The lanes whose critical path goes through a task: by position, and for the loop's last pass by place in the loop. */
interface CriticalPaths {
  readonly through: readonly LaneList[];
  readonly throughLastPass: readonly LaneList[];
  /** Lanes on their way from one task to another, and those whose path has come to its beginning. */
  readonly waiting: LaneList;
  readonly ended: LaneList;
  /** By lane: the task that the path begins at, and when that ends. */
  readonly lastTask: Int32Array;
  readonly latest: Float64Array;
  readonly marks: Uint8Array;
}

/** A pass after the first, over the lanes that take it, moved together. */
export interface LaterPass extends Lanes {
  /** Which lane of the block each of them is. */
  readonly laneOf: Int32Array;
  readonly begin: Float64Array;
  readonly end: Float64Array;
  readonly passEnd: Float64Array;
  readonly effort: Float64Array;
  readonly machineHours: Float64Array;
  readonly own: Float32Array;
  /** By position in the network, as links name them. */
  readonly start: readonly Float64Array[];
  readonly finish: readonly Float64Array[];
}

/**
 * Room for a block of any of the networks: they are simulated one after the other in the same place. It is kept for the
 * next forecast, since hundreds of arrays take longer to come by than a small project takes to simulate; nothing is read
 * from it that the same forecast has not written.
 */
export function blockFor(networks: readonly CompiledNetwork[]): Block {
  const most = (sizeOf: (network: CompiledNetwork) => number) =>
    networks.reduce((largest, network) => Math.max(largest, sizeOf(network)), 0);
  const tasks = most((network) => network.tasks.length);
  const loopTasks = most(({ loopFrom, loopTo }) => loopTo - loopFrom);
  const weights = most(({ scoreWeights }) => scoreWeights.length);
  if (
    kept &&
    kept.start.length >= tasks &&
    kept.lastPassStart.length >= loopTasks &&
    kept.shared.length >= weights &&
    (loopTasks === 0 || kept.later.start.length >= tasks)
  )
    return kept;
  const block = newBlock(tasks, loopTasks, weights);
  kept = block;
  return block;
}

let kept: Block | undefined;

function newBlock(tasks: number, loopTasks: number, weights: number): Block {
  const perLane = () => new Float64Array(lanesPerBlock);
  const perTask = () => Array.from({ length: tasks }, perLane);
  const perLoopTask = () => Array.from({ length: loopTasks }, perLane);
  const lanes = () => ({
    count: 0,
    luck: new Int32Array(lanesPerBlock),
    shared: Array.from({ length: weights }, perLane),
  });
  const inLoop = loopTasks > 0;
  const ownStart = perTask();
  const list = () => laneList(lanesPerBlock);
  return {
    ...lanes(),
    runs: new Int32Array(lanesPerBlock),
    passes: new Uint16Array(lanesPerBlock),
    effort: perLane(),
    spent: perLane(),
    machineHours: perLane(),
    projectFinish: perLane(),
    afterBase: perLane(),
    earliest: perLane(),
    start: [...ownStart],
    finish: perTask(),
    ownStart,
    own: Array.from({ length: tasks }, () => new Float32Array(lanesPerBlock)),
    firstPassFinish: perLoopTask(),
    lastPassStart: perLoopTask(),
    firstPassEnd: perLane(),
    lastPassBegin: perLane(),
    later: {
      ...lanes(),
      laneOf: new Int32Array(lanesPerBlock),
      begin: perLane(),
      end: perLane(),
      passEnd: perLane(),
      effort: perLane(),
      machineHours: perLane(),
      own: new Float32Array(lanesPerBlock),
      start: inLoop ? perTask() : [],
      finish: inLoop ? perTask() : [],
    },
    paths: {
      through: Array.from({ length: tasks }, list),
      throughLastPass: Array.from({ length: loopTasks }, list),
      waiting: list(),
      ended: list(),
      lastTask: new Int32Array(lanesPerBlock),
      latest: perLane(),
      marks: new Uint8Array(lanesPerBlock),
    },
  };
}

/** Takes these runs into the block. */
export function fillBlock(
  block: Block,
  compiled: CompiledNetwork,
  runs: Int32Array,
  { perRun }: Results,
): void {
  block.count = runs.length;
  block.runs.set(runs);
  block.effort.fill(0);
  block.spent.fill(0);
  block.machineHours.fill(0);
  for (let lane = 0; lane < runs.length; lane += 1) {
    const run = runs[lane] ?? 0;
    block.luck[lane] = luckOfRun(run);
    block.passes[lane] = perRun.passes[run] ?? 0;
  }
  compiled.scoreWeights.forEach(({ shared }, weights) => {
    const into = block.shared[weights];
    if (into) shareFactors(into, shared, runs, perRun.factors);
  });
}

/** A score of 5 comes once in three million runs; within that no draw leaves its table. */
const sharedScoreLimit = 5;

function shareFactors(
  into: Float64Array,
  weights: readonly number[],
  runs: Int32Array,
  factors: readonly Float64Array[],
): void {
  for (let lane = 0; lane < runs.length; lane += 1) {
    const run = runs[lane] ?? 0;
    let score = 0;
    for (let factor = 0; factor < weights.length; factor += 1)
      score += (weights[factor] ?? 0) * (factors[factor]?.[run] ?? 0);
    const within = Math.min(Math.max(score, -sharedScoreLimit), sharedScoreLimit);
    into[lane] = (within + scoreLimit) * stepsPerScore;
  }
}

/** The arrays of a task in a block, and its results. */
export function lanesOf(
  compiled: CompiledNetwork,
  block: Block,
  position: number,
  task: CompiledTask,
  results: Results,
) {
  const start = block.start[position];
  const finish = block.finish[position];
  const own = block.own[position];
  const shared = block.shared[task.weights];
  const weights = compiled.scoreWeights[task.weights];
  const kept = results.tasks[task.place];
  if (!start || !finish || !own || !shared || !weights || !kept) return null;
  return { start, finish, own, shared, weights, kept };
}
