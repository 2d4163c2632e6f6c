import type { CompiledProblem } from "./compiled-problem";
import { type CriticalPath, criticalPath } from "./critical-path";
import { AssignmentFlow } from "./maximum-flow";

/**
 * What no schedule can beat: by project the later of its critical path and the time its work takes when the able resources
 * share it perfectly, weighted and summed. A schedule that costs as much is proven best.
 */
export function lowerBound(problem: CompiledProblem, path: CriticalPath = criticalPath(problem)): number {
  return problem.projectWeight.reduce(
    (sum, weight, project) =>
      sum + weight * Math.max(path.projectFinish[project] ?? 0, workBound(problem, path, project)),
    0,
  );
}

/**
 * The first step by which all work of the project, cut as finely as one likes, could be done: between its earliest head and
 * its shortest tail a flow from pieces to able resources must carry it.
 */
function workBound(problem: CompiledProblem, path: CriticalPath, project: number): number {
  const demand = demandOf(problem, path, project);
  if (demand.groups.length === 0) return 0;
  let low = demand.head + demand.tail;
  let high = problem.horizon + demand.tail;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(problem, demand, middle - demand.tail)) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Demand {
  /** Pieces that the same resources can do, together: their work in load × steps. */
  readonly groups: readonly { readonly resources: readonly number[]; readonly work: number }[];
  readonly head: number;
  readonly tail: number;
}

function demandOf(problem: CompiledProblem, path: CriticalPath, project: number): Demand {
  const { firstPiece, firstChoice, choiceResource, choiceSteps, choiceLoad, isFixed } = problem;
  const groups = new Map<string, { resources: number[]; work: number }>();
  let head = Number.POSITIVE_INFINITY;
  let tail = Number.POSITIVE_INFINITY;
  for (let task = 0; task < problem.taskCount; task += 1) {
    // Fixed tasks may overload their people: they prove nothing.
    if (problem.project[task] !== project || isFixed[task] === 1) continue;
    for (let piece = firstPiece[task] ?? 0; piece < (firstPiece[task + 1] ?? 0); piece += 1) {
      const resources = new Set<number>();
      let work = Number.POSITIVE_INFINITY;
      const end = firstChoice[piece + 1] ?? 0;
      for (let choice = firstChoice[piece] ?? 0; choice < end; choice += 1) {
        resources.add(choiceResource[choice] ?? 0);
        work = Math.min(work, (choiceSteps[choice] ?? 0) * (choiceLoad[choice] ?? 0));
      }
      if (resources.size === 0) continue;
      head = Math.min(head, path.head[task] ?? 0);
      tail = Math.min(tail, path.tailInProject[task] ?? 0);
      const able = [...resources].sort((a, b) => a - b);
      const group = groups.get(able.join()) ?? { resources: able, work: 0 };
      group.work += work;
      groups.set(able.join(), group);
    }
  }
  return { groups: [...groups.values()], head, tail };
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
