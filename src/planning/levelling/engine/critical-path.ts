import type { CompiledProblem } from "./compiled-problem";

/** Spans as if everybody were free and every piece had its quickest choice. */
export interface CriticalPath {
  /** By task: the shortest it can last. */
  readonly steps: Int32Array;
  /** By task: no schedule starts it earlier. */
  readonly head: Int32Array;
  /** By task: the longest chain of work that waits for it. */
  readonly tail: Int32Array;
  /** The same along tasks of its own project that are not fixed: those wait in every schedule. */
  readonly tailInProject: Int32Array;
  /** By project: no schedule finishes it earlier. */
  readonly projectFinish: Int32Array;
}

export function criticalPath(problem: CompiledProblem): CriticalPath {
  const { topologicalOrder, firstPredecessor, predecessors, firstSuccessor, successors, project } = problem;
  const steps = shortestSteps(problem);
  const head = Int32Array.from(problem.release);
  const tail = new Int32Array(problem.taskCount);
  const tailInProject = new Int32Array(problem.taskCount);
  const projectFinish = new Int32Array(problem.projectWeight.length);
  for (const task of topologicalOrder) {
    let ready = head[task] ?? 0;
    for (let place = firstPredecessor[task] ?? 0; place < (firstPredecessor[task + 1] ?? 0); place += 1) {
      const before = predecessors[place] ?? 0;
      ready = Math.max(ready, (head[before] ?? 0) + (steps[before] ?? 0));
    }
    if (problem.isFixed[task] === 1) ready = problem.fixedStart[task] ?? 0;
    head[task] = ready;
    const of = project[task] ?? 0;
    projectFinish[of] = Math.max(projectFinish[of] ?? 0, ready + (steps[task] ?? 0));
  }
  for (const task of topologicalOrder.toReversed()) {
    for (let place = firstSuccessor[task] ?? 0; place < (firstSuccessor[task + 1] ?? 0); place += 1) {
      const after = successors[place] ?? 0;
      const own = steps[after] ?? 0;
      tail[task] = Math.max(tail[task] ?? 0, own + (tail[after] ?? 0));
      if (project[after] === project[task] && problem.isFixed[after] === 0)
        tailInProject[task] = Math.max(tailInProject[task] ?? 0, own + (tailInProject[after] ?? 0));
    }
  }
  return { steps, head, tail, tailInProject, projectFinish };
}

/** A piece that nobody can serve counts with its task's minimum. */
function shortestSteps(problem: CompiledProblem): Int32Array {
  const { firstPiece, firstChoice, choiceSteps, fixedChoice } = problem;
  const steps = Int32Array.from(problem.minimumSteps);
  for (let task = 0; task < problem.taskCount; task += 1) {
    for (let piece = firstPiece[task] ?? 0; piece < (firstPiece[task + 1] ?? 0); piece += 1) {
      const fixed = fixedChoice[piece] ?? -1;
      const begin = fixed >= 0 ? fixed : (firstChoice[piece] ?? 0);
      const end = fixed >= 0 ? fixed + 1 : (firstChoice[piece + 1] ?? 0);
      let shortest = Number.POSITIVE_INFINITY;
      for (let choice = begin; choice < end; choice += 1)
        shortest = Math.min(shortest, choiceSteps[choice] ?? 0);
      if (Number.isFinite(shortest)) steps[task] = Math.max(steps[task] ?? 0, shortest);
    }
  }
  return steps;
}
