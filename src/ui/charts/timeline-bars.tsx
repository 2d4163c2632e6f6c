import clsx from "clsx";
import Link from "next/link";
import { type PhaseTone, toneVariable } from "../glyphs/phase-tone";
import { ChartTable } from "./chart-table";

export type TimelineRow = {
  readonly id: string;
  readonly name: string;
  readonly href?: string;
  readonly tone: PhaseTone;
  /** Shares of the axis, 0 to 1: the bar runs solid from start to P50 and fades out to P95. */
  readonly start: number;
  readonly p50: number;
  readonly p95: number;
  /** Days in words, for the table: start, P50, P95. */
  readonly words: readonly [string, string, string];
  readonly critical: boolean;
  readonly done: boolean;
  /** Depends on an open decision. */
  readonly tentative: boolean;
};

type Tick = { readonly at: number; readonly name: string };

/** Tasks over time. Fading ends are uncertainty, underlined is often on the longest path, dashed waits for a decision. */
export function TimelineBars({
  label,
  rows,
  ticks,
  today,
}: {
  label: string;
  rows: readonly TimelineRow[];
  ticks: readonly Tick[];
  today: number | null;
}) {
  return (
    <figure>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard (WCAG 2.1.1) */}
      <section aria-label={label} tabIndex={0} className="relative overflow-x-auto">
        <div className="relative min-w-160">
          <Axis ticks={ticks} today={today} />
          <ul className="relative pt-6">
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
        </div>
      </section>
      <ChartTable
        caption={label}
        columns={[
          "Task",
          "Start (P50)",
          "Finish (P50)",
          "Finish (P95)",
          "On the longest path",
          "In the plan",
        ]}
        rows={rows.map((row) => [
          row.name,
          ...row.words,
          row.critical ? "often" : "seldom",
          row.tentative ? "if so decided" : "yes",
        ])}
      />
    </figure>
  );
}

const columns = "grid grid-cols-[132px_1fr] gap-x-3 sm:grid-cols-[220px_1fr]";

function Axis({ ticks, today }: { ticks: readonly Tick[]; today: number | null }) {
  return (
    <div aria-hidden="true" className={clsx(columns, "absolute inset-0")}>
      <span />
      <span className="relative overflow-hidden">
        {ticks.map((tick) => (
          <span
            key={tick.name}
            className="absolute inset-y-0 border-l border-line pl-1 text-xs leading-5 whitespace-nowrap text-muted"
            style={{ left: place(tick.at) }}
          >
            {tick.name}
          </span>
        ))}
        {today !== null && (
          <span className="absolute top-5 bottom-0 w-[1.5px] bg-accent" style={{ left: place(today) }} />
        )}
      </span>
    </div>
  );
}

function Row({ row }: { row: TimelineRow }) {
  const hue = toneVariable(row.tone);
  const width = Math.max(0.006, row.p95 - row.start);
  const solid = Math.min(100, Math.max(0, ((row.p50 - row.start) / width) * 100));
  return (
    <li className={clsx(columns, "min-h-7")}>
      <Name row={row} />
      <span aria-hidden="true" className="relative">
        <span
          className={clsx("absolute top-1.5 h-3.5 rounded", row.tentative && "border border-dashed")}
          style={{
            left: place(row.start),
            width: place(width),
            borderColor: hue,
            background: row.done
              ? `color-mix(in srgb, ${hue} 45%, var(--surface))`
              : `linear-gradient(90deg, color-mix(in srgb, ${hue} ${row.tentative ? 45 : 95}%, transparent) ${solid}%, color-mix(in srgb, ${hue} 6%, transparent))`,
          }}
        />
        {row.critical && (
          <span
            className="absolute top-[23px] h-[1.5px] bg-ink"
            style={{ left: place(row.start), width: place(Math.max(0.006, row.p50 - row.start)) }}
          />
        )}
      </span>
    </li>
  );
}

function Name({ row }: { row: TimelineRow }) {
  const classes = clsx(
    "sticky left-0 z-10 truncate bg-surface pr-2 text-sm leading-7",
    row.done && "text-muted",
  );
  const words = (
    <>
      {row.name}
      <span className="sr-only">
        {row.done ? ", done" : `, from ${row.words[0]} to ${row.words[1]}, P95 ${row.words[2]}`}
      </span>
    </>
  );
  if (row.href === undefined) {
    return (
      <span className={classes} title={row.name}>
        {words}
      </span>
    );
  }
  return (
    <Link href={row.href} scroll={false} title={row.name} className={clsx(classes, "hover:underline")}>
      {words}
    </Link>
  );
}

function place(share: number): string {
  return `${Math.round(Math.min(1, Math.max(0, share)) * 100_000) / 1_000}%`;
}
