import type { CompiledPlan } from "./compile";
import type { RunWalk } from "./run";
import type { RunResults } from "./run-results";

/**
 * Walks back from the last finish over the tasks that were waited for, and counts each once. Through a repeated loop it
 * goes twice, by the last pass and by the first: the passes between have the same tasks.
 */
export function markCriticalPath(plan: CompiledPlan, walk: RunWalk, results: RunResults): void {
  const marked = new Set<number>();
  let position = lastToFinish(plan, walk);
  let inLastPass = walk.repeated;
  while (position >= 0) {
    marked.add(plan.tasks[position]?.place ?? 0);
    const inLoop = position >= plan.loopFrom && position < plan.loopTo;
    if (inLoop && inLastPass) {
      position = walk.waitedForInLastPass[position] ?? -1;
      if (position < 0) {
        inLastPass = false;
        position = walk.firstPassEnd;
      }
    } else position = walk.waitedFor[position] ?? -1;
  }
  for (const place of marked) results.critical[place] = (results.critical[place] ?? 0) + 1;
}

function lastToFinish(plan: CompiledPlan, walk: RunWalk): number {
  let last = -1;
  let latest = -Infinity;
  for (let position = 0; position < plan.tasks.length; position += 1) {
    const finish = walk.finish[position] ?? 0;
    if (finish > latest) {
      latest = finish;
      last = position;
    }
  }
  return last;
}
