import { type IsoDate, sumOfHours } from "@/planning";
import { formatDate } from "@/ui/format";
import { parseHours } from "../hours-rules";
import type { TimeRow } from "../queries";
import { type HoursEdit, keyOf } from "./use-hours";

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** "Mon 23 Nov" */
export function tellDay(day: IsoDate, column: number): string {
  return `${weekdays[column] ?? ""} ${formatDate(day, { withYear: false })}`;
}

/** A row's hours per day as the person has them: what is half typed counts as what is on record. */
export function shownHours(
  row: TimeRow,
  days: readonly string[],
  edits: ReadonlyMap<string, HoursEdit>,
): number[] {
  return days.map((day, column) => {
    const onRecord = row.cells[column]?.hours ?? 0;
    const edit = edits.get(keyOf({ projectId: row.projectId, taskKey: row.taskKey, day }));
    if (edit === undefined) return onRecord;
    const typed = parseHours(edit.text);
    return "fault" in typed ? onRecord : (typed.hours ?? 0);
  });
}

/** Per day over all rows, and of the whole week. */
export function totalsOf(rows: readonly (readonly number[])[]) {
  const perDay = weekdays.map((_, column) => sumOfHours(rows.map((hours) => hours[column] ?? 0)));
  return { perDay, week: sumOfHours(perDay) };
}
