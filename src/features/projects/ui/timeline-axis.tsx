import clsx from "clsx";
import { memo } from "react";
import { GridPart } from "./grid-part";
import type { TimelineZoom } from "./plan-filter";
import { isWeekend, placeOf, type rulerOf, type Tick, type TimelineScale } from "./timeline-scale";
import { flagPath } from "./timeline-shapes";

type Sight = { readonly from: number; readonly to: number };

/** The ruler that stays on top, and the lines from it down behind the rows; only what is in sight of it. */
export const TimelineAxis = memo(function TimelineAxis({
  scale,
  ruler,
  zoom,
  inSight,
  today,
  target,
  height,
}: {
  scale: TimelineScale;
  ruler: ReturnType<typeof rulerOf>;
  zoom: TimelineZoom;
  inSight: Sight;
  today: number;
  target: number | null;
  height: number;
}) {
  const seen = (tick: Tick) =>
    placeOf(scale, tick.until) >= inSight.from && placeOf(scale, tick.day) <= inSight.to;
  const minor = ruler.minor.filter(seen);
  const at = (day: number) => ({ left: placeOf(scale, day) });
  return (
    <>
      <GridPart part="row" aria-rowindex={1} className="sticky top-0 z-30 flex bg-surface" style={{ height }}>
        <GridPart
          part="head"
          data-names=""
          className="sticky left-0 z-10 w-(--names) shrink-0 self-stretch border-r border-b border-line bg-surface px-3 pt-5 text-xs font-medium text-muted"
        >
          Task
        </GridPart>
        <GridPart part="head" className="relative min-w-0 flex-1 overflow-clip border-b border-line">
          <span className="sr-only">When</span>
          <span aria-hidden="true">
            {ruler.major.filter(seen).map((tick) => (
              <span
                key={tick.day}
                className="absolute top-0 h-5 overflow-clip border-l border-line text-xs leading-5 font-medium whitespace-nowrap"
                style={{ ...at(tick.day), width: placeOf(scale, tick.until) - placeOf(scale, tick.day) }}
              >
                <span className="sticky left-[calc(var(--names)+4px)] px-1">{tick.name}</span>
              </span>
            ))}
            {minor.map((tick) => (
              <span
                key={tick.day}
                className={clsx(
                  "absolute top-5 h-5 border-l border-line px-1 text-xs leading-5 whitespace-nowrap text-muted",
                  zoom === "day" && "text-center",
                )}
                style={{ ...at(tick.day), width: placeOf(scale, tick.until) - placeOf(scale, tick.day) }}
              >
                {tick.name}
              </span>
            ))}
          </span>
        </GridPart>
      </GridPart>
      <div
        aria-hidden="true"
        className="pointer-events-none absolute right-0 bottom-0 left-(--names) overflow-hidden"
        style={{ top: height }}
      >
        {minor.map((tick) => (
          <span
            key={tick.day}
            className={clsx(
              "absolute inset-y-0 border-l border-line/70",
              zoom === "day" && isWeekend(tick.day) && "bg-sunk",
            )}
            style={{ ...at(tick.day), width: placeOf(scale, tick.until) - placeOf(scale, tick.day) }}
          />
        ))}
        <span title="Today" className="absolute inset-y-0 w-[1.5px] bg-accent" style={at(today)} />
        {target !== null && (
          <span
            className="absolute inset-y-0 border-l-[1.5px] border-dashed border-warn"
            style={at(target)}
          />
        )}
      </div>
      <div
        aria-hidden="true"
        className="pointer-events-none sticky z-[6] h-0"
        style={{ top: height, left: 0 }}
      >
        <span className="absolute left-(--names)">
          <span
            className="absolute top-0 -translate-x-1/2 rounded-b bg-accent px-1 text-[11px] leading-4 whitespace-nowrap text-on-accent"
            style={at(today)}
          >
            today
          </span>
          {target !== null && (
            <svg
              aria-hidden="true"
              width="10"
              height="16"
              viewBox="-1 -9 10 16"
              className="absolute top-0"
              style={at(target)}
            >
              <path d={flagPath} fill="var(--warn)" />
              <path d="M0 -7V7" stroke="var(--warn)" strokeWidth="1.5" />
            </svg>
          )}
        </span>
      </div>
    </>
  );
});
