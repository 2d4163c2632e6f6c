import clsx from "clsx";
import { formatPercent } from "../format";
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
  /** Share of the width, 0 to 1. */
  readonly at: number;
  readonly look: "solid" | "dashed" | "target";
};

const lineHeight = 15;

/** How often each outcome came up, with its marks written beside their lines, each on a line of its own. */
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
  const inOrder = [...marks].sort((a, b) => a.at - b.at);
  return (
    <figure>
      <div
        role="img"
        aria-label={label}
        className="relative border-b border-line"
        style={{ paddingTop: marks.length * lineHeight + 2 }}
      >
        <div className="flex h-20 items-end gap-px">
          {bins.map((bin) => (
            <span
              key={bin.name}
              className={clsx("flex-1 rounded-t-[2px]", bin.late ? "bg-warn/55" : "bg-select/80")}
              style={{ height: `${(bin.count / most) * 100}%` }}
            />
          ))}
        </div>
        {inOrder.map((mark, row) => (
          <Mark key={mark.name} mark={mark} top={row * lineHeight} />
        ))}
      </div>
      <div className="mt-1 flex justify-between text-xs text-muted">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
      <ChartTable
        caption={label}
        columns={["From", "Share of runs"]}
        rows={bins.map((bin) => [bin.name, formatPercent(bin.count / total)])}
      />
    </figure>
  );
}

function Mark({ mark, top }: { mark: HistogramMark; top: number }) {
  const at = Math.min(1, Math.max(0, mark.at));
  // To the right a label can meet no other line: those begin below it. Only where there is no room it goes left.
  const right = at < 0.64;
  return (
    <span
      className={clsx("absolute bottom-0 w-0", marks[mark.look].line)}
      style={{ left: `min(${at * 100}%, 100% - 2px)`, top: top + 2 }}
    >
      <span
        className={clsx(
          "absolute -top-px bg-surface text-[11px] leading-[13px] whitespace-nowrap tabular-nums",
          right ? "left-0.5 pl-0.5" : "right-1 pr-0.5",
          marks[mark.look].words,
        )}
      >
        {mark.name}
      </span>
    </span>
  );
}

const marks = {
  solid: { line: "border-l-2 border-ink", words: "text-ink font-medium" },
  dashed: { line: "border-l-2 border-dashed border-ink", words: "text-ink" },
  target: { line: "border-l-2 border-warn", words: "text-warn" },
} as const;
