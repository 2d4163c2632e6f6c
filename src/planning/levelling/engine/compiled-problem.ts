import type { SchedulingProblem, SchedulingTask } from "./scheduling-problem";

/**
 * The problem as flat arrays. A list of lists is two arrays: the items of list i stand in `items` from `first[i]` to
 * `first[i + 1]`.
 */
export interface CompiledProblem {
  readonly taskCount: number;
  readonly pieceCount: number;
  readonly resourceCount: number;
  readonly project: Int32Array;
  readonly projectWeight: Float64Array;
  readonly minimumSteps: Int32Array;
  readonly release: Int32Array;
  readonly firstPredecessor: Int32Array;
  readonly predecessors: Int32Array;
  readonly firstSuccessor: Int32Array;
  readonly successors: Int32Array;
  readonly firstPiece: Int32Array;
  readonly firstChoice: Int32Array;
  readonly choiceResource: Int32Array;
  readonly choiceSteps: Int32Array;
  readonly choiceLoad: Int32Array;
  readonly capacity: Int32Array;
  /** By resource, in the order of time, no step in two of them. */
  readonly absences: SchedulingProblem["resources"][number]["absences"][];
  readonly startsTogether: Uint8Array;
  readonly isFixed: Uint8Array;
  readonly fixedStart: Int32Array;
  /** By piece; −1 where the task is not fixed. */
  readonly fixedChoice: Int32Array;
  readonly fixedTasks: Int32Array;
  /** Every task once, predecessors first. */
  readonly topologicalOrder: Int32Array;
  /** Steps after which every schedule of this engine is over. */
  readonly horizon: number;
}

/** The caller has checked the problem: no circle, every choice possible on its resource. */
export function compileProblem(problem: SchedulingProblem): CompiledProblem {
  const { tasks, resources } = problem;
  const pieces = tasks.flatMap((task) => task.pieces);
  const choices = pieces.flatMap((piece) => piece.choices);
  const predecessors = flatten(tasks.map((task) => task.predecessors));
  const successorLists: number[][] = tasks.map(() => []);
  tasks.forEach((task, place) => {
    for (const before of task.predecessors) successorLists[before]?.push(place);
  });
  const successors = flatten(successorLists);
  const firstChoice = firstOf(pieces.map((piece) => piece.choices.length));
  return {
    taskCount: tasks.length,
    pieceCount: pieces.length,
    resourceCount: resources.length,
    project: integers(tasks, (task) => task.project),
    projectWeight: Float64Array.from(problem.projectWeights),
    minimumSteps: integers(tasks, (task) => task.minimumSteps),
    release: integers(tasks, (task) => task.release),
    firstPredecessor: predecessors.first,
    predecessors: predecessors.items,
    firstSuccessor: successors.first,
    successors: successors.items,
    firstPiece: firstOf(tasks.map((task) => task.pieces.length)),
    firstChoice,
    choiceResource: integers(choices, (choice) => choice.resource),
    choiceSteps: integers(choices, (choice) => choice.steps),
    choiceLoad: integers(choices, (choice) => choice.load),
    capacity: integers(resources, (resource) => resource.capacity),
    absences: resources.map((resource) => withoutOverlap(resource.absences)),
    startsTogether: Uint8Array.from(tasks, (task) => (task.startsTogether ? 1 : 0)),
    isFixed: Uint8Array.from(tasks, (task) => (task.fixed ? 1 : 0)),
    fixedStart: integers(tasks, (task) => task.fixed?.start ?? 0),
    fixedChoice: Int32Array.from(
      tasks
        .flatMap((task) => task.pieces.map((piece, place) => ({ piece, chosen: task.fixed?.choices[place] })))
        .map(({ piece, chosen }, place) =>
          chosen === undefined || piece.choices.length === 0 ? -1 : (firstChoice[place] ?? 0) + chosen,
        ),
    ),
    fixedTasks: Int32Array.from(tasks.flatMap((task, place) => (task.fixed ? [place] : []))),
    topologicalOrder: topologicalOrder(tasks, successorLists),
    horizon: horizonOf(problem),
  };
}

/** A plain loop: `Int32Array.from` walks an iterator, which takes several times as long. */
function integers<Item>(items: readonly Item[], numberOf: (item: Item) => number): Int32Array {
  const values = new Int32Array(items.length);
  items.forEach((item, place) => {
    values[place] = numberOf(item);
  });
  return values;
}

function flatten(lists: readonly (readonly number[])[]): { first: Int32Array; items: Int32Array } {
  return { first: firstOf(lists.map((list) => list.length)), items: integers(lists.flat(), (item) => item) };
}

function firstOf(lengths: readonly number[]): Int32Array {
  const first = new Int32Array(lengths.length + 1);
  lengths.forEach((length, place) => {
    first[place + 1] = (first[place] ?? 0) + length;
  });
  return first;
}

function topologicalOrder(
  tasks: readonly SchedulingTask[],
  successorLists: readonly (readonly number[])[],
): Int32Array {
  const waitsFor = integers(tasks, (task) => task.predecessors.length);
  const order = tasks.flatMap((task, place) => (task.predecessors.length === 0 ? [place] : []));
  for (const place of order) {
    for (const after of successorLists[place] ?? []) {
      const left = (waitsFor[after] ?? 0) - 1;
      waitsFor[after] = left;
      if (left === 0) order.push(after);
    }
  }
  return Int32Array.from(order);
}

function withoutOverlap(absences: readonly { from: number; to: number }[]): { from: number; to: number }[] {
  let reached = Number.NEGATIVE_INFINITY;
  return absences
    .toSorted((a, b) => a.from - b.from)
    .flatMap(({ from, to }) => {
      const begin = Math.max(from, reached);
      reached = Math.max(reached, to);
      return to > begin ? [{ from: begin, to }] : [];
    });
}

/** One task after the other, each as slowly as it may be, after everything fixed and every absence. */
function horizonOf({ tasks, resources }: SchedulingProblem): number {
  let steps = 1;
  let begin = 0;
  for (const task of tasks) {
    // One person may have to do all pieces of a task, one after the other.
    const slowest = task.pieces.map((piece) =>
      piece.choices.reduce((most, one) => Math.max(most, one.steps), 0),
    );
    steps += task.minimumSteps + slowest.reduce((sum, one) => sum + one, 0);
    begin = Math.max(begin, task.release, task.fixed?.start ?? 0);
  }
  const away = resources.map(({ absences }) => absences.reduce((latest, { to }) => Math.max(latest, to), 0));
  return begin + steps + away.reduce((latest, to) => Math.max(latest, to), 0);
}
