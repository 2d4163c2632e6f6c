import type { CompiledProblem } from "./compiled-problem";

/**
 * What is free of every resource at every step. A resource that is away sometimes keeps its steps in its own time, which
 * counts only those on which it is there: so work that rests over an absence is one unbroken span.
 *
 * Windows are searched from the far end (as Boyer and Moore search text): the first step that is not free moves the window
 * past itself, so that busy stretches are crossed in leaps of the window's length.
 */
export class Timeline {
  private readonly width: number;
  private readonly free: Int32Array;
  private readonly usedTo: Int32Array;
  private readonly ownTime: (OwnTime | null)[];

  constructor(private readonly problem: CompiledProblem) {
    this.width = timelineWidth(problem);
    this.free = new Int32Array(problem.resourceCount * this.width);
    this.usedTo = new Int32Array(problem.resourceCount).fill(this.width);
    this.ownTime = problem.absences.map((absences) =>
      absences.length === 0 ? null : ownTimeOf(absences, this.width),
    );
  }

  clear(): void {
    const { free, usedTo, width } = this;
    const { capacity, resourceCount } = this.problem;
    for (let resource = 0; resource < resourceCount; resource += 1) {
      const begin = resource * width;
      free.fill(capacity[resource] ?? 0, begin, begin + (usedTo[resource] ?? 0));
      usedTo[resource] = 0;
    }
  }

  /**
   * The first step from `from` on at which the resource is there and keeps `load` free for `steps` of its own steps. When
   * that is later than `atMost` any step after `atMost`: so far and no further.
   */
  earliestStart(resource: number, from: number, steps: number, load: number, atMost: number): number {
    const own = this.ownTime[resource];
    const free = this.free;
    const begin = resource * this.width;
    let start = begin + (own ? (own.ownOf[from] ?? 0) : from);
    let unchecked = start;
    // A resource's own time never runs ahead of the steps, so the limit is safe in either.
    const last = begin + atMost;
    while (start <= last) {
      let step = start + steps - 1;
      while (step >= unchecked && (free[step] ?? 0) >= load) step -= 1;
      if (step < unchecked) break;
      unchecked = start + steps;
      start = step + 1;
    }
    return own ? (own.stepOf[start - begin] ?? 0) : start - begin;
  }

  /**
   * The last step, not after `startAtMost`, at which the work could start to be over before `finishBy`; −1 when there is
   * none.
   */
  latestStart(resource: number, startAtMost: number, finishBy: number, steps: number, load: number): number {
    const own = this.ownTime[resource];
    const free = this.free;
    const begin = resource * this.width;
    let start = own
      ? Math.min((own.ownOf[startAtMost + 1] ?? 0) - 1, (own.ownOf[finishBy] ?? 0) - steps)
      : Math.min(startAtMost, finishBy - steps);
    let unchecked = start + steps;
    while (start >= 0) {
      let step = start;
      while (step < unchecked && (free[begin + step] ?? 0) >= load) step += 1;
      if (step >= unchecked) return own ? (own.stepOf[start] ?? 0) : start;
      unchecked = start;
      start = step - steps;
    }
    return -1;
  }

  /** The step after the last one of work that starts at `start`. */
  finish(resource: number, start: number, steps: number): number {
    const own = this.ownTime[resource];
    if (!own) return start + steps;
    return steps === 0 ? start : (own.stepOf[(own.ownOf[start] ?? 0) + steps - 1] ?? 0) + 1;
  }

  take(resource: number, start: number, steps: number, load: number): void {
    const own = this.ownTime[resource];
    const free = this.free;
    const first = own ? (own.ownOf[start] ?? 0) : start;
    const begin = resource * this.width + first;
    for (let step = begin; step < begin + steps; step += 1) free[step] = (free[step] ?? 0) - load;
    if (first + steps > (this.usedTo[resource] ?? 0)) this.usedTo[resource] = first + steps;
  }
}

/** Steps a timeline keeps per resource: a window that begins at the horizon still lies inside. */
function timelineWidth({ horizon, choiceSteps }: CompiledProblem): number {
  return horizon + choiceSteps.reduce((most, steps) => Math.max(most, steps), 0) + 1;
}

interface OwnTime {
  /** By step: how many steps before it the resource is there. */
  readonly ownOf: Int32Array;
  /** By own step: which step that is. */
  readonly stepOf: Int32Array;
}

function ownTimeOf(absences: readonly { from: number; to: number }[], width: number): OwnTime {
  const isAway = new Uint8Array(width);
  for (const { from, to } of absences) isAway.fill(1, Math.max(0, from), Math.max(0, to));
  const ownOf = new Int32Array(width + 1);
  const stepOf = new Int32Array(width);
  let own = 0;
  for (let step = 0; step < width; step += 1) {
    ownOf[step] = own;
    if (isAway[step] === 1) continue;
    stepOf[own] = step;
    own += 1;
  }
  ownOf[width] = own;
  return { ownOf, stepOf };
}
