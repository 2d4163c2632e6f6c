import type { CompiledProblem } from "./compiled-problem";
import type { OpenWork } from "./open-work";

/** Resources seen as one that does the work of all: no schedule is quicker than that. */
export interface ResourcePool {
  readonly capacity: number;
  /** By group of the open work: 1 where nobody outside the pool can do it. */
  readonly holds: Uint8Array;
}

/** One pool per group, and one of everybody. */
export function resourcePools(problem: CompiledProblem, { groups }: OpenWork): ResourcePool[] {
  const everybody = [...new Set(groups.flat())];
  return [everybody, ...groups].map((resources) => {
    const isInside = new Uint8Array(problem.resourceCount);
    for (const resource of resources) isInside[resource] = 1;
    return {
      capacity: resources.reduce((sum, resource) => sum + (problem.capacity[resource] ?? 0), 0),
      holds: Uint8Array.from(groups, (group) => (group.every((one) => isInside[one] === 1) ? 1 : 0)),
    };
  });
}
