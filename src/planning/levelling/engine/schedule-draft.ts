import type { CompiledProblem } from "./compiled-problem";

/** A schedule in the writing: by task its start and finish, by piece (in the order of tasks) the chosen choice. */
export interface ScheduleDraft {
  readonly starts: Int32Array;
  readonly finishes: Int32Array;
  /** Places in the compiled problem's list of all choices; −1 for a piece that nobody can serve. */
  readonly choices: Int32Array;
  readonly pieceStarts: Int32Array;
  /** Sum over projects of weight × finish. */
  cost: number;
  makespan: number;
}

export function newDraft({ taskCount, pieceCount }: CompiledProblem): ScheduleDraft {
  return {
    starts: new Int32Array(taskCount),
    finishes: new Int32Array(taskCount),
    choices: new Int32Array(pieceCount),
    pieceStarts: new Int32Array(pieceCount),
    cost: Number.POSITIVE_INFINITY,
    makespan: 0,
  };
}

export function copyDraft(from: ScheduleDraft, to: ScheduleDraft): void {
  to.starts.set(from.starts);
  to.finishes.set(from.finishes);
  to.choices.set(from.choices);
  to.pieceStarts.set(from.pieceStarts);
  to.cost = from.cost;
  to.makespan = from.makespan;
}
