"use client";

import clsx from "clsx";
import type { KeyboardEvent, TdHTMLAttributes } from "react";
import { phaseNames } from "@/planning";
import { Button } from "@/ui/button";
import { ChoiceCell } from "@/ui/choice-cell";
import { EstimateCell } from "@/ui/estimate-cell";
import { typed } from "@/ui/estimate-draft";
import { formatThreePoint } from "@/ui/format";
import { cellPlace } from "@/ui/grid-keys";
import { Td } from "@/ui/table";
import { type ScenarioDraft, type TaskRow, withAssignee, withEstimate, withoutTask } from "./scenario-draft";

export const columns = [
  { name: "Task", numeric: false },
  { name: "Effort today, person-days", numeric: true },
  { name: "Effort here, person-days", numeric: true },
  { name: "Duration today, working days", numeric: true },
  { name: "Duration here, working days", numeric: true },
  { name: "Who", numeric: false },
  { name: "As today", numeric: false },
] as const;

/** What of a task is edited in its cell, by the cell's column. */
const parts = { effort: 2, duration: 4, who: 5 } as const;
export type Part = keyof typeof parts;

/** A task's figures today and in the scenario. */
export function TaskOverrideRow({
  row,
  place,
  reached,
  editing,
  draft,
  members,
  onReach,
  onBegin,
  onEnd,
}: {
  row: TaskRow;
  place: number;
  /** The column that Tab leads to, if it leads to this row. */
  reached: number | null;
  editing: Part | null;
  draft: ScenarioDraft;
  members: readonly { readonly id: string; readonly name: string }[];
  onReach: (column: number) => void;
  onBegin: (part: Part) => void;
  /** With null it is left as it was; `back` is the column to which the focus returns. */
  onEnd: (draft: ScenarioDraft | null, back: number | null) => void;
}) {
  const cell = (column: number, begin?: () => void): TdHTMLAttributes<HTMLTableCellElement> => ({
    ...cellPlace(place, column),
    tabIndex: reached === column ? 0 : -1,
    onFocus: () => onReach(column),
    ...(begin === undefined ? {} : { onClick: begin, onKeyDown: onKeys(begin) }),
  });
  const nameOf = (id: string | null) =>
    id === null ? "–" : (members.find((member) => member.id === id)?.name ?? "a former member");
  const estimate = (of: "effort" | "duration", name: string) => (
    <Td numeric name={name} {...cell(parts[of], () => onBegin(of))} className={editableClasses}>
      {editing === of ? (
        <EstimateCell
          name={`${name} of ${row.name}`}
          value={typed(row[of])}
          onDone={(value, stay) =>
            onEnd(value === null ? null : withEstimate(draft, row, of, value), stay ? parts[of] : null)
          }
        />
      ) : (
        <Shown text={formatThreePoint(row[of])} isToday={isToday(row, of)} />
      )}
    </Td>
  );
  const today = (of: "effort" | "duration", column: number) => (
    <Td numeric name={columns[column]?.name ?? ""} {...cell(column)} className={cellClasses}>
      <span className="text-muted">{row.today === null ? "–" : formatThreePoint(row.today[of])}</span>
    </Td>
  );
  return (
    <tr>
      <Td {...cell(0)} className={clsx(cellClasses, "max-md:col-span-2 md:min-w-48 md:whitespace-normal!")}>
        <div className="font-medium">{row.name}</div>
        <div className="text-xs text-muted">
          {phaseNames[row.phase]}
          {row.today === null && " · not in today's plan"}
        </div>
      </Td>
      {today("effort", 1)}
      {estimate("effort", columns[2].name)}
      {today("duration", 3)}
      {estimate("duration", columns[4].name)}
      <Td name="Who" {...cell(parts.who, () => onBegin("who"))} className={editableClasses}>
        {editing === "who" ? (
          <ChoiceCell
            name={`Who does ${row.name}`}
            value={row.assigneeId ?? ""}
            choices={[
              { value: "", label: "Nobody yet" },
              ...members.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onDone={(value, stay) =>
              onEnd(
                value === null ? null : withAssignee(draft, row, value === "" ? null : value),
                stay ? parts.who : null,
              )
            }
          />
        ) : (
          <>
            <Shown text={nameOf(row.assigneeId)} isToday={row.assigneeId === row.assigneeToday} />
            {row.assigneeId !== row.assigneeToday && (
              <span className="block text-xs text-muted">today {nameOf(row.assigneeToday)}</span>
            )}
          </>
        )}
      </Td>
      <Td className="max-md:col-span-2">
        {row.isChanged && (
          <Button
            size="sm"
            variant="ghost"
            aria-label={`${row.name} as today`}
            {...cellPlace(place, columns.length - 1)}
            tabIndex={reached === null ? -1 : 0}
            onFocus={() => onReach(columns.length - 1)}
            onClick={() => onEnd(withoutTask(draft, row.key), 0)}
          >
            As today
          </Button>
        )}
      </Td>
    </tr>
  );
}

const cellClasses = "md:whitespace-nowrap focus-visible:-outline-offset-2";
const editableClasses = clsx(cellClasses, "cursor-text hover:bg-sunk");

/** What departs from today is bold, and says so to whoever can't see it. */
function Shown({ text, isToday }: { text: string; isToday: boolean }) {
  if (isToday) return text;
  return (
    <span className="font-semibold">
      {text}
      <span className="sr-only">, other than today</span>
    </span>
  );
}

function isToday(row: TaskRow, of: "effort" | "duration"): boolean {
  return row.today !== null && formatThreePoint(row.today[of]) === formatThreePoint(row[of]);
}

function onKeys(begin: () => void) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key !== "Enter" && event.key !== "F2") return;
    event.preventDefault();
    begin();
  };
}
