import { v5 as uuidv5 } from "uuid";
import { type ChecklistItem, checklistText, mostItems } from "@/features/plans/checklists.schema";
import type { CellReading } from "./cell-rules";

/** A checklist as lines: `[x] done`, `[ ] not yet`. */
export function tellChecklist(items: readonly Pick<ChecklistItem, "text" | "done">[]): string {
  return items.map(({ text, done }) => `[${done ? "x" : " "}] ${text}`).join("\n");
}

/**
 * The items that lines tell of. One that is there already is known by its words; the id of a new one follows from where it stands, so
 * that whoever reads the same lines finds the same items.
 */
export function readChecklist(
  cell: string,
  before: readonly ChecklistItem[],
  of: { readonly projectId: string; readonly taskKey: string },
): CellReading<ChecklistItem[]> {
  const lines = cell.split(/\r?\n/).filter((line) => line.trim() !== "");
  if (lines.length > mostItems) return { fault: `Checklist: please keep to ${mostItems} items per task.` };
  const left = [...before];
  const used = new Set(before.map(({ id }) => id));
  const items: ChecklistItem[] = [];
  for (const [place, line] of lines.entries()) {
    const [, mark = " ", words = line] = /^\s*\[([ xX])\] ?(.*)$/.exec(line) ?? [];
    const parsed = checklistText.safeParse(words);
    if (!parsed.success)
      return { fault: `Checklist: ${parsed.error.issues[0]?.message} (item ${place + 1})` };
    const known = left.findIndex(({ text }) => text === parsed.data);
    const [same] = known < 0 ? [] : left.splice(known, 1);
    const id = same?.id ?? unused(`${of.taskKey} ${place} ${parsed.data}`, of.projectId, used);
    used.add(id);
    items.push({ id, text: parsed.data, done: mark !== " " });
  }
  return { value: items };
}

function unused(name: string, projectId: string, used: ReadonlySet<string>): string {
  const id = uuidv5(name, projectId);
  return used.has(id) ? unused(`${name}+`, projectId, used) : id;
}
