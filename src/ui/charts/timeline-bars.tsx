import { type PhaseTone, toneVariable } from "../glyphs/phase-tone";
import { ChartTable } from "./chart-table";

export type TimelineRow = {
  readonly id: string;
  readonly name: string;
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

/** Tasks over time. Fading ends are uncertainty; underlined is often on the longest path. */
export function TimelineBars({
  label,
  rows,
  ticks,
  today,
}: {
  label: string;
  rows: readonly TimelineRow[];
  ticks: readonly { readonly at: number; readonly name: string }[];
  today: number | null;
}) {
  return (
    <figure>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard (WCAG 2.1.1) */}
      <section aria-label={label} tabIndex={0} className="overflow-x-auto">
        <div aria-hidden="true" className="grid min-w-160 grid-cols-[minmax(140px,220px)_1fr] gap-x-4">
          <span />
          <div className="relative h-5 text-xs text-muted">
            {ticks.map((tick) => (
              <span
                key={tick.name}
                className="absolute whitespace-nowrap"
                style={{ left: `${tick.at * 100}%` }}
              >
                {tick.name}
              </span>
            ))}
          </div>
          {rows.map((row) => (
            <Row key={row.id} row={row} ticks={ticks} today={today} />
          ))}
        </div>
      </section>
      <ChartTable
        caption={label}
        columns={["Task", "Start (P50)", "Finish (P50)", "Finish (P95)", "On the longest path"]}
        rows={rows.map((row) => [row.name, ...row.words, row.critical ? "often" : "seldom"])}
      />
    </figure>
  );
}

function Row({
  row,
  ticks,
  today,
}: {
  row: TimelineRow;
  ticks: readonly { readonly at: number }[];
  today: number | null;
}) {
  const hue = toneVariable(row.tone);
  const width = Math.max(0.006, row.p95 - row.start);
  const solid = Math.min(100, Math.max(0, ((row.p50 - row.start) / width) * 100));
  return (
    <>
      <span className={row.done ? "truncate py-1 text-sm text-muted" : "truncate py-1 text-sm"}>
        {row.name}
      </span>
      <span className="relative h-7">
        {ticks.map((tick) => (
          <span
            key={tick.at}
            className="absolute inset-y-0 w-px bg-line"
            style={{ left: `${tick.at * 100}%` }}
          />
        ))}
        <span
          className="absolute top-1.5 h-3.5 rounded"
          style={{
            left: `${row.start * 100}%`,
            width: `${width * 100}%`,
            opacity: row.tentative ? 0.55 : 1,
            background: row.done
              ? `color-mix(in srgb, ${hue} 45%, var(--surface))`
              : `linear-gradient(90deg, ${hue} ${solid}%, color-mix(in srgb, ${hue} 8%, transparent))`,
          }}
        />
        {row.critical && (
          <span
            className="absolute top-[23px] h-[1.5px] bg-ink"
            style={{ left: `${row.start * 100}%`, width: `${Math.max(0.006, row.p50 - row.start) * 100}%` }}
          />
        )}
        {today !== null && (
          <span className="absolute inset-y-0 w-[1.5px] bg-accent" style={{ left: `${today * 100}%` }} />
        )}
      </span>
    </>
  );
}
