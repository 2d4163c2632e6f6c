import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import { rowHeight } from "./timeline-shapes";

/** Where a link that is being drawn begins: at the end of a task's bar, in pixels from the corner of what the rows are placed in. */
export type LinkStart = { readonly task: string; readonly x: number; readonly y: number };

/** So near an edge of what is in sight the rows move along. */
const edge = 28;

/**
 * The link that a pointer draws from a bar to a row. It answers with the row's place when the pointer lets go, and with null where
 * that is no row to link to, or on Escape.
 */
export function TimelineLinkDraft({
  start,
  body,
  top,
  isTarget,
  onEnd,
}: {
  start: LinkStart;
  /** What the rows are placed in; its parent scrolls. */
  body: RefObject<HTMLElement | null>;
  /** Where the first row is. */
  top: number;
  isTarget: (place: number) => boolean;
  onEnd: (place: number | null) => void;
}) {
  const [at, setAt] = useState<{ x: number; y: number; over: number | null } | null>(null);
  const overAt = ({ clientX, clientY }: PointerEvent): number | null => {
    const row = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>("[data-row]") ?? null;
    if (row === null || !body.current?.contains(row)) return null;
    const place = Number(row.dataset.row);
    return isTarget(place) ? place : null;
  };
  const onMove = useEffectEvent((event: PointerEvent) => {
    const box = body.current?.getBoundingClientRect();
    const frame = body.current?.parentElement;
    if (box === undefined || frame == null) return;
    const sight = frame.getBoundingClientRect();
    if (event.clientY > sight.bottom - edge) frame.scrollBy({ top: rowHeight / 2 });
    else if (event.clientY < sight.top + top + edge) frame.scrollBy({ top: -rowHeight / 2 });
    setAt({ x: event.clientX - box.left, y: event.clientY - box.top, over: overAt(event) });
  });
  const onUp = useEffectEvent((event: PointerEvent) => onEnd(overAt(event)));
  const onCancel = useEffectEvent(() => onEnd(null));
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    onEnd(null);
  });
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener("pointermove", (event) => onMove(event), { signal });
    window.addEventListener("pointerup", (event) => onUp(event), { signal });
    window.addEventListener("pointercancel", () => onCancel(), { signal });
    window.addEventListener("keydown", (event) => onKey(event), { signal });
    return () => listening.abort();
  }, []);
  if (at === null) return null;
  return (
    <>
      {at.over !== null && (
        <div
          aria-hidden="true"
          className="pointer-events-none absolute left-0 z-[11] w-full border-y border-accent bg-accent/10"
          style={{ top: top + at.over * rowHeight, height: rowHeight }}
        />
      )}
      <svg
        aria-hidden="true"
        width="1"
        height="1"
        className="pointer-events-none absolute top-0 left-0 z-[12] overflow-visible"
      >
        <path
          d={`M${start.x} ${start.y}L${at.x} ${at.y}`}
          stroke="var(--accent)"
          strokeWidth="1.6"
          strokeDasharray={at.over === null ? "4 3" : undefined}
        />
        <circle cx={at.x} cy={at.y} r="3" fill="var(--accent)" />
      </svg>
    </>
  );
}
