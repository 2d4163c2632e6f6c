import type { PhaseId } from "@/planning";
import type { TimelineRow } from "./timeline-rows";

export type TimelineAct =
  | { readonly act: "go"; readonly to: number }
  | { readonly act: "fold"; readonly phase: PhaseId }
  | { readonly act: "open"; readonly task: string }
  | { readonly act: "zoom"; readonly steps: number };

/** What a key does in a tree of rows: up and down, in and out of phases, nearer and further. Null when it is not ours. */
export function timelineAct(
  key: string,
  rows: readonly TimelineRow[],
  current: number,
  rowsOfPage: number,
): TimelineAct | null {
  const row = rows[current];
  if (row === undefined) return null;
  const go = (to: number): TimelineAct => ({
    act: "go",
    to: Math.min(Math.max(to, 0), rows.length - 1),
  });
  switch (key) {
    case "ArrowDown":
      return go(current + 1);
    case "ArrowUp":
      return go(current - 1);
    case "PageDown":
      return go(current + rowsOfPage);
    case "PageUp":
      return go(current - rowsOfPage);
    case "Home":
      return go(0);
    case "End":
      return go(rows.length - 1);
    case "ArrowLeft":
      if (row.kind === "task") return go(rows.findLastIndex((r, at) => at < current && r.kind === "phase"));
      return row.isOpen ? { act: "fold", phase: row.phase } : null;
    case "ArrowRight":
      if (row.kind === "task") return null;
      return row.isOpen ? go(current + 1) : { act: "fold", phase: row.phase };
    case "Enter":
      return row.kind === "task" ? { act: "open", task: row.id } : { act: "fold", phase: row.phase };
    case "+":
    case "=":
      return { act: "zoom", steps: -1 };
    case "-":
      return { act: "zoom", steps: 1 };
    default:
      return null;
  }
}
