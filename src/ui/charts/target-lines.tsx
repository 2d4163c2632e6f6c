import type { ReactNode } from "react";
import { ChartTable } from "./chart-table";

export type TargetLine = {
  readonly id: string;
  readonly name: string;
  /** What is asked, in words: "at least 98 %". */
  readonly asked: string;
  /** Null where no number is asked. */
  readonly target: number | null;
  readonly points: readonly {
    /** Which step it was measured at, from 1. */
    readonly step: number;
    readonly value: number;
    /** The value with its unit. */
    readonly text: string;
    /** Null where that cannot be said. */
    readonly met: boolean | null;
  }[];
};

const width = 280;
const height = 104;
const inset = { left: 14, right: 14, top: 18, bottom: 20 };

/**
 * One panel per criterion, each on a scale of its own: what was measured at every step, and the target as a dashed line. Filled
 * marks met it, hollow ones did not: nothing is told by colour alone.
 */
export function TargetLines({
  label,
  step,
  steps,
  lines,
}: {
  label: string;
  /** What a step is called: "Pass". */
  step: string;
  /** How many there are. */
  steps: number;
  lines: readonly TargetLine[];
}) {
  const numbers = Array.from({ length: steps }, (_, place) => place + 1);
  return (
    <figure>
      <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {lines.map((line) => (
          <li key={line.id} className="min-w-0">
            <p className="text-sm font-medium [overflow-wrap:anywhere]">{line.name}</p>
            <p className="text-xs text-muted [overflow-wrap:anywhere]">
              {line.asked === "" ? "no target in the brief" : `target: ${line.asked}`}
            </p>
            <Panel line={line} step={step} steps={numbers} />
          </li>
        ))}
      </ul>
      <figcaption className="mt-2 text-xs text-muted">
        ● meets the target · ○ does not, or has none to meet · dashed: the target
      </figcaption>
      <ChartTable
        caption={label}
        columns={["Criterion", "Target", ...numbers.map((number) => `${step} ${number}`)]}
        rows={lines.map((line) => [
          line.name,
          line.asked === "" ? "–" : line.asked,
          ...numbers.map((number): ReactNode => cellOf(line, number)),
        ])}
      />
    </figure>
  );
}

function cellOf({ points }: TargetLine, number: number): string {
  const point = points.find(({ step }) => step === number);
  if (point === undefined) return "–";
  return point.met === null ? point.text : `${point.text}, ${point.met ? "met" : "not met"}`;
}

function Panel({ line, step, steps }: { line: TargetLine; step: string; steps: readonly number[] }) {
  const { target, points } = line;
  const values = [...points.map(({ value }) => value), ...(target === null ? [] : [target])];
  const low = Math.min(...values);
  const spread = Math.max(...values) - low || Math.abs(low) || 1;
  const x = (number: number) =>
    inset.left +
    (steps.length < 2 ? 0.5 : (number - 1) / (steps.length - 1)) * (width - inset.left - inset.right);
  const y = (value: number) =>
    height - inset.bottom - ((value - low) / spread) * (height - inset.top - inset.bottom);
  const told = points.map((point) => `${step} ${point.step} ${cellOf(line, point.step)}`).join("; ");
  return (
    <svg
      role="img"
      aria-label={`${line.name}: ${told === "" ? "nothing measured" : told}`}
      viewBox={`0 0 ${width} ${height}`}
      className="mt-1 block w-full max-w-96 overflow-visible tabular-nums"
    >
      <line
        x1={0}
        x2={width}
        y1={height - inset.bottom + 6}
        y2={height - inset.bottom + 6}
        className="stroke-line"
      />
      {target !== null && (
        <line
          x1={0}
          x2={width}
          y1={y(target)}
          y2={y(target)}
          strokeDasharray="5 4"
          strokeWidth={1.5}
          className="stroke-muted"
        />
      )}
      <polyline
        points={points.map(({ step: number, value }) => `${x(number)},${y(value)}`).join(" ")}
        fill="none"
        strokeWidth={2}
        className="stroke-align"
      />
      {points.map((point) => (
        <g key={point.step}>
          <circle
            cx={x(point.step)}
            cy={y(point.value)}
            r={4}
            strokeWidth={2}
            className={point.met === true ? "fill-align stroke-align" : "fill-surface stroke-align"}
          />
          <text
            x={x(point.step)}
            y={y(point.value) - 8}
            textAnchor={anchorOf(point.step, steps.length)}
            className="fill-ink text-[11px]"
          >
            {point.text}
          </text>
        </g>
      ))}
      {steps.map((number) => (
        <text
          key={number}
          x={x(number)}
          y={height - 2}
          textAnchor={anchorOf(number, steps.length)}
          className="fill-muted text-[10px]"
        >
          {steps.length > 6 ? number : `${step} ${number}`}
        </text>
      ))}
    </svg>
  );
}

/** What stands at an end is written towards the middle, so that it stays inside. */
function anchorOf(number: number, count: number): "start" | "middle" | "end" {
  if (count > 1 && number === 1) return "start";
  return count > 1 && number === count ? "end" : "middle";
}
