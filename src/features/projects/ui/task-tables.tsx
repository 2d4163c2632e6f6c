"use client";

import {
  type ClipboardEvent,
  type CSSProperties,
  Suspense,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { ProjectPlan, ProjectTask } from "@/features/plans/queries";
import { phases } from "@/planning";
import { Card } from "@/ui/card";
import { formatCount } from "@/ui/format";
import { moveInGrid } from "@/ui/grid-keys";
import { lazyPatiently } from "@/ui/lazy-patiently";
import { Table, Th } from "@/ui/table";
import { toast } from "@/ui/toast-queue";
import type { ValueStore } from "@/ui/value-store";
import type { Paste } from "./paste-preview";
import type { CellField, TaskChange, TypedTask } from "./task-change";
import { columnOf, TaskTableRow, tableColumns } from "./task-table-row";
import type { TaskEdits } from "./use-task-edits";

const PastePreview = lazyPatiently(() => import("./paste-preview"));

/** The task is the one that the person saw when they began: what others save meanwhile is not what they answer to. */
type Editing = { readonly task: ProjectTask; readonly field: CellField };

/** The tasks, a table for each phase; arrows go from cell to cell over all of them, Enter edits a cell where it stands. */
export function TaskTables({
  workspace,
  projectId,
  tasks,
  forecast,
  edits,
  editable,
  typing,
  onOpen,
}: {
  workspace: string;
  projectId: string;
  tasks: readonly ProjectTask[];
  forecast: ProjectPlan["forecast"]["tasks"];
  edits: TaskEdits;
  editable: boolean;
  /** Where it is told what is typed in a cell. */
  typing: ValueStore<TypedTask | null>;
  onOpen: (key: string) => void;
}) {
  const [active, setActive] = useState({ row: 0, column: 0 });
  const [editing, setEditing] = useState<Editing | null>(null);
  const [paste, setPaste] = useState<Paste | null>(null);
  const all = useRef<HTMLDivElement>(null);
  const backTo = useRef<string | null>(null);
  const forecastOf = useMemo(() => new Map(forecast.map((task) => [task.key, task])), [forecast]);
  const members = useMemo(
    () => edits.members.map((member) => ({ value: member.id, label: member.name })),
    [edits.members],
  );
  const reach = useCallback((row: number, column: number) => setActive({ row, column }), []);
  const begun = useRef(editing);
  const set = useCallback((next: Editing | null) => {
    begun.current = next;
    setEditing(next);
  }, []);
  const begin = useCallback((task: ProjectTask, field: CellField) => set({ task, field }), [set]);
  const { edit, settle, sides } = edits;
  const end = useCallback(
    (row: number, field: CellField, change: TaskChange | null, stay: boolean) => {
      if (stay) backTo.current = `${row}:${columnOf(field)}`;
      const saw = begun.current?.task;
      set(null);
      typing.set(null);
      if (change !== null && saw !== undefined) edit(saw, change);
    },
    [edit, set, typing],
  );
  const onTyped = useCallback(
    (task: ProjectTask, change: TaskChange | null) => typing.set(change && { task, change }),
    [typing],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: where an edit ended the focus goes back to its cell
  useLayoutEffect(() => {
    if (backTo.current === null) return;
    all.current?.querySelector<HTMLElement>(`[data-cell="${backTo.current}"]`)?.focus();
    backTo.current = null;
  }, [editing, paste]);

  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    const text = event.clipboardData.getData("text/plain");
    // A field that is open in a cell takes what is pasted into it.
    if (!editable || text === "" || !(event.target instanceof HTMLElement)) return;
    const [row, column] = (event.target.dataset.cell ?? "").split(":").map(Number);
    if (row === undefined || column === undefined || column >= tableColumns.length) return;
    event.preventDefault();
    if (edits.edits.size > 0) toast.error("Other changes are not saved yet. Paste again when they are.");
    else setPaste({ text, row, column });
  };
  const closePaste = () => {
    if (paste !== null) backTo.current = `${paste.row}:${paste.column}`;
    setPaste(null);
  };

  const size = { rows: tasks.length, columns: tableColumns.length + (editable ? 1 : 0) };
  let before = 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the cells come up to here
    <div
      ref={all}
      className="grid gap-4"
      onKeyDown={(event) => void moveInGrid(event, size, { enter: false })}
      onPaste={onPaste}
    >
      {editable && (
        <p className="text-xs text-muted max-md:hidden">
          Arrows go from cell to cell, Enter edits. A block copied from a spreadsheet is pasted on the cell
          where it begins; you see what it changes before anything is saved.
        </p>
      )}
      {paste !== null && (
        <Suspense>
          <PastePreview
            workspace={workspace}
            projectId={projectId}
            tasks={tasks}
            members={edits.members}
            paste={paste}
            onClose={closePaste}
          />
        </Suspense>
      )}
      {phases.map((phase) => {
        const own = tasks.filter((task) => task.phase === phase.id);
        if (own.length === 0) return null;
        const first = before;
        before += own.length;
        const holdsActive = active.row >= first && active.row < before;
        return (
          <div key={phase.id} style={own.length > 40 ? drawnInSight(own.length) : undefined}>
            <Card title={phase.name} hint={formatCount(own.length, "task")}>
              <Table label={`Tasks of ${phase.name}`} stacked role="grid">
                <thead>
                  <tr>
                    {tableColumns.map(({ name, numeric }) => (
                      <Th key={name} numeric={numeric} className="align-bottom whitespace-normal!">
                        {name}
                      </Th>
                    ))}
                    {editable && (
                      <Th>
                        <span className="sr-only">Edit</span>
                      </Th>
                    )}
                  </tr>
                </thead>
                <tbody>
                  {own.map((task, place) => {
                    const row = first + place;
                    const isReached = holdsActive ? active.row === row : place === 0;
                    return (
                      <TaskTableRow
                        key={task.key}
                        task={task}
                        forecast={forecastOf.get(task.key)}
                        row={row}
                        reached={isReached ? (holdsActive ? active.column : 0) : null}
                        edit={edits.edits.get(task.key)}
                        editing={editing?.task.key === task.key ? editing.field : null}
                        editable={editable}
                        members={members}
                        sides={sides}
                        onReach={reach}
                        onBegin={begin}
                        onEnd={end}
                        onTyped={onTyped}
                        onSettle={settle}
                        onOpen={onOpen}
                      />
                    );
                  })}
                </tbody>
              </Table>
            </Card>
          </div>
        );
      })}
    </div>
  );
}

/** A long table that is out of sight is neither laid out nor painted; until it is, it is held to be about as tall as it will be. */
function drawnInSight(rows: number): CSSProperties {
  return { contentVisibility: "auto", containIntrinsicBlockSize: `auto ${rows * 72 + 110}px` };
}
