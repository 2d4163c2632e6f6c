import type { CompiledProblem } from "./compiled-problem";
import type { ScheduleDraft } from "./schedule-draft";
import { TaskPlacer } from "./task-placer";

/**
 * Serial schedule generation (Kelley 1963; Kolisch 1996): tasks one after the other in the given order, each as early as
 * its predecessors, its release and free capacity allow; or, backwards, as late as its successors allow.
 */
export class SerialScheduler {
  private readonly placer: TaskPlacer;
  private readonly projectFinish: Int32Array;
  /** How many schedules were made: the measure of work that does not depend on the machine. */
  schedules = 0;

  constructor(private readonly problem: CompiledProblem) {
    this.placer = new TaskPlacer(problem);
    this.projectFinish = new Int32Array(problem.projectWeight.length);
  }

  /** `order`: every task that is not fixed, predecessors first. `wanted`: see TaskPlacer.placeEarly. */
  forward(order: Int32Array, wanted: Int32Array | null, draft: ScheduleDraft): void {
    this.placeFixed(draft);
    for (let place = 0; place < order.length; place += 1) {
      const task = order[place] ?? 0;
      this.placer.placeEarly(task, this.readyAt(task, draft), wanted, draft);
    }
    this.measure(draft);
  }

  /**
   * Moves every task to the right while its project's finish stays. `order`: by falling finish of `from`, successors first.
   * False when a task finds no place, which happens only when pieces change their resource.
   */
  backward(order: Int32Array, from: ScheduleDraft, draft: ScheduleDraft): boolean {
    this.findProjectFinishes(from);
    this.placeFixed(draft);
    for (let place = 0; place < order.length; place += 1) {
      const task = order[place] ?? 0;
      const release = this.problem.release[task] ?? 0;
      const finishBy = this.mustFinishBy(task, from, draft);
      if (!this.placer.placeLate(task, release, finishBy, draft)) return false;
    }
    this.measure(draft);
    return true;
  }

  private placeFixed(draft: ScheduleDraft): void {
    const { fixedTasks } = this.problem;
    this.placer.clear();
    for (let place = 0; place < fixedTasks.length; place += 1)
      this.placer.placeFixed(fixedTasks[place] ?? 0, draft);
  }

  private readyAt(task: number, draft: ScheduleDraft): number {
    const { release, firstPredecessor, predecessors } = this.problem;
    let ready = release[task] ?? 0;
    const end = firstPredecessor[task + 1] ?? 0;
    for (let place = firstPredecessor[task] ?? 0; place < end; place += 1) {
      const finish = draft.finishes[predecessors[place] ?? 0] ?? 0;
      if (finish > ready) ready = finish;
    }
    return ready;
  }

  /** A fixed successor that begins too early already does not pull the task further to the left. */
  private mustFinishBy(task: number, from: ScheduleDraft, draft: ScheduleDraft): number {
    const { project, firstSuccessor, successors, isFixed } = this.problem;
    const finish = from.finishes[task] ?? 0;
    let finishBy = this.projectFinish[project[task] ?? 0] ?? 0;
    const end = firstSuccessor[task + 1] ?? 0;
    for (let place = firstSuccessor[task] ?? 0; place < end; place += 1) {
      const after = successors[place] ?? 0;
      const start = draft.starts[after] ?? 0;
      if (start < finishBy && (isFixed[after] === 0 || start >= finish)) finishBy = start;
    }
    return finishBy;
  }

  private measure(draft: ScheduleDraft): void {
    const { projectWeight } = this.problem;
    this.findProjectFinishes(draft);
    this.schedules += 1;
    draft.cost = 0;
    draft.makespan = 0;
    for (let project = 0; project < projectWeight.length; project += 1) {
      const finish = this.projectFinish[project] ?? 0;
      draft.cost += finish * (projectWeight[project] ?? 0);
      if (finish > draft.makespan) draft.makespan = finish;
    }
  }

  private findProjectFinishes({ finishes }: ScheduleDraft): void {
    const { project, taskCount } = this.problem;
    const { projectFinish } = this;
    projectFinish.fill(0);
    for (let task = 0; task < taskCount; task += 1) {
      const finish = finishes[task] ?? 0;
      const of = project[task] ?? 0;
      if (finish > (projectFinish[of] ?? 0)) projectFinish[of] = finish;
    }
  }
}
