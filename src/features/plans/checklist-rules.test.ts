import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChecklistChange, type ChecklistItem, changedChecklist, checklistBack } from "./checklist-rules";
import { mostItems } from "./checklists.schema";

const item = (id: string, done = false): ChecklistItem => ({ id, text: id, done });
const list = [item("a"), item("b"), item("c")];
const outcomeOf = (change: ChecklistChange, items: readonly ChecklistItem[] = list) => {
  const changed = changedChecklist(items, change);
  return "items" in changed ? changed.items : changed.fault;
};

describe("a checklist", () => {
  it("gets items at its end, up to so many", () => {
    expect(outcomeOf({ kind: "add", itemId: "d", text: "d" })).toEqual([...list, item("d")]);
    const full = Array.from({ length: mostItems }, (_, place) => item(String(place)));
    expect(outcomeOf({ kind: "add", itemId: "d", text: "d" }, full)).toBe("too-many");
    expect(outcomeOf({ kind: "add", itemId: "a", text: "d" })).toBe("known");
  });

  it("changes one item and leaves the others", () => {
    expect(outcomeOf({ kind: "tick", itemId: "b", done: true })).toEqual([
      item("a"),
      item("b", true),
      item("c"),
    ]);
    expect(outcomeOf({ kind: "move", itemId: "c", by: -1 })).toEqual([item("a"), item("c"), item("b")]);
    expect(outcomeOf({ kind: "move", itemId: "c", by: 1 })).toEqual(list);
    expect(outcomeOf({ kind: "remove", itemId: "a" })).toEqual([item("b"), item("c")]);
    expect(outcomeOf({ kind: "tick", itemId: "x", done: true })).toBe("gone");
  });

  it("keeps another's words from being written over unseen", () => {
    expect(outcomeOf({ kind: "reword", itemId: "a", seen: "a", text: "A" })).toEqual([
      { ...item("a"), text: "A" },
      item("b"),
      item("c"),
    ]);
    expect(outcomeOf({ kind: "reword", itemId: "a", seen: "old", text: "A" })).toBe("reworded");
  });
});

const id = fc.constantFrom("a", "b", "c", "d");
const change: fc.Arbitrary<ChecklistChange> = fc.oneof(
  fc.record({ kind: fc.constant("add" as const), itemId: id, text: fc.constantFrom("x", "y") }),
  fc.record({ kind: fc.constant("tick" as const), itemId: id, done: fc.boolean() }),
  fc.record({ kind: fc.constant("move" as const), itemId: id, by: fc.constantFrom(-1 as const, 1 as const) }),
  fc.record({ kind: fc.constant("remove" as const), itemId: id }),
);

describe("taking a change back", () => {
  it("gives the list as it was before, whatever the change", () => {
    fc.assert(
      fc.property(change, (one) => {
        const changed = outcomeOf(one);
        if (typeof changed === "string") return;
        expect(checklistBack(changed, { before: list, after: changed })).toEqual(list);
      }),
    );
  });

  it("leaves what others did beside it, and is refused where they changed the same item", () => {
    const ticked = [item("a", true), item("b"), item("c")];
    expect(checklistBack([item("a", true), item("c")], { before: list, after: ticked })).toEqual([
      item("a"),
      item("c"),
    ]);
    expect(checklistBack([item("b"), item("c")], { before: list, after: ticked })).toBeNull();
    const removed = [item("b"), item("c")];
    expect(checklistBack([item("c"), item("d")], { before: list, after: removed })).toEqual([
      item("a"),
      item("c"),
      item("d"),
    ]);
  });
});
