import { mostItems } from "./checklists.schema";

/** A step of a task, to be ticked off. */
export type ChecklistItem = { readonly id: string; readonly text: string; readonly done: boolean };

export type ChecklistChange =
  | { readonly kind: "add"; readonly itemId: string; readonly text: string }
  /** `seen` is what the item said when the person began. */
  | { readonly kind: "reword"; readonly itemId: string; readonly seen: string; readonly text: string }
  | { readonly kind: "tick"; readonly itemId: string; readonly done: boolean }
  | { readonly kind: "move"; readonly itemId: string; readonly by: -1 | 1 }
  | { readonly kind: "remove"; readonly itemId: string };

export type ChecklistFault = "gone" | "reworded" | "too-many" | "known";

/** The list after a change, or why it can't be made. Others may have changed other items meanwhile. */
export function changedChecklist(
  items: readonly ChecklistItem[],
  change: ChecklistChange,
): { readonly items: readonly ChecklistItem[] } | { readonly fault: ChecklistFault } {
  const place = items.findIndex(({ id }) => id === change.itemId);
  const item = items[place];
  if (change.kind === "add") {
    if (item !== undefined) return { fault: "known" };
    if (items.length >= mostItems) return { fault: "too-many" };
    return { items: [...items, { id: change.itemId, text: change.text, done: false }] };
  }
  if (item === undefined) return { fault: "gone" };
  switch (change.kind) {
    case "reword":
      if (item.text !== change.seen && item.text !== change.text) return { fault: "reworded" };
      return { items: items.with(place, { ...item, text: change.text }) };
    case "tick":
      return { items: items.with(place, { ...item, done: change.done }) };
    case "move": {
      const to = Math.min(Math.max(place + change.by, 0), items.length - 1);
      return { items: items.toSpliced(place, 1).toSpliced(to, 0, item) };
    }
    case "remove":
      return { items: items.toSpliced(place, 1) };
  }
}

type Both = { readonly before: readonly ChecklistItem[]; readonly after: readonly ChecklistItem[] };

/** The list as it is `now` with what was changed from `before` to `after` changed back; null where somebody built on it. */
export function checklistBack(
  now: readonly ChecklistItem[],
  { before, after }: Both,
): readonly ChecklistItem[] | null {
  const isMove = sameIds(sorted(before), sorted(after)) && !sameIds(before, after);
  if (isMove) {
    if (!sameIds(now, after)) return null;
    return before.flatMap(({ id }) => find(now, id) ?? []);
  }
  let back = [...now];
  for (const left of after) {
    const was = find(before, left.id);
    if (was !== undefined && isSame(was, left)) continue;
    const place = back.findIndex(({ id }) => id === left.id);
    const there = back[place];
    if (there === undefined || !isSame(there, left)) return null;
    back = was === undefined ? back.toSpliced(place, 1) : back.with(place, was);
  }
  for (const [place, gone] of before.entries()) {
    if (find(after, gone.id) !== undefined) continue;
    if (find(back, gone.id) !== undefined) return null;
    // Behind the one it stood behind, or where that is gone, at its place.
    const behind = back.findIndex(({ id }) => id === before[place - 1]?.id);
    back = back.toSpliced(behind < 0 ? Math.min(place, back.length) : behind + 1, 0, gone);
  }
  return back.length > mostItems ? null : back;
}

function find(items: readonly ChecklistItem[], of: string): ChecklistItem | undefined {
  return items.find(({ id }) => id === of);
}

function isSame(one: ChecklistItem, other: ChecklistItem): boolean {
  return one.text === other.text && one.done === other.done;
}

function sorted(items: readonly ChecklistItem[]): readonly ChecklistItem[] {
  return items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function sameIds(one: readonly ChecklistItem[], other: readonly ChecklistItem[]): boolean {
  return one.length === other.length && one.every(({ id }, place) => id === other[place]?.id);
}
