"use client";

import clsx from "clsx";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import type { ProjectPlan, ProjectTask } from "@/features/plans/queries";
import type { TaskStatus } from "@/planning";
import { formatCount } from "@/ui/format";
import { CellNote } from "./cell-note";
import { CardFace, CardMenu } from "./task-card";
import { statusNames } from "./task-words";
import type { TaskEdits } from "./use-task-edits";

const always = ["planned", "started", "done"] as const;

/** What is ahead, under way and finished. Cards are moved by pointer, by their menu, or with Shift and an arrow. */
export default function TaskBoard({
  tasks,
  forecast,
  edits,
  editable,
  onOpen,
}: {
  tasks: readonly ProjectTask[];
  forecast: ProjectPlan["forecast"]["tasks"];
  edits: TaskEdits;
  editable: boolean;
  onOpen: (key: string) => void;
}) {
  const board = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState<TaskStatus | null>(null);
  const [told, setTold] = useState("");
  const columns: readonly TaskStatus[] = tasks.some(({ status }) => status === "dropped")
    ? [...always, "dropped"]
    : always;
  const finishOf = useMemo(() => new Map(forecast.map((task) => [task.key, task.finishP50])), [forecast]);
  const move = (task: ProjectTask, status: TaskStatus) => {
    if (task.status === status) return;
    edits.edit(task, { status });
    setTold(`${task.name}: ${statusNames[status]}`);
  };
  const onKeys = (event: KeyboardEvent<HTMLElement>, task: ProjectTask) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : undefined;
    if (event.key === "Enter") onOpen(task.key);
    else if (step !== undefined && event.shiftKey) {
      const status = columns[columns.indexOf(task.status) + step];
      if (!editable || status === undefined) return;
      move(task, status);
      // The card is another element in its new column.
      requestAnimationFrame(() => cardOf(board.current, task.key)?.focus());
    } else if (!focusBeside(event, board.current)) return;
    event.preventDefault();
  };
  return (
    <div ref={board} className="grid gap-3 md:auto-cols-fr md:grid-flow-col">
      <p role="status" className="sr-only">
        {told}
      </p>
      {columns.map((status) => {
        const own = tasks.filter((task) => task.status === status);
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop; the card's menu and keys do the same
          <div
            key={status}
            className={clsx(
              "flex min-w-0 flex-col rounded-lg border bg-sunk/60",
              over === status ? "border-accent" : "border-line",
            )}
            onDragOver={(event) => {
              if (!editable) return;
              event.preventDefault();
              setOver(status);
            }}
            onDragLeave={(event) => {
              const { relatedTarget: to } = event;
              if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(null);
            }}
            onDrop={(event) => {
              event.preventDefault();
              setOver(null);
              const task = tasks.find(({ key }) => key === event.dataTransfer.getData(cardType));
              if (task !== undefined) move(task, status);
            }}
          >
            <h2 className="flex items-baseline gap-2 px-3 pt-2.5 text-sm font-semibold">
              {statusNames[status]}{" "}
              <span className="font-normal text-muted">{formatCount(own.length, "task")}</span>
            </h2>
            <ul
              aria-label={statusNames[status]}
              className="grid max-h-[70dvh] content-start gap-2 overflow-y-auto p-2"
            >
              {own.map((task) => (
                // Hundreds of cards are laid out as they come into sight.
                <li key={task.key} className="[contain-intrinsic-size:auto_7.5rem] [content-visibility:auto]">
                  {/* biome-ignore lint/a11y/useSemanticElements: a card holds a menu, which a button can't */}
                  <div
                    role="group"
                    // biome-ignore lint/a11y/noNoninteractiveTabindex: cards are reached and moved by keys
                    tabIndex={0}
                    data-card={task.key}
                    aria-label={`${task.name}, ${statusNames[status]}`}
                    aria-describedby="board-keys"
                    draggable={editable}
                    onDragStart={(event) => {
                      event.dataTransfer.setData(cardType, task.key);
                      event.dataTransfer.effectAllowed = "move";
                    }}
                    onDoubleClick={() => onOpen(task.key)}
                    onKeyDown={(event) => onKeys(event, task)}
                    className={clsx(
                      "relative rounded-md border border-line bg-surface p-2.5 shadow-card focus-visible:-outline-offset-1",
                      editable && "cursor-grab active:cursor-grabbing",
                    )}
                  >
                    <CardFace task={task} finish={finishOf.get(task.key)} />
                    <div className="absolute top-1 right-1">
                      <CardMenu
                        task={task}
                        columns={columns}
                        editable={editable}
                        onMove={(to) => move(task, to)}
                        onOpen={() => onOpen(task.key)}
                      />
                    </div>
                    <Note edits={edits} task={task} />
                  </div>
                </li>
              ))}
              {own.length === 0 && <li className="px-1 py-3 text-sm text-muted">{emptyWords[status]}</li>}
            </ul>
          </div>
        );
      })}
      <p id="board-keys" className="sr-only">
        Arrow keys go from card to card, Enter opens a card{editable && ", Shift with left or right moves it"}
        .
      </p>
    </div>
  );
}

const cardType = "text/plain";

const emptyWords = {
  planned: "Nothing is ahead.",
  started: "Nothing is under way.",
  done: "Nothing is finished yet.",
  dropped: "Nothing was dropped.",
} as const satisfies Record<TaskStatus, string>;

function Note({ edits, task }: { edits: TaskEdits; task: ProjectTask }) {
  const edit = edits.edits.get(task.key);
  if (edit === undefined) return null;
  return (
    <CellNote
      edit={edit}
      field={null}
      sides={(cell) => edits.sides(task, cell)}
      onSettle={(whose) => edits.settle(task.key, whose)}
    />
  );
}

function cardOf(board: HTMLElement | null, key: string): HTMLElement | null {
  return board?.querySelector<HTMLElement>(`[data-card="${CSS.escape(key)}"]`) ?? null;
}

/** The card above or below, or the one at about the same height in the next column that has any. */
function focusBeside(event: KeyboardEvent<HTMLElement>, board: HTMLElement | null): boolean {
  const cards = [...(board?.querySelectorAll("ul") ?? [])].map((list) => [
    ...list.querySelectorAll<HTMLElement>("[data-card]"),
  ]);
  const column = cards.findIndex((list) => list.includes(event.currentTarget));
  const place = cards[column]?.indexOf(event.currentTarget) ?? -1;
  const beside = (step: number) => {
    for (let next = column + step; next >= 0 && next < cards.length; next += step) {
      const list = cards[next] ?? [];
      if (list.length > 0) return list[Math.min(place, list.length - 1)];
    }
    return undefined;
  };
  const cardAt = (key: string) => {
    if (key === "ArrowUp") return cards[column]?.[place - 1];
    if (key === "ArrowDown") return cards[column]?.[place + 1];
    if (key === "ArrowLeft") return beside(-1);
    return key === "ArrowRight" ? beside(1) : undefined;
  };
  const next = cardAt(event.key);
  next?.focus();
  return next !== undefined;
}
