import { ChartTable } from "./chart-table";

export type HistogramBin = {
  /** The bin in words, like "9 Apr 2027". */
  readonly name: string;
  readonly count: number;
  /** Beyond the target. */
  readonly late: boolean;
};

export type HistogramMark = {
  readonly name: string;
  readonly at: number;
  readonly look: "solid" | "dashed" | "target";
};

const height = 92;

/** How often each outcome came up. Marks stand at shares of the width, 0 to 1. */
export function Histogram({
  label,
  bins,
  marks,
  ends,
}: {
  label: string;
  bins: readonly HistogramBin[];
  marks: readonly HistogramMark[];
  /** What stands under the left and right end. */
  ends: readonly [string, string];
}) {
  const most = Math.max(1, ...bins.map((bin) => bin.count));
  const total = Math.max(
    1,
    bins.reduce((sum, bin) => sum + bin.count, 0),
  );
  return (
    <figure>
      <div
        role="img"
        aria-label={label}
        className="relative flex items-end gap-px border-b border-line"
        style={{ height }}
      >
        {bins.map((bin) => (
          <span
            key={bin.name}
            className={
              bin.late
                ? "flex-1 rounded-t-[2px] bg-warn opacity-55"
                : "flex-1 rounded-t-[2px] bg-select opacity-80"
            }
            style={{ height: `${(bin.count / most) * 100}%` }}
          />
        ))}
        {marks.map((mark) => (
          <span
            key={mark.name}
            className={markLooks[mark.look]}
            style={{ left: `${Math.min(100, Math.max(0, mark.at * 100))}%` }}
          />
        ))}
      </div>
      <div className="mt-1 flex justify-between text-xs text-muted">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
      <figcaption className="mt-1.5 flex flex-wrap gap-x-3 gap-y-0.5 text-xs text-muted">
        {marks.map((mark) => (
          <span key={mark.name} className="flex items-center gap-1.5">
            <span aria-hidden="true" className={`${markLooks[mark.look]} static! inline-block h-3!`} />
            {mark.name}
          </span>
        ))}
      </figcaption>
      <ChartTable
        caption={label}
        columns={["From", "Share of runs"]}
        rows={bins.map((bin) => [bin.name, `${((bin.count / total) * 100).toFixed(1)} %`])}
      />
    </figure>
  );
}

const markLooks = {
  solid: "absolute bottom-0 h-full w-0 border-l-2 border-ink",
  dashed: "absolute bottom-0 h-[80%] w-0 border-l-2 border-dashed border-ink",
  target: "absolute bottom-0 h-full w-0 border-l-2 border-warn",
} as const;
