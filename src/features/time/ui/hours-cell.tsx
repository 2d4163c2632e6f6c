"use client";

import clsx from "clsx";
import { memo } from "react";
import { Button } from "@/ui/button";
import { controlClasses } from "@/ui/field";
import { formatWorkedHours } from "@/ui/format";
import { cellPlace } from "@/ui/grid-keys";
import type { TimeCell } from "../queries";
import { type CellPlace, type HoursEdit, type HoursEdits, keyOf } from "./use-hours";

type Props = {
  row: number;
  column: number;
  place: CellPlace;
  /** "Train the adapter, Mon 23 Nov" */
  label: string;
  cell: TimeCell | null;
  edit: HoursEdit | undefined;
  /** Whether Tab leads here. */
  isReached: boolean;
  readOnly: boolean;
  onReach: (row: number, column: number) => void;
  onType: HoursEdits["type"];
  onLeave: HoursEdits["leave"];
  onAnswer: HoursEdits["answer"];
};

/** The hours of one day on one task, typed where they stand and saved when they are left. */
export const HoursCell = memo(function HoursCell(props: Props) {
  const { row, column, place, label, cell, edit } = props;
  const key = keyOf(place);
  const isFaulty = edit !== undefined && (edit.failure !== null || edit.theirs !== null);
  return (
    <span className="relative block">
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        {...cellPlace(row, column)}
        aria-label={cell !== null && cell.note !== "" ? `${label}, with a note` : label}
        aria-invalid={isFaulty ? true : undefined}
        readOnly={props.readOnly}
        tabIndex={props.isReached ? 0 : -1}
        value={edit?.text ?? (cell === null ? "" : String(cell.hours))}
        onFocus={(event) => {
          props.onReach(row, column);
          event.target.select();
        }}
        onChange={(event) => props.onType(place, cell, event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && edit !== undefined) props.onAnswer(key, "theirs");
        }}
        onBlur={() => {
          if (edit !== undefined && !isFaulty) props.onLeave(key);
        }}
        className={clsx(controlClasses, "h-8 min-w-14 text-right tabular-nums md:max-w-20")}
      />
      {cell !== null && cell.note !== "" && (
        <span aria-hidden="true" className="absolute top-1 left-1 size-1.5 rounded-full bg-accent" />
      )}
      {edit !== undefined && isFaulty && (
        <span
          role="alert"
          className="mt-1 grid min-w-36 gap-1.5 rounded-md bg-warn-soft p-2 text-left text-xs whitespace-normal text-ink"
        >
          <span>
            {edit.theirs === null
              ? edit.failure
              : `Somebody made this ${formatWorkedHours(edit.theirs.hours)} meanwhile.`}
          </span>
          <span className="flex flex-wrap gap-1">
            <Button size="sm" onClick={() => props.onAnswer(key, "mine")}>
              {edit.theirs === null ? "Try again" : "Keep mine"}
            </Button>
            <Button size="sm" variant="ghost" onClick={() => props.onAnswer(key, "theirs")}>
              {edit.theirs === null ? "Undo" : "Take theirs"}
            </Button>
          </span>
        </span>
      )}
    </span>
  );
});
