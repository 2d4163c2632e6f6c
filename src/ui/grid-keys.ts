import type { KeyboardEvent } from "react";

/** Marks a cell that the arrow keys reach: its place in the grid. */
export const cellPlace = (row: number, column: number) => ({ "data-cell": `${row}:${column}` });

/**
 * Arrow keys between the cells of a table, Home and End within a row, Enter to the next cell; with `enter` false Enter is the cell's
 * own. Answers whether the key was used.
 */
export function moveInGrid(
  event: KeyboardEvent<HTMLElement>,
  size: { readonly rows: number; readonly columns: number },
  { enter }: { readonly enter: boolean },
): boolean {
  if (!(event.target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return false;
  const [row, column] = (event.target.dataset.cell ?? "").split(":").map(Number);
  if (row === undefined || column === undefined) return false;
  const next = nextPlace(event.key, row, column, size, enter);
  if (next === null) return false;
  event.preventDefault();
  const cell = event.currentTarget.querySelector<HTMLElement>(`[data-cell="${next[0]}:${next[1]}"]`);
  cell?.focus();
  if (cell instanceof HTMLInputElement) cell.select();
  return true;
}

function nextPlace(
  key: string,
  row: number,
  column: number,
  { rows, columns }: { readonly rows: number; readonly columns: number },
  enter: boolean,
): readonly [number, number] | null {
  const last = { row: rows - 1, column: columns - 1 };
  if (key === "ArrowUp") return [Math.max(0, row - 1), column];
  if (key === "ArrowDown") return [Math.min(last.row, row + 1), column];
  if (key === "ArrowLeft") return [row, Math.max(0, column - 1)];
  if (key === "ArrowRight") return [row, Math.min(last.column, column + 1)];
  if (key === "Home") return [row, 0];
  if (key === "End") return [row, last.column];
  if (key !== "Enter" || !enter) return null;
  if (column < last.column) return [row, column + 1];
  return row < last.row ? [row + 1, 0] : [row, column];
}
