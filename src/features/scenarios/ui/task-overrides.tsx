"use client";

import { useLayoutEffect, useRef, useState } from "react";
import { Checkbox } from "@/ui/checkbox";
import { Field } from "@/ui/field";
import { formatCount } from "@/ui/format";
import { moveInGrid } from "@/ui/grid-keys";
import { Table, Th } from "@/ui/table";
import { TextInput } from "@/ui/text-input";
import type { ScenarioDraft, TaskRow } from "./scenario-draft";
import { columns, type Part, TaskOverrideRow } from "./task-override-row";

/** The tasks with today's figures beside the scenario's: arrows go from cell to cell, Enter edits one where it stands. */
export function TaskOverrides({
  rows,
  draft,
  members,
  onChange,
}: {
  rows: readonly TaskRow[];
  draft: ScenarioDraft;
  members: readonly { readonly id: string; readonly name: string }[];
  onChange: (draft: ScenarioDraft) => void;
}) {
  const [text, setText] = useState("");
  const [onlyChanged, setOnlyChanged] = useState(false);
  const [active, setActive] = useState({ row: 0, column: 0 });
  const [editing, setEditing] = useState<{ readonly key: string; readonly part: Part } | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const backTo = useRef<string | null>(null);
  // Where an edit ended the focus goes back to its cell.
  useLayoutEffect(() => {
    if (backTo.current === null) return;
    grid.current?.querySelector<HTMLElement>(`[data-cell="${backTo.current}"]`)?.focus();
    backTo.current = null;
  });
  const sought = text.trim().toLowerCase();
  const shown = rows.filter(
    ({ name, isChanged }) => (isChanged || !onlyChanged) && name.toLowerCase().includes(sought),
  );
  const reached = Math.min(active.row, shown.length - 1);
  const changed = rows.filter(({ isChanged }) => isChanged).length;
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-1.5 text-sm font-medium">
        Tasks{" "}
        <span className="font-normal text-muted">
          {formatCount(rows.length, "task")} to do, {changed} changed by the scenario
        </span>
      </legend>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <div className="w-full sm:w-64">
          <Field label="Find a task">
            <TextInput value={text} onChange={(event) => setText(event.target.value)} />
          </Field>
        </div>
        <Checkbox
          label="Changed only"
          checked={onlyChanged}
          onChange={(event) => setOnlyChanged(event.target.checked)}
          className="pb-1.5"
        />
      </div>
      {shown.length === 0 ? (
        <p className="text-sm text-muted">No task is like that.</p>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the cells come up to here
        <div
          ref={grid}
          className="max-h-[32rem] overflow-y-auto rounded-md border border-line"
          onKeyDown={(event) =>
            void moveInGrid(event, { rows: shown.length, columns: columns.length }, { enter: false })
          }
        >
          <Table label="Tasks of the scenario beside today's plan" stacked role="grid">
            <thead>
              <tr>
                {columns.map(({ name, numeric }) => (
                  <Th key={name} numeric={numeric} className="align-bottom whitespace-normal!">
                    {name}
                  </Th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((row, place) => (
                <TaskOverrideRow
                  key={row.key}
                  row={row}
                  place={place}
                  reached={place === reached ? active.column : null}
                  editing={editing?.key === row.key ? editing.part : null}
                  draft={draft}
                  members={members}
                  onReach={(column) => setActive({ row: place, column })}
                  onBegin={(part) => setEditing({ key: row.key, part })}
                  onEnd={(next, back) => {
                    backTo.current = back === null ? null : `${place}:${back}`;
                    setEditing(null);
                    if (next !== null) onChange(next);
                  }}
                />
              ))}
            </tbody>
          </Table>
        </div>
      )}
      <p className="text-xs text-muted">
        Days at best – most likely – at worst. Enter or a click edits a cell, Enter keeps it, Escape leaves
        it. Who does a task moves no figure of the forecast.
      </p>
    </fieldset>
  );
}
