import type { CompiledProblem } from "./compiled-problem";
import type { Individual } from "./recombination";
import { copyDraft, newDraft, type ScheduleDraft } from "./schedule-draft";
import type { SerialScheduler } from "./serial-scheduler";
import { OrderReader } from "./task-order";

/**
 * Double justification (Valls, Ballestín & Quintanilla 2005): everything to the right, then everything to the left again.
 * With given resources the result is never worse; since pieces may change hands here a worse one is thrown away.
 */
export class DoubleJustification {
  private readonly reader: OrderReader;
  private readonly order: Int32Array;
  private readonly late: ScheduleDraft;
  private readonly again: ScheduleDraft;

  constructor(
    problem: CompiledProblem,
    private readonly scheduler: SerialScheduler,
  ) {
    this.reader = new OrderReader(problem);
    this.order = new Int32Array(problem.taskCount - problem.fixedTasks.length);
    this.late = newDraft(problem);
    this.again = newDraft(problem);
  }

  /** Improves the draft if it can, and makes the individual's order that of its starts. */
  apply({ order, draft }: Individual): void {
    this.reader.byFallingFinish(draft, this.order);
    if (this.scheduler.backward(this.order, draft, this.late)) {
      this.reader.byStart(this.late, this.order);
      this.scheduler.forward(this.order, null, this.again);
      if (this.again.cost <= draft.cost) copyDraft(this.again, draft);
    }
    this.reader.byStart(draft, order);
  }
}
