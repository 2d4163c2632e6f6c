import type { CompiledProblem } from "./compiled-problem";

/**
 * The tasks that are not fixed, predecessors first, and of those whose predecessors are all in the order the one with the
 * smallest value next (ties: the first in the list of tasks). A binary heap holds who may come next.
 */
export function orderByPriority(problem: CompiledProblem, value: Float64Array): Int32Array {
  const { taskCount, firstPredecessor, predecessors, firstSuccessor, successors, isFixed } = problem;
  const order = new Int32Array(taskCount - problem.fixedTasks.length);
  const waitsFor = new Int32Array(taskCount);
  const heap = new TaskHeap(taskCount, value);
  for (let task = 0; task < taskCount; task += 1) {
    for (let place = firstPredecessor[task] ?? 0; place < (firstPredecessor[task + 1] ?? 0); place += 1)
      if (isFixed[predecessors[place] ?? 0] === 0) waitsFor[task] = (waitsFor[task] ?? 0) + 1;
    if (isFixed[task] === 0 && waitsFor[task] === 0) heap.push(task);
  }
  for (let place = 0; place < order.length; place += 1) {
    const task = heap.pop();
    order[place] = task;
    for (let edge = firstSuccessor[task] ?? 0; edge < (firstSuccessor[task + 1] ?? 0); edge += 1) {
      const after = successors[edge] ?? 0;
      const left = (waitsFor[after] ?? 0) - 1;
      waitsFor[after] = left;
      if (left === 0 && isFixed[after] === 0) heap.push(after);
    }
  }
  return order;
}

class TaskHeap {
  private readonly items: Int32Array;
  private size = 0;

  constructor(
    taskCount: number,
    private readonly value: Float64Array,
  ) {
    this.items = new Int32Array(taskCount);
  }

  push(task: number): void {
    let place = this.size;
    this.size += 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = this.items[above] ?? 0;
      if (!this.isBefore(task, parent)) break;
      this.items[place] = parent;
      place = above;
    }
    this.items[place] = task;
  }

  pop(): number {
    const top = this.items[0] ?? 0;
    this.size -= 1;
    const moved = this.items[this.size] ?? 0;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= this.size) break;
      if (below + 1 < this.size && this.isBefore(this.items[below + 1] ?? 0, this.items[below] ?? 0))
        below += 1;
      const child = this.items[below] ?? 0;
      if (!this.isBefore(child, moved)) break;
      this.items[place] = child;
      place = below;
    }
    this.items[place] = moved;
    return top;
  }

  private isBefore(a: number, b: number): boolean {
    const difference = (this.value[a] ?? 0) - (this.value[b] ?? 0);
    return difference < 0 || (difference === 0 && a < b);
  }
}
