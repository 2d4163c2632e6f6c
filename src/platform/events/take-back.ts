import { isDeepStrictEqual } from "node:util";

/** What a member did to a plan, or took back, as the log has it. */
export type Step = {
  readonly seq: number;
  /** The deed that this took back. */
  readonly undoes?: number | undefined;
  /** The undoing that this took back. */
  readonly redoes?: number | undefined;
};

/**
 * What one member may undo and redo, each with the latest last, from what they did, oldest first. Whoever does something new has nothing
 * to redo any more. Steps whose deed is older than the first that is given are left out.
 */
export function openSteps<One extends Step>(steps: readonly One[]): { undo: One[]; redo: One[] } {
  let undo: One[] = [];
  let redo: One[] = [];
  for (const step of steps) {
    if (step.undoes !== undefined) {
      undo = undo.filter(({ seq }) => seq !== step.undoes);
      redo.push(step);
    } else if (step.redoes !== undefined) {
      redo = redo.filter(({ seq }) => seq !== step.redoes);
      undo.push(step);
    } else {
      undo.push(step);
      redo = [];
    }
  }
  return { undo, redo };
}

/**
 * A record with what was changed from `before` to `after` changed back, and everything else as it is `now`; null where what was changed
 * is not as it was left.
 */
export function changedBack<Fields extends object>(
  now: Fields,
  { before, after }: { readonly before: Fields; readonly after: Partial<Fields> },
): Fields | null {
  const back = { ...now };
  for (const field in after) {
    if (same(before[field], after[field])) continue;
    if (!same(now[field], after[field])) return null;
    back[field] = before[field];
  }
  return back;
}

/** Older entries of the log leave out what was not known then. */
export function same(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(one ?? null, other ?? null);
}
