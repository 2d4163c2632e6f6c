import type { CompiledProblem } from "./compiled-problem";
import type { CriticalPath } from "./critical-path";
import type { OpenPiece, OpenWork } from "./open-work";
import type { ResourcePool } from "./resource-pools";

/**
 * Projects that want the same people cannot all be first. If a pool were one machine, the sum of weight × finish would be least
 * when it did the projects one after the other by rising work / weight (Smith 1956); each then still has its shortest tail.
 * Projects without work for the pool count with `alone`, the finish that each would have if it were the only one.
 */
export function sharedBound(
  problem: CompiledProblem,
  { byProject }: OpenWork,
  pools: readonly ResourcePool[],
  path: CriticalPath,
  alone: readonly number[],
): number {
  return pools.reduce((most, pool) => {
    const jobs = byProject.map((pieces, project) =>
      jobOf(pieces, pool, path, problem.projectWeight[project] ?? 0),
    );
    const waiting = jobs.filter((job) => job !== null).sort((a, b) => a.work / a.weight - b.work / b.weight);
    let reached = waiting.reduce((least, { head }) => Math.min(least, head), Number.POSITIVE_INFINITY);
    let cost = 0;
    for (const { work, weight, tail } of waiting) {
      reached += work / pool.capacity;
      cost += weight * (reached + tail);
    }
    jobs.forEach((job, project) => {
      if (!job) cost += (problem.projectWeight[project] ?? 0) * (alone[project] ?? 0);
    });
    return Math.max(most, cost);
  }, 0);
}

/** What a project asks of the pool. */
function jobOf(
  pieces: readonly OpenPiece[],
  { holds }: ResourcePool,
  path: CriticalPath,
  weight: number,
): { weight: number; work: number; head: number; tail: number } | null {
  const job = { weight, work: 0, head: Number.POSITIVE_INFINITY, tail: Number.POSITIVE_INFINITY };
  for (const { group, task, work } of pieces) {
    if (holds[group] === 0) continue;
    job.work += work;
    job.head = Math.min(job.head, path.head[task] ?? 0);
    job.tail = Math.min(job.tail, path.tailInProject[task] ?? 0);
  }
  return Number.isFinite(job.head) ? job : null;
}
