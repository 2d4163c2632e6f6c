import type { CompiledProblem } from "./compiled-problem";
import { leastWork } from "./open-work";

/**
 * By project its work / weight: done one after the other by rising ratio, projects that share one machine cost least in sum of
 * weight × finish (Smith 1956).
 */
export function workPerWeight(problem: CompiledProblem): Float64Array {
  const { firstPiece, project, projectWeight } = problem;
  const work = new Float64Array(projectWeight.length);
  for (let task = 0; task < problem.taskCount; task += 1) {
    const of = project[task] ?? 0;
    for (let piece = firstPiece[task] ?? 0; piece < (firstPiece[task + 1] ?? 0); piece += 1)
      work[of] = (work[of] ?? 0) + leastWork(problem, piece);
  }
  return work.map((sum, of) => sum / (projectWeight[of] ?? 1));
}

/** By task a value that puts projects of smaller `key` first, and within a project the tasks of smaller `value`. */
export function projectByProject(
  { project }: CompiledProblem,
  key: Float64Array,
  value: Float64Array,
): Float64Array {
  const rank = new Float64Array(key.length);
  Array.from(key.keys())
    .sort((a, b) => (key[a] ?? 0) - (key[b] ?? 0) || a - b)
    .forEach((of, place) => {
      rank[of] = place;
    });
  const spread =
    value.reduce((most, one) => Math.max(most, one), 0) -
    value.reduce((least, one) => Math.min(least, one), 0);
  return value.map((own, task) => (rank[project[task] ?? 0] ?? 0) * (spread + 1) + own);
}
