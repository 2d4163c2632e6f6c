import type { CriticalPath } from "./critical-path";
import type { OpenPiece } from "./open-work";
import type { ResourcePool } from "./resource-pools";

/**
 * What begins late must still be done, and so must be what has a long tail: for every pool the work of the pieces whose head is
 * not before a step, done without a gap, and then the shortest of their tails; and the same seen from the end.
 */
export function windowBound(
  pieces: readonly OpenPiece[],
  pools: readonly ResourcePool[],
  { head, tailInProject }: CriticalPath,
): number {
  const fromLatestHead = pieces.toSorted((a, b) => (head[b.task] ?? 0) - (head[a.task] ?? 0));
  const fromLongestTail = pieces.toSorted(
    (a, b) => (tailInProject[b.task] ?? 0) - (tailInProject[a.task] ?? 0),
  );
  return pools.reduce(
    (most, pool) =>
      Math.max(
        most,
        longestRun(fromLatestHead, pool, head, tailInProject),
        longestRun(fromLongestTail, pool, tailInProject, head),
      ),
    0,
  );
}

/** `pieces` by falling `before`; of those so far the least `after` counts. */
function longestRun(
  pieces: readonly OpenPiece[],
  { capacity, holds }: ResourcePool,
  before: Int32Array,
  after: Int32Array,
): number {
  let work = 0;
  let leastAfter = Number.POSITIVE_INFINITY;
  let longest = 0;
  for (const piece of pieces) {
    if (holds[piece.group] === 0) continue;
    work += piece.work;
    leastAfter = Math.min(leastAfter, after[piece.task] ?? 0);
    const steps = Math.ceil(work / capacity - 1e-9);
    longest = Math.max(longest, (before[piece.task] ?? 0) + steps + leastAfter);
  }
  return longest;
}
