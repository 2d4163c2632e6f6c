"use client";

import clsx from "clsx";
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { formatPercent } from "../format";
import { ChartTable } from "./chart-table";
import { Marks } from "./distribution-marks";
import {
  type DistributionBin,
  type DistributionMark,
  densitiesOf,
  domainOf,
  outlineOf,
  stairsOf,
} from "./distribution-shape";

export type { DistributionBin, DistributionMark } from "./distribution-shape";

/**
 * How often each outcome came up, above how likely it is not to be exceeded, on one axis; a second series is drawn as an outline.
 * The bars are walked with the arrow keys, as with the pointer, and each says its value and its chance.
 */
export function Distribution({
  label,
  bins,
  other,
  marks,
  limit,
  nameAt,
  columns,
}: {
  label: string;
  bins: readonly DistributionBin[];
  /** What is drawn beside it, and what it is called. */
  other?: { readonly name: string; readonly bins: readonly DistributionBin[] } | null;
  marks: readonly DistributionMark[];
  /** What lies beyond is drawn hatched: late, or over budget. */
  limit: number | null;
  /** A place on the axis in words. */
  nameAt: (value: number) => string;
  /** What the columns of the table behind it are called: the bin's end, and the chance of not exceeding it. */
  columns: readonly [string, string];
}) {
  const median = bins.findIndex((bin) => bin.cumulative >= 0.5);
  const [place, setPlace] = useState<number | null>(null);
  const current = Math.min(place ?? Math.max(0, median), bins.length - 1);
  const bin = bins[current];
  const series = other ? [bins, other.bins] : [bins];
  const [from, to] = domainOf(series);
  const at = (value: number) => (value - from) / (to - from);
  const most = Math.max(1e-12, ...series.flatMap(densitiesOf));
  const words =
    bin === undefined
      ? ""
      : `${bin.name}: ${formatPercent(bin.cumulative)} chance; ${formatPercent(bin.share)} of runs in this bar`;

  const walk = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setPlace(Math.min(bins.length - 1, Math.max(0, step(current, bins.length))));
  };
  const point = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const value = from + ((event.clientX - left) / Math.max(1, width)) * (to - from);
    const found = bins.findIndex((one) => value <= one.to);
    setPlace(found === -1 ? bins.length - 1 : found);
  };

  return (
    <figure className="[print-color-adjust:exact]">
      <Marks marks={marks.map((mark) => ({ ...mark, at: at(mark.at) }))} />
      <div
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-readonly
        aria-valuemin={1}
        aria-valuemax={bins.length}
        aria-valuenow={current + 1}
        aria-valuetext={words}
        onKeyDown={walk}
        onPointerMove={point}
        onPointerDown={point}
        className="relative block cursor-crosshair touch-pan-y rounded-sm"
      >
        <span className="relative block h-24 border-b border-line-strong">
          {bins.map((one, index) => (
            <span
              key={one.from}
              data-late={limit !== null && one.to > limit ? true : undefined}
              className={clsx(
                "absolute bottom-0 rounded-t-[2px]",
                limit !== null && one.to > limit ? lateClasses : "bg-select/75",
                place !== null && index === current && "outline-2 outline-ink",
              )}
              style={{
                left: `${at(one.from) * 100}%`,
                width: `max(1px, calc(${(at(one.to) - at(one.from)) * 100}% - 1px))`,
                height: `${((densitiesOf([one])[0] ?? 0) / most) * 100}%`,
              }}
            />
          ))}
          {other && <Line points={outlineOf(other.bins, at, most)} look="other" />}
        </span>
        <span className="relative block h-16 border-b border-line">
          {[0.5, 0.8].map((share) => (
            <span
              key={share}
              className="absolute inset-x-0 border-t border-dashed border-line"
              style={{ bottom: `${share * 100}%` }}
            >
              <span className="absolute top-0 right-0 pl-1 text-[11px] leading-3 text-muted">
                {formatPercent(share)}
              </span>
            </span>
          ))}
          <Line points={stairsOf(bins, at)} look="own" />
          {other && <Line points={stairsOf(other.bins, at)} look="other" />}
        </span>
        {marks.map((mark) => (
          <span
            key={`${mark.look} ${mark.name}`}
            className={clsx("absolute inset-y-0 w-0", lineClasses[mark.look])}
            style={{ left: `min(${Math.min(1, Math.max(0, at(mark.at))) * 100}%, 100% - 1px)` }}
          />
        ))}
      </div>
      <div className="mt-1 flex justify-between text-xs text-muted tabular-nums">
        {[from, (from + to) / 2, to].map((value, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: three places on an axis, which may bear one name
          <span key={index}>{nameAt(value)}</span>
        ))}
      </div>
      <p aria-hidden="true" className="mt-1 min-h-8 text-xs tabular-nums">
        {place === null ? (
          <span className="text-muted print:hidden">
            Above, how often it came up; below, the chance not to exceed it. Arrow keys or the pointer walk
            the bars.
          </span>
        ) : (
          words
        )}
      </p>
      <ChartTable
        caption={label}
        columns={[columns[0], "Share of runs", columns[1]]}
        rows={bins.map((one) => [one.name, formatPercent(one.share), formatPercent(one.cumulative)])}
      />
      {other && (
        <ChartTable
          caption={`${label}, ${other.name}`}
          of={other.name}
          columns={[columns[0], "Share of runs", columns[1]]}
          rows={other.bins.map((one) => [one.name, formatPercent(one.share), formatPercent(one.cumulative)])}
        />
      )}
    </figure>
  );
}

/** Stretched to its place, with lines that keep their width. */
function Line({ points, look }: { points: string; look: "own" | "other" }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      className="absolute inset-0 size-full overflow-visible"
    >
      <polyline
        points={points}
        fill="none"
        vectorEffect="non-scaling-stroke"
        className={look === "own" ? "stroke-select" : "stroke-ink"}
        strokeWidth={2}
        {...(look === "own" ? {} : { strokeDasharray: "5 3" })}
      />
    </svg>
  );
}

const steps: Readonly<Record<string, (from: number, bars: number) => number>> = {
  ArrowRight: (from) => from + 1,
  ArrowUp: (from) => from + 1,
  ArrowLeft: (from) => from - 1,
  ArrowDown: (from) => from - 1,
  PageUp: (from) => from + 5,
  PageDown: (from) => from - 5,
  Home: () => 0,
  End: (_, bars) => bars - 1,
};

const lateClasses =
  "border border-warn bg-[repeating-linear-gradient(135deg,var(--warn)_0_2px,transparent_2px_5px)]";

const lineClasses = {
  solid: "border-l-2 border-ink",
  dashed: "border-l-2 border-dashed border-ink",
  thin: "border-l border-muted",
  target: "border-l-2 border-warn",
  reference: "border-l-2 border-dotted border-accent",
} as const satisfies Record<DistributionMark["look"], string>;
