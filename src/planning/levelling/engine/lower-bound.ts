import type { CompiledProblem } from "./compiled-problem";
import { type CriticalPath, criticalPath } from "./critical-path";
import { AssignmentFlow } from "./maximum-flow";
import { type OpenPiece, type OpenWork, openWork } from "./open-work";
import { resourcePools } from "./resource-pools";
import { sharedBound } from "./shared-bound";
import { windowBound } from "./window-bound";

/**
 * What no schedule can beat; one that costs as much is proven best. By project the latest of its critical path, the windows in
 * which its work must lie and the time its work takes when the able resources share it perfectly, weighted and summed; or, where
 * that is more, what projects cost that must share their people.
 */
export function lowerBound(problem: CompiledProblem, path: CriticalPath = criticalPath(problem)): number {
  const open = openWork(problem);
  const pools = resourcePools(problem, open);
  const alone = open.byProject.map((pieces, project) => {
    const least = Math.max(path.projectFinish[project] ?? 0, windowBound(pieces, pools, path));
    return earliestFinish(problem, path, open, pieces, least);
  });
  const sum = alone.reduce(
    (total, finish, project) => total + finish * (problem.projectWeight[project] ?? 0),
    0,
  );
  return Math.max(sum, sharedBound(problem, open, pools, path, alone));
}

/**
 * The first step, not before `least`, by which all work of the project, cut as finely as one likes, could be done: between its
 * earliest head and its shortest tail a flow from pieces to able resources must carry it. Mostly `least` is enough, or nearly:
 * so the search leaps from there in growing steps, and halves only the last one.
 */
function earliestFinish(
  problem: CompiledProblem,
  path: CriticalPath,
  open: OpenWork,
  pieces: readonly OpenPiece[],
  least: number,
): number {
  if (pieces.length === 0) return least;
  const demand = demandOf(pieces, open, path);
  const latest = problem.horizon + demand.tail;
  let low = least;
  let high = low;
  for (let leap = 1; high < latest && !isEnough(problem, demand, high - demand.tail); leap *= 2) {
    low = high + 1;
    high = Math.min(high + leap, latest);
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(problem, demand, middle - demand.tail)) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Demand {
  readonly groups: readonly { readonly resources: readonly number[]; readonly work: number }[];
  readonly head: number;
  readonly tail: number;
}

function demandOf(pieces: readonly OpenPiece[], { groups }: OpenWork, path: CriticalPath): Demand {
  const work = new Map<number, number>();
  let head = Number.POSITIVE_INFINITY;
  let tail = Number.POSITIVE_INFINITY;
  for (const piece of pieces) {
    work.set(piece.group, (work.get(piece.group) ?? 0) + piece.work);
    head = Math.min(head, path.head[piece.task] ?? 0);
    tail = Math.min(tail, path.tailInProject[piece.task] ?? 0);
  }
  return {
    groups: [...work].map(([group, sum]) => ({ resources: groups[group] ?? [], work: sum })),
    head,
    tail,
  };
}

function isEnough(problem: CompiledProblem, { groups, head }: Demand, until: number): boolean {
  const capacity = problem.capacity.map((perStep, resource) => {
    const away = (problem.absences[resource] ?? []).reduce(
      (sum, { from, to }) => sum + Math.max(0, Math.min(to, until) - Math.max(from, head)),
      0,
    );
    return perStep * Math.max(0, until - head - away);
  });
  const flow = new AssignmentFlow(
    groups.map(({ resources }) => resources),
    capacity,
  );
  return groups.every(({ work }, group) => flow.sendFrom(group, work) >= work - 1e-6);
}
