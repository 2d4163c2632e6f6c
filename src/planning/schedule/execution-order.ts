import { findDependencyCircle } from "../decisions/dependency-circle";
import { PlanningError } from "../planning-error";
import type { NetworkTask } from "./network";

export interface ExecutionOrder {
  readonly order: readonly NetworkTask[];
  /** Where a task stands in it, by id. */
  readonly positions: ReadonlyMap<string, number>;
  /** The loop's tasks stand together: [loopFrom, loopTo). */
  readonly loopFrom: number;
  readonly loopTo: number;
}

/**
 * Every task after those it waits for, and the loop's unfinished tasks side by side, so that passes can be repeated as
 * a block: first what does not depend on the loop, then the loop, then what comes after it. Work that has begun waits for
 * nothing any more, except in later passes of the loop. A task that stands between two of the loop is repeated with it.
 */
export function executionOrder(tasks: readonly NetworkTask[]): ExecutionOrder {
  const listed = positionsOf(tasks);
  if (isInOrder(tasks, listed) && !tasks.some(({ inLoop }) => inLoop))
    return { order: tasks, positions: listed, loopFrom: tasks.length, loopTo: tasks.length };
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const own = new Set(tasks.filter((task) => task.inLoop && task.work.kind !== "done"));
  const waitedFor = new Map(
    tasks.map((task): [NetworkTask, readonly NetworkTask[]] => {
      if (task.work.kind === "done") return [task, []];
      const before = task.links.flatMap(({ after }) => byId.get(after) ?? []);
      return [
        task,
        task.work.kind === "planned" ? before : before.filter((other) => own.has(task) && own.has(other)),
      ];
    }),
  );
  const waitsFor = (task: NetworkTask) => waitedFor.get(task) ?? [];
  const ordered = inOrder(tasks, waitsFor);
  const afterLoop = new Set<NetworkTask>();
  for (const task of ordered)
    if (own.has(task) || waitsFor(task).some((before) => afterLoop.has(before))) afterLoop.add(task);
  const beforeLoop = new Set<NetworkTask>();
  for (const task of ordered.toReversed()) {
    if (!own.has(task) && !beforeLoop.has(task)) continue;
    for (const before of waitsFor(task)) beforeLoop.add(before);
  }
  const loop = new Set(
    ordered.filter((task) => own.has(task) || (afterLoop.has(task) && beforeLoop.has(task))),
  );
  const before = ordered.filter((task) => !loop.has(task) && !afterLoop.has(task));
  const within = ordered.filter((task) => loop.has(task));
  const after = ordered.filter((task) => !loop.has(task) && afterLoop.has(task));
  const order = [...before, ...within, ...after];
  return {
    order,
    positions: positionsOf(order),
    loopFrom: before.length,
    loopTo: before.length + within.length,
  };
}

function positionsOf(tasks: readonly NetworkTask[]): Map<string, number> {
  const positions = new Map<string, number>();
  for (let position = 0; position < tasks.length; position += 1)
    positions.set(tasks[position]?.id ?? "", position);
  return positions;
}

/** Whether every task is listed after those that it names, as most lists are: no search and no circle then. */
function isInOrder(tasks: readonly NetworkTask[], positions: ReadonlyMap<string, number>): boolean {
  return tasks.every(({ links }, position) =>
    links.every(({ after }) => (positions.get(after) ?? -1) < position),
  );
}

/** Depth first without recursion: a long chain must not exhaust the stack. */
function inOrder(
  tasks: readonly NetworkTask[],
  waitsFor: (task: NetworkTask) => readonly NetworkTask[],
): NetworkTask[] {
  refuseCircles(tasks);
  const ordered = new Set<NetworkTask>();
  for (const task of tasks) {
    const path = [task];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const missing = ordered.has(top) ? undefined : waitsFor(top).find((before) => !ordered.has(before));
      if (missing) path.push(missing);
      else {
        ordered.add(top);
        path.pop();
      }
    }
  }
  return [...ordered];
}

function refuseCircles(tasks: readonly NetworkTask[]): void {
  const circle = findDependencyCircle(
    tasks.flatMap((task) => task.links.map(({ after }) => ({ from: task.id, to: after }))),
  );
  if (circle)
    throw new PlanningError(
      "circular",
      "tasks",
      `These tasks wait for each other in a circle: ${[...circle, circle[0]].join(" → ")}.`,
    );
}
