"use client";

import clsx from "clsx";
import { Play, X } from "lucide-react";
import { type ReactNode, useCallback, useRef, useState } from "react";
import { hoursPerPersonDay, personDaysOf, sumOfHours } from "@/planning";
import { Badge } from "@/ui/badge";
import { formatPersonDays, formatWorkedHours } from "@/ui/format";
import { moveInGrid } from "@/ui/grid-keys";
import { IconButton } from "@/ui/icon-button";
import { Link } from "@/ui/link";
import { Table, Td, Th } from "@/ui/table";
import type { TimeRow, TimeWeek } from "../queries";
import { EntryNote } from "./entry-note";
import { HoursCell } from "./hours-cell";
import { type HoursEdits, keyOf } from "./use-hours";
import { shownHours, tellDay, totalsOf } from "./week-days";

/** The tasks of a week, Monday to Sunday: arrows and Enter go from day to day, hours are typed where they stand. */
export function WeekGrid({
  workspace,
  week,
  rows,
  today,
  edits,
  timed,
  onStart,
  onDiscard,
}: {
  workspace: string;
  week: TimeWeek;
  /** Those of the week, and tasks just added to the sheet. */
  rows: readonly TimeRow[];
  /** Where the person is; null before that is known. */
  today: string | null;
  edits: HoursEdits;
  /** What the person's timer runs on, if it runs. */
  timed: { readonly projectKey: string; readonly taskKey: string } | null;
  /** Starts the timer; null on a sheet of somebody else, and while it runs. */
  onStart: ((row: TimeRow) => void) | null;
  /** Ends the timer and books nothing. */
  onDiscard: () => void;
}) {
  const [active, setActive] = useState({ row: 0, column: 0 });
  const reach = useCallback((row: number, column: number) => setActive({ row, column }), []);
  const grid = useRef<HTMLDivElement>(null);
  const { days } = week;
  const hours = rows.map((row) => shownHours(row, days, edits.edits));
  const totals = totalsOf(hours);
  const reached = { row: Math.min(active.row, rows.length - 1), column: active.column };
  const at = rows[reached.row];
  const day = days[reached.column];
  return (
    <div className="grid min-w-0 grid-cols-1 gap-3">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of the cells come up to here */}
      <div
        ref={grid}
        className="min-w-0 rounded-lg border border-line bg-surface"
        onKeyDown={(event) => void moveInGrid(event, { rows: rows.length, columns: 7 }, { enter: true })}
      >
        <Table label={`Hours of ${week.member.name}`} stacked>
          <thead>
            <tr>
              <Th className="sticky left-0 z-10 bg-surface">Task</Th>
              {days.map((on, column) => (
                <Th key={on} numeric className={clsx(column > 4 && "bg-sunk/60")}>
                  {on === today ? (
                    <b className="font-semibold text-ink">{tellDay(on, column)}</b>
                  ) : (
                    tellDay(on, column)
                  )}
                </Th>
              ))}
              <Th numeric>Total</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              <tr key={`${row.projectId} ${row.taskKey}`}>
                <th
                  scope="row"
                  className="sticky left-0 z-10 min-w-52 border-b border-line bg-surface px-2.5 py-1.5 text-left font-medium max-md:static max-md:col-span-2 max-md:border-0 max-md:p-0"
                >
                  <span className="flex items-start justify-between gap-2">
                    <span className="min-w-0">
                      {row.name}
                      <Link
                        href={`/w/${workspace}/projects/${row.projectKey}/plan#task-${row.taskKey}`}
                        className="block w-fit text-xs font-normal text-muted underline-offset-2 hover:underline"
                      >
                        {row.projectName}
                      </Link>
                    </span>
                    <TimerMark row={row} timed={timed} onStart={onStart} onDiscard={onDiscard} />
                  </span>
                </th>
                {days.map((on, column) => {
                  const where = { projectId: row.projectId, taskKey: row.taskKey, day: on };
                  return (
                    <Td
                      key={on}
                      numeric
                      name={tellDay(on, column)}
                      className={clsx("py-1! align-top!", column > 4 && "md:bg-sunk/60")}
                    >
                      <HoursCell
                        row={place}
                        column={column}
                        place={where}
                        label={`${row.name}, ${tellDay(on, column)}`}
                        cell={row.cells[column] ?? null}
                        edit={edits.edits.get(keyOf(where))}
                        isReached={reached.row === place && reached.column === column}
                        readOnly={false}
                        onReach={reach}
                        onType={edits.type}
                        onLeave={edits.leave}
                        onAnswer={edits.answer}
                      />
                    </Td>
                  );
                })}
                <Td numeric name="Total" className="font-medium whitespace-nowrap">
                  {formatWorkedHours(sumOfHours(hours[place] ?? []))}
                </Td>
              </tr>
            ))}
          </tbody>
          <tfoot className="max-md:block">
            <tr className="border-t border-line-strong max-md:grid max-md:grid-cols-2 max-md:gap-x-4 max-md:gap-y-2 max-md:px-2.5 max-md:py-3">
              <th
                scope="row"
                className="sticky left-0 z-10 bg-surface px-2.5 py-2 text-left font-medium max-md:static max-md:col-span-2 max-md:p-0"
              >
                All tasks
              </th>
              {totals.perDay.map((sum, column) => (
                <Td
                  key={days[column]}
                  numeric
                  name={tellDay(days[column] ?? week.monday, column)}
                  className="border-b-0!"
                >
                  {sum === 0 ? <Nothing /> : formatWorkedHours(sum)}
                </Td>
              ))}
              <Td numeric name="Week" className="border-b-0! font-semibold whitespace-nowrap">
                {formatWorkedHours(totals.week)}
              </Td>
            </tr>
          </tfoot>
        </Table>
      </div>
      <p role="status" className="text-xs text-muted">
        {edits.edits.size === 0 ? "Every hour is saved." : "Not saved yet…"}
      </p>
      <p className="text-sm text-muted">
        {formatWorkedHours(totals.week)} are {formatPersonDays(personDaysOf(totals.week))} at{" "}
        {hoursPerPersonDay} h a person-day. Arrows and Enter move; 7.5, 7,5 and 7:30 are the same; an empty
        day is no entry.
      </p>
      {at !== undefined && day !== undefined && (
        <EntryNote
          key={`${at.projectId} ${at.taskKey} ${day} ${at.cells[reached.column]?.entryId}`}
          place={{ projectId: at.projectId, taskKey: at.taskKey, day }}
          title={`${at.name}, ${tellDay(day, reached.column)}`}
          cell={at.cells[reached.column] ?? null}
          onNote={edits.noteDown}
        />
      )}
    </div>
  );
}

function Nothing(): ReactNode {
  return <span className="text-muted">–</span>;
}

function TimerMark({
  row,
  timed,
  onStart,
  onDiscard,
}: {
  row: TimeRow;
  timed: { readonly projectKey: string; readonly taskKey: string } | null;
  onStart: ((row: TimeRow) => void) | null;
  onDiscard: () => void;
}) {
  if (timed?.projectKey === row.projectKey && timed.taskKey === row.taskKey) {
    return (
      <span className="flex shrink-0 items-center gap-1">
        <Badge tone="accent">timer runs</Badge>
        <IconButton size="sm" label={`Discard timer on ${row.name}`} onClick={onDiscard}>
          <X aria-hidden="true" className="size-3.5" />
        </IconButton>
      </span>
    );
  }
  if (onStart === null) return null;
  return (
    <IconButton size="sm" label={`Start timer on ${row.name}`} onClick={() => onStart(row)}>
      <Play aria-hidden="true" className="size-3.5" />
    </IconButton>
  );
}
