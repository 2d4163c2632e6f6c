import clsx from "clsx";
import { ChartTable } from "./chart-table";

export type LineChartLine = {
  readonly name: string;
  readonly points: readonly {
    readonly x: number;
    readonly value: number;
    readonly low?: number | undefined;
    readonly high?: number | undefined;
  }[];
};

const width = 400;
const height = 150;

/** One or two lines over a quantity, with the range as a band and where one stands as a mark; its table is behind it. */
export function LineChart({
  label,
  over,
  lines,
  at,
  scale,
  tell,
  columns,
}: {
  label: string;
  over: string;
  lines: readonly LineChartLine[];
  at: number;
  scale: "even" | "ratio";
  tell: (value: number) => string;
  /** Heads of the table: of the quantity, then of each line. */
  columns: readonly string[];
}) {
  const xs = lines.flatMap(({ points }) => points.map(({ x }) => x));
  const first = Math.min(...xs);
  const last = Math.max(...xs);
  const most = Math.max(...lines.flatMap(({ points }) => points.map(({ value, high }) => high ?? value)));
  const position = (x: number) =>
    scale === "even" ? (x - first) / (last - first) : Math.log(x / first) / Math.log(last / first);
  const across = (x: number) => (position(x) * width).toFixed(1);
  /** Lines that cross over powers of ten are seen to cross only where both axes go by ratio. */
  const least = Math.min(...lines.flatMap(({ points }) => points.map(({ value, low }) => low ?? value)));
  const byRatio = scale === "ratio" && least > 0 && most > least;
  const share = (value: number) =>
    byRatio ? 0.04 + (0.96 * Math.log(value / least)) / Math.log(most / least) : value / most;
  const up = (value: number) => (height - share(value) * height).toFixed(1);
  const path = (points: readonly (readonly [number, number])[]) =>
    points.map(([x, value], place) => `${place === 0 ? "M" : "L"}${across(x)} ${up(value)}`).join("");
  return (
    <figure>
      <ul className="mb-1 flex flex-wrap gap-x-4 text-xs text-muted" aria-hidden="true">
        {lines.map(({ name }, place) => (
          <li key={name} className="flex items-center gap-1.5">
            <svg viewBox="0 0 20 4" className="h-1 w-5" aria-hidden="true">
              <path d="M0 2H20" className={lookOf(place)} strokeWidth={3} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      <div className="mb-0.5 text-[11px] leading-[13px] text-muted tabular-nums">
        {byRatio ? `${tell(least)} to ${tell(most)}, by ratio` : `0 to ${tell(most)}`}
      </div>
      <div role="img" aria-label={label} className="relative border-b border-l border-line">
        <svg
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          className="block h-36 w-full overflow-visible"
          aria-hidden="true"
        >
          {lines.map(({ name, points }, place) => (
            <g key={name}>
              <path
                d={`${path([
                  ...points.map(({ x, value, high }) => [x, high ?? value] as const),
                  ...points.toReversed().map(({ x, value, low }) => [x, low ?? value] as const),
                ])}Z`}
                className={place === 0 ? "fill-accent/15" : "fill-warn/10"}
              />
              <path
                d={path(points.map(({ x, value }) => [x, value] as const))}
                className={lookOf(place)}
                strokeWidth={2}
                vectorEffect="non-scaling-stroke"
              />
            </g>
          ))}
          <path
            d={`M${across(at)} 0V${height}`}
            className="stroke-ink"
            strokeWidth={1}
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        <span
          className={clsx(
            "absolute top-1 bg-surface px-0.5 text-[11px] leading-[13px] whitespace-nowrap text-ink tabular-nums",
            position(at) > 0.64 && "-translate-x-full",
          )}
          style={{ left: `${Math.min(1, Math.max(0, position(at))) * 100}%` }}
        >
          {tell(at)}
        </span>
      </div>
      <div className="mt-1 flex justify-between text-xs text-muted tabular-nums">
        <span>{tell(first)}</span>
        <span>{over}</span>
        <span>{tell(last)}</span>
      </div>
      <ChartTable
        caption={label}
        columns={columns}
        rows={(lines[0]?.points ?? []).map(({ x }, place) => [
          tell(x),
          ...lines.map(({ points }) => tellPoint(points[place], tell)),
        ])}
      />
    </figure>
  );
}

function lookOf(place: number): string {
  return place === 0 ? "fill-none stroke-accent" : "fill-none stroke-warn [stroke-dasharray:5_3]";
}

function tellPoint(
  point: LineChartLine["points"][number] | undefined,
  tell: (value: number) => string,
): string {
  if (point === undefined) return "";
  const { value, low, high } = point;
  return low === undefined || high === undefined
    ? tell(value)
    : `${tell(value)} (${tell(low)} to ${tell(high)})`;
}
