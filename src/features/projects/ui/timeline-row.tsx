"use client";

import clsx from "clsx";
import { ChevronRight } from "lucide-react";
import { memo } from "react";
import type { PhaseId } from "@/planning";
import { formatCount } from "@/ui/format";
import { phaseTones, toneVariable } from "@/ui/glyphs/phase-tone";
import { GridPart } from "./grid-part";
import type { PhaseRow, TaskRow, TimelineBar, TimelineMark, TimelineRow } from "./timeline-rows";
import { placeOf, type TimelineScale } from "./timeline-scale";
import { barHeight, barTop, checkPath, diamondPath, fadeOf, rowHeight } from "./timeline-shapes";

/** One line of the timeline: its name, which stays at the left, and its bar. */
export const TimelineRowView = memo(function TimelineRowView({
  row,
  place,
  top,
  scale,
  isReached,
  onReach,
  onLook,
  onFold,
  onOpen,
  onDraw,
}: {
  row: TimelineRow;
  place: number;
  top: number;
  scale: TimelineScale;
  isReached: boolean;
  onReach: (place: number) => void;
  onLook: (id: string | null) => void;
  onFold: (phase: PhaseId) => void;
  onOpen: (key: string) => void;
  /** Begins a link at the end of the task's bar, which is there on the screen; null: links are not for whoever looks. */
  onDraw: ((task: string, end: DOMRect) => void) | null;
}) {
  const isPhase = row.kind === "phase";
  return (
    <GridPart
      part="row"
      aria-level={isPhase ? 1 : 2}
      aria-rowindex={place + 2}
      {...(isPhase ? { "aria-expanded": row.isOpen } : {})}
      data-row={place}
      tabIndex={isReached ? 0 : -1}
      onFocus={() => {
        onReach(place);
        onLook(row.id);
      }}
      onPointerEnter={() => onLook(row.id)}
      onClick={() => (isPhase ? onFold(row.phase) : onOpen(row.id))}
      className={clsx(
        "group absolute left-0 flex w-full cursor-pointer hover:bg-sunk/60 focus-visible:-outline-offset-2",
        isPhase && "bg-sunk/40",
      )}
      style={{ top, height: rowHeight }}
    >
      <GridPart
        part="name"
        className={clsx(
          "sticky left-0 z-10 flex w-(--names) shrink-0 items-center gap-1 border-r border-line px-3 text-sm group-hover:bg-sunk",
          isPhase ? "bg-sunk font-semibold" : "bg-surface pl-7 max-sm:pl-4",
        )}
      >
        {isPhase ? <PhaseName row={row} /> : <TaskName row={row} />}
      </GridPart>
      <GridPart part="cell" className="relative min-w-0 flex-1">
        {isPhase ? <PhaseBar row={row} scale={scale} /> : <TaskBar row={row} scale={scale} onDraw={onDraw} />}
      </GridPart>
    </GridPart>
  );
});

function PhaseName({ row }: { row: PhaseRow }) {
  return (
    <>
      <ChevronRight
        aria-hidden="true"
        className={clsx("-ml-1 size-3.5 shrink-0 text-muted transition-transform", row.isOpen && "rotate-90")}
      />
      <span
        aria-hidden="true"
        className="size-2 shrink-0 rounded-[2px]"
        style={{ background: toneVariable(phaseTones[row.phase]) }}
      />
      <span className="truncate" title={row.name}>
        {row.name}
      </span>
      <span className="ml-auto pl-1 text-xs font-normal whitespace-nowrap text-muted max-sm:sr-only">
        {formatCount(row.tasks, "task")}
      </span>
    </>
  );
}

function TaskName({ row: { task } }: { row: TaskRow }) {
  return (
    <span className={clsx("truncate", task.status === "done" && "text-muted")} title={task.name}>
      {task.name}
    </span>
  );
}

