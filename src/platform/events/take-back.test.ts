import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changedBack, openSteps, type Step } from "./take-back";

const seqs = (steps: readonly Step[]) => {
  const { undo, redo } = openSteps(steps);
  return { undo: undo.map(({ seq }) => seq), redo: redo.map(({ seq }) => seq) };
};

describe("what can be undone and redone", () => {
  test("is each deed, the latest last", () => {
    expect(seqs([{ seq: 1 }, { seq: 4 }])).toEqual({ undo: [1, 4], redo: [] });
  });

  test("an undone deed can be redone, and then undone again", () => {
    const undone = [{ seq: 1 }, { seq: 4 }, { seq: 5, undoes: 4 }];
    expect(seqs(undone)).toEqual({ undo: [1], redo: [5] });
    expect(seqs([...undone, { seq: 6, redoes: 5 }])).toEqual({ undo: [1, 6], redo: [] });
  });

  test("who does something new has nothing to redo", () => {
    expect(seqs([{ seq: 1 }, { seq: 2, undoes: 1 }, { seq: 3 }])).toEqual({ undo: [3], redo: [] });
  });

  test("a deed may be undone out of its turn", () => {
    expect(seqs([{ seq: 1 }, { seq: 2 }, { seq: 3, undoes: 1 }])).toEqual({ undo: [2], redo: [3] });
  });

  test("whatever is done, undoing all and redoing all comes to the same steps", () => {
    const choices = fc.array(fc.constantFrom("do", "undo", "redo"), { maxLength: 60 });
    fc.assert(
      fc.property(choices, (chosen) => {
        const steps: Step[] = [];
        for (const choice of chosen) {
          const seq = steps.length + 1;
          const { undo, redo } = openSteps(steps);
          const [last, undone] = [undo.at(-1), redo.at(-1)];
          if (choice === "do") steps.push({ seq });
          else if (choice === "undo" && last !== undefined) steps.push({ seq, undoes: last.seq });
          else if (choice === "redo" && undone !== undefined) steps.push({ seq, redoes: undone.seq });
        }
        const before = openSteps(steps);
        for (let open = openSteps(steps); open.undo.length > 0; open = openSteps(steps))
          steps.push({ seq: steps.length + 1, undoes: open.undo.at(-1)?.seq });
        for (let left = before.undo.length; left > 0; left -= 1)
          steps.push({ seq: steps.length + 1, redoes: openSteps(steps).redo.at(-1)?.seq });
        const after = openSteps(steps);
        expect([after.undo.length, after.redo.length]).toEqual([before.undo.length, before.redo.length]);
      }),
    );
  });
});

describe("a record changed back", () => {
  const before = { status: "planned", effort: null, person: null };

  test("keeps what others changed beside", () => {
    const now = { status: "started", effort: { mostLikely: 3 }, person: "Ben" };
    const deed = { before, after: { status: "started", effort: { mostLikely: 3 }, person: null } };
    expect(changedBack<Record<string, unknown>>(now, deed)).toEqual({ ...before, person: "Ben" });
  });

  test("is none where somebody changed the same again", () => {
    const now = { status: "done", effort: null, person: null };
    expect(changedBack(now, { before, after: { ...before, status: "started" } })).toBeNull();
  });

  test("does not mind what the log did not know, nor the order of fields", () => {
    const now = { status: "started", effort: null, person: null, machineHours: null };
    const deed = { before: { ...before, machineHours: null }, after: { ...before, status: "started" } };
    expect(changedBack(now, deed)).toEqual({ ...before, machineHours: null });
  });
});
