import type { CompiledProblem } from "./compiled-problem";
import type { ScheduleDraft } from "./schedule-draft";

/**
 * Orders of the tasks that are not fixed, read off a schedule by counting sort. Ties stay in topological order, so that a task
 * of no length still comes after what it waits for.
 */
export class OrderReader {
  private readonly free: Int32Array;
  private count = new Int32Array(1024);

  constructor({ topologicalOrder, isFixed }: CompiledProblem) {
    this.free = topologicalOrder.filter((task) => isFixed[task] === 0);
  }

  byStart({ starts, makespan }: ScheduleDraft, order: Int32Array): void {
    const { free } = this;
    const count = this.placesBy(starts, makespan);
    for (let place = 0; place < free.length; place += 1) {
      const task = free[place] ?? 0;
      const key = starts[task] ?? 0;
      const to = count[key] ?? 0;
      order[to] = task;
      count[key] = to + 1;
    }
  }

  byFallingFinish({ finishes, makespan }: ScheduleDraft, order: Int32Array): void {
    const { free } = this;
    const count = this.placesBy(finishes, makespan);
    for (let place = 0; place < free.length; place += 1) {
      const task = free[place] ?? 0;
      const key = finishes[task] ?? 0;
      const to = count[key] ?? 0;
      order[free.length - 1 - to] = task;
      count[key] = to + 1;
    }
  }

  /** By key: the place of the first task with it. */
  private placesBy(keys: Int32Array, latest: number): Int32Array {
    const { free } = this;
    if (this.count.length < latest + 2) this.count = new Int32Array(2 * latest + 2);
    const { count } = this;
    count.fill(0, 0, latest + 2);
    for (let place = 0; place < free.length; place += 1) {
      const key = (keys[free[place] ?? 0] ?? 0) + 1;
      count[key] = (count[key] ?? 0) + 1;
    }
    for (let key = 1; key <= latest + 1; key += 1) count[key] = (count[key] ?? 0) + (count[key - 1] ?? 0);
    return count;
  }
}
