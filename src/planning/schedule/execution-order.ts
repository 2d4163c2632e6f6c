import { findDependencyCircle } from "../decisions/dependency-circle";
import type { PlannedTask } from "../planned-task";
import { PlanningError } from "../planning-error";

export interface ExecutionOrder {
  readonly order: readonly PlannedTask[];
  readonly loopFrom: number;
  readonly loopTo: number;
}

/**
 * Every task after those it waits for, and the loop's unfinished tasks side by side, so that passes can be repeated as
 * a block: first what does not depend on the loop, then the loop, then what comes after it.
 */
export function executionOrder(tasks: readonly PlannedTask[]): ExecutionOrder {
  refuseCircles(tasks);
  const loop = new Set(tasks.filter(isRepeated).map((task) => task.key));
  const afterLoop = new Map<string, boolean>();
  const dependsOnLoop = (task: PlannedTask): boolean => {
    const known = afterLoop.get(task.key);
    if (known !== undefined) return known;
    const depends = task.after.some((key) => {
      const before = byKey.get(key);
      return loop.has(key) || (before !== undefined && dependsOnLoop(before));
    });
    afterLoop.set(task.key, depends);
    return depends;
  };
  const byKey = new Map(tasks.map((task) => [task.key, task]));
  const before = tasks.filter((task) => !loop.has(task.key) && !dependsOnLoop(task));
  const within = tasks.filter((task) => loop.has(task.key));
  const after = tasks.filter((task) => !loop.has(task.key) && dependsOnLoop(task));
  return {
    order: [...inOrder(before), ...inOrder(within), ...inOrder(after)],
    loopFrom: before.length,
    loopTo: before.length + within.length,
  };
}

/** A loop task that is done is done for good: the loop repeats the others. */
function isRepeated(task: PlannedTask): boolean {
  return task.inLoop && (task.status === "planned" || task.status === "started");
}

function inOrder(tasks: readonly PlannedTask[]): PlannedTask[] {
  const own = new Map(tasks.map((task) => [task.key, task]));
  const ordered = new Set<PlannedTask>();
  const visit = (task: PlannedTask) => {
    if (ordered.has(task)) return;
    for (const key of task.after) {
      const before = own.get(key);
      if (before) visit(before);
    }
    ordered.add(task);
  };
  tasks.forEach(visit);
  return [...ordered];
}

function refuseCircles(tasks: readonly PlannedTask[]): void {
  const circle = findDependencyCircle(
    tasks.flatMap((task) => task.after.map((to) => ({ from: task.key, to }))),
  );
  if (circle)
    throw new PlanningError("circular", "tasks", `These tasks wait for each other: ${circle.join(", ")}.`);
}
