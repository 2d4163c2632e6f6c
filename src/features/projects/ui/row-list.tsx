"use client";

import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { Button } from "@/ui/button";
import { IconButton } from "@/ui/icon-button";

/** Rows of fields to add, remove and put in order, by pointer or by keyboard: Alt with an arrow moves the row that is being typed in. */
export function RowList<Row extends { readonly key: string }>({
  what,
  rows,
  most,
  onChange,
  blank,
  nameOf,
  children,
}: {
  /** "criterion" */
  what: string;
  rows: readonly Row[];
  most: number;
  onChange: (rows: Row[]) => void;
  blank: () => Row;
  nameOf: (row: Row) => string;
  children: (row: Row, change: (part: Partial<Row>) => void) => ReactNode;
}) {
  const list = useRef<HTMLOListElement>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const [said, setSaid] = useState("");
  const called = (row: Row, place: number) => nameOf(row) || `${what} ${place + 1}`;

  const move = (from: number, by: number, control: Element | null) => {
    const to = from + by;
    const row = rows[from];
    if (row === undefined || to < 0 || to >= rows.length) return;
    const next = rows.filter((other) => other !== row);
    next.splice(to, 0, row);
    onChange(next);
    setSaid(`${called(row, from)} is now ${to + 1} of ${rows.length}.`);
    // Moving its row in the page takes the focus from a control.
    if (control instanceof HTMLElement) setTimeout(() => control.focus());
  };
  const focusRow = (place: number) =>
    setTimeout(() => {
      const row = list.current?.children.item(place);
      (row?.querySelector<HTMLElement>("input") ?? adder.current)?.focus();
    });
  const remove = (place: number, row: Row) => {
    onChange(rows.filter((other) => other !== row));
    setSaid(`${called(row, place)} is removed.`);
    focusRow(Math.min(place, rows.length - 2));
  };
  const onKey = (place: number) => (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    // There these keys open and close the list of choices.
    if (event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    move(place, event.key === "ArrowUp" ? -1 : 1, document.activeElement);
  };

  return (
    <div className="grid gap-2">
      <ol ref={list} className="grid gap-3">
        {rows.map((row, place) => (
          <li key={row.key} className="rounded-md border border-line p-2.5" onKeyDown={onKey(place)}>
            <div className="flex items-start gap-2">
              <div className="min-w-0 flex-1">
                {children(row, (part) =>
                  onChange(rows.map((other) => (other === row ? { ...row, ...part } : other))),
                )}
              </div>
              <span className="flex flex-col">
                <IconButton
                  size="sm"
                  label={`Move ${called(row, place)} up`}
                  aria-disabled={place === 0}
                  className="aria-disabled:opacity-40"
                  onClick={(event) => move(place, -1, event.currentTarget)}
                >
                  <ArrowUp aria-hidden="true" className="size-3.5" />
                </IconButton>
                <IconButton
                  size="sm"
                  label={`Move ${called(row, place)} down`}
                  aria-disabled={place === rows.length - 1}
                  className="aria-disabled:opacity-40"
                  onClick={(event) => move(place, 1, event.currentTarget)}
                >
                  <ArrowDown aria-hidden="true" className="size-3.5" />
                </IconButton>
                <IconButton
                  size="sm"
                  label={`Remove ${called(row, place)}`}
                  onClick={() => remove(place, row)}
                >
                  <X aria-hidden="true" className="size-3.5" />
                </IconButton>
              </span>
            </div>
          </li>
        ))}
      </ol>
      <Button
        ref={adder}
        size="sm"
        className="w-fit"
        icon={<Plus aria-hidden="true" className="size-3.5" />}
        disabled={rows.length >= most}
        onClick={() => {
          onChange([...rows, blank()]);
          focusRow(rows.length);
        }}
      >
        Add a {what}
      </Button>
      <span role="status" className="sr-only">
        {said}
      </span>
    </div>
  );
}
