import type { CompiledProblem } from "./compiled-problem";
import type { RandomSource } from "./random-source";
import type { ScheduleDraft } from "./schedule-draft";

/** One way to do the work: an order of the tasks that are not fixed, and what serial generation makes of it. */
export interface Individual {
  readonly order: Int32Array;
  readonly draft: ScheduleDraft;
}

/** The share of neighbours in an order that change places. */
const mutationRate = 0.05;
/** The share of pieces that stay with the resource their parent gave them; the rule chooses the others anew. */
const keptChoices = 0.95;

/** Makes children of two parents: new orders that still respect every predecessor, and who should do what. */
export class Recombination {
  /** By task: 0 not yet in the child, else which parent brought it. */
  private readonly from: Uint8Array;
  private readonly wanted: Int32Array;
  private readonly hasChoices: boolean;

  constructor(
    private readonly problem: CompiledProblem,
    private readonly random: RandomSource,
  ) {
    this.from = new Uint8Array(problem.taskCount);
    this.wanted = new Int32Array(problem.pieceCount);
    this.hasChoices = problem.choiceResource.length > problem.pieceCount;
  }

  /** Two-point crossover of Hartmann (1998): the middle comes in the father's order, both ends in the mother's. */
  crossOrders(mother: Int32Array, father: Int32Array, child: Int32Array): void {
    const { from } = this;
    const one = this.random.below(child.length + 1);
    const other = this.random.below(child.length + 1);
    from.fill(0);
    const begin = this.append(mother, 1, child, 0, Math.min(one, other));
    const middle = this.append(father, 2, child, begin, Math.max(one, other));
    this.append(mother, 1, child, middle, child.length);
  }

  /** Neighbours that do not wait for each other change places now and then. */
  mutate(order: Int32Array): void {
    for (let place = 0; place + 1 < order.length; place += 1) {
      if (this.random.next() >= mutationRate) continue;
      const task = order[place] ?? 0;
      const next = order[place + 1] ?? 0;
      if (this.precedes(task, next)) continue;
      order[place] = next;
      order[place + 1] = task;
    }
  }

  /** After `crossOrders`: by piece the choice of the parent who brought the task, or −1; null when there is no choice. */
  inheritChoices(mother: ScheduleDraft, father: ScheduleDraft): Int32Array | null {
    if (!this.hasChoices) return null;
    const { firstPiece, taskCount } = this.problem;
    for (let task = 0; task < taskCount; task += 1) {
      const { choices } = this.from[task] === 2 ? father : mother;
      const end = firstPiece[task + 1] ?? 0;
      for (let piece = firstPiece[task] ?? 0; piece < end; piece += 1)
        this.wanted[piece] = this.random.next() < keptChoices ? (choices[piece] ?? -1) : -1;
    }
    return this.wanted;
  }

  private append(parent: Int32Array, name: 1 | 2, child: Int32Array, begin: number, end: number): number {
    let to = begin;
    for (let place = 0; to < end; place += 1) {
      const task = parent[place] ?? 0;
      if (this.from[task] !== 0) continue;
      this.from[task] = name;
      child[to] = task;
      to += 1;
    }
    return to;
  }

  private precedes(task: number, next: number): boolean {
    const { firstSuccessor, successors } = this.problem;
    const end = firstSuccessor[task + 1] ?? 0;
    for (let place = firstSuccessor[task] ?? 0; place < end; place += 1)
      if (successors[place] === next) return true;
    return false;
  }
}