function PhaseBar({ row, scale }: { row: PhaseRow; scale: TimelineScale }) {
  const hue = toneVariable(phaseTones[row.phase]);
  return (
    <>
      {row.marks.length > 0 && (
        <span className="sr-only">{row.marks.map(({ words }) => words).join("; ")}</span>
      )}
      <span aria-hidden="true">
        {row.bar !== null && (
          <span
            className="absolute h-1 rounded-full"
            style={{
              ...placed(row.bar, scale),
              top: rowHeight / 2 - 2,
              background: faded(row.bar, hue, 0.95),
            }}
          />
        )}
        {row.marks.map((mark) => (
          <Mark key={`${mark.kind} ${mark.day} ${mark.words}`} mark={mark} scale={scale} hue={hue} />
        ))}
      </span>
    </>
  );
}

function Mark({ mark, scale, hue }: { mark: TimelineMark; scale: TimelineScale; hue: string }) {
  const { kind, day, words } = mark;
  return (
    <svg
      width="16"
      height="16"
      viewBox="-8 -8 16 16"
      className="absolute z-[1] overflow-visible"
      style={{ left: placeOf(scale, day) - 8, top: rowHeight / 2 - 8 }}
    >
      <title>{words}</title>
      {kind === "gate-passed" || kind === "gate-ahead" ? (
        <>
          <circle
            r="5.5"
            fill={kind === "gate-passed" ? hue : "var(--surface)"}
            stroke={hue}
            strokeWidth="2"
          />
          {kind === "gate-passed" && (
            <path d={checkPath} fill="none" stroke="var(--surface)" strokeWidth="1.6" strokeLinecap="round" />
          )}
        </>
      ) : (
        <path
          d={diamondPath}
          fill={kind === "decision-decided" ? "var(--ink)" : "var(--surface)"}
          stroke={kind === "decision-decided" ? "var(--surface)" : "var(--accent)"}
          strokeWidth="1.5"
        />
      )}
    </svg>
  );
}

function TaskBar({
  row,
  scale,
  onDraw,
}: {
  row: TaskRow;
  scale: TimelineScale;
  onDraw: ((task: string, end: DOMRect) => void) | null;
}) {
  const { bar, task, words } = row;
  const hue = toneVariable(phaseTones[task.phase]);
  const isDone = task.status === "done";
  return (
    <>
      <span className="sr-only">
        {words}
        {row.isCritical && ", critical"}
        {row.isTentative && ", if so decided"}
      </span>
      {bar !== null && (
        <span aria-hidden="true" title={`${task.name}: ${words}`}>
          <span
            className={clsx("absolute rounded", row.isTentative && "border border-dashed")}
            style={{
              ...placed(bar, scale),
              top: barTop,
              height: barHeight,
              borderColor: hue,
              background: isDone ? faded(bar, hue, 0.4) : faded(bar, hue, row.isTentative ? 0.45 : 0.95),
            }}
          />
          {row.isCritical && (
            <span
              className="absolute h-[2px] bg-ink"
              style={{
                ...placed({ ...bar, from: bar.solidFrom, to: bar.solidTo }, scale),
                top: barTop + barHeight + 2,
              }}
            />
          )}
        </span>
      )}
      {bar !== null && onDraw !== null && (
        // For who points: from the keyboard L begins a link, and the task's sheet lists them all.
        <span
          aria-hidden="true"
          data-link-from={row.id}
          title="Drag onto what waits for this"
          className="absolute z-[8] grid size-5 cursor-crosshair touch-none place-items-center opacity-0 group-hover:opacity-100 pointer-coarse:hidden"
          style={{ left: placeOf(scale, bar.to) - 2, top: (rowHeight - 20) / 2 }}
          onClick={(event) => event.stopPropagation()}
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.preventDefault();
            event.currentTarget.setPointerCapture(event.pointerId);
            onDraw(row.id, event.currentTarget.getBoundingClientRect());
          }}
        >
          <span className="size-2.5 rounded-full border-2 border-accent bg-surface" />
        </span>
      )}
    </>
  );
}

function placed({ from, to }: TimelineBar, scale: TimelineScale) {
  const left = placeOf(scale, from);
  return { left, width: Math.max(3, placeOf(scale, to) - left) };
}

function faded(bar: TimelineBar, hue: string, strength: number): string {
  const stops = fadeOf(bar, strength).map(
    ({ at, opacity }) => `color-mix(in srgb, ${hue} ${opacity * 100}%, transparent) ${at * 100}%`,
  );
  return `linear-gradient(90deg, ${stops.join(", ")})`;
}
