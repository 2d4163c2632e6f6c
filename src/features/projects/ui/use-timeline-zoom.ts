"use client";

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from "react";
import { type PlanFilter, timelineZooms } from "./plan-filter";
import { placeOf, type TimelineScale } from "./timeline-scale";

/** One step nearer or further, with the day that is looked at where it was: under the pointer, or in the middle. */
export function useTimelineZoom(
  scroller: RefObject<HTMLDivElement | null>,
  scale: TimelineScale,
  { zoom }: PlanFilter,
  onFilter: (part: Partial<PlanFilter>) => void,
) {
  const held = useRef<{ day: number; at: number } | null>(null);
  // A wheel turned quickly goes on from where it was, drawn or not.
  const now = useRef(zoom);
  now.current = zoom;
  const zoomBy = useCallback(
    (steps: number, at?: number) => {
      const next = timelineZooms[timelineZooms.indexOf(now.current) + steps];
      const frame = scroller.current;
      if (next === undefined || frame === null) return;
      const names = frame.querySelector<HTMLElement>("[data-names]")?.offsetWidth ?? 0;
      const place = at ?? (frame.clientWidth + names) / 2;
      const day = scale.from + (frame.scrollLeft + place - names) / scale.pixelsPerDay;
      held.current = { day, at: place - names };
      now.current = next;
      onFilter({ zoom: next });
    },
    [scale, scroller, onFilter],
  );
  useLayoutEffect(() => {
    const frame = scroller.current;
    if (held.current === null || frame === null) return;
    frame.scrollLeft = placeOf(scale, held.current.day) - held.current.at;
    held.current = null;
  }, [scale, scroller]);
  const turned = useRef(0);
  useEffect(() => {
    const frame = scroller.current;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      turned.current += event.deltaY;
      // A wheel's notch is about 100; a pinch on a touchpad sends many small ones.
      if (Math.abs(turned.current) < 40) return;
      zoomBy(Math.sign(turned.current), event.clientX - (frame?.getBoundingClientRect().left ?? 0));
      turned.current = 0;
    };
    // React listens passively: the browser would zoom the page as well.
    frame?.addEventListener("wheel", onWheel, { passive: false });
    return () => frame?.removeEventListener("wheel", onWheel);
  }, [scroller, zoomBy]);
  return zoomBy;
}
