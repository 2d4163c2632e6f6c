import clsx from "clsx";
import { type DistributionMark, linesOf } from "./distribution-shape";

const lineHeight = 14;

/** The names of a chart's marks over their places, on as many lines as it takes for none to cover another. */
export function Marks({ marks }: { marks: readonly DistributionMark[] }) {
  const inside = marks.map((mark) => ({ ...mark, at: Math.min(1, Math.max(0, mark.at)) }));
  const lines = linesOf(inside);
  const most = Math.max(0, ...lines);
  return (
    <div aria-hidden="true" className="relative mb-0.5" style={{ height: (most + 1) * lineHeight }}>
      {inside.map(({ name, at, look }, place) => (
        <span
          key={`${look} ${name}`}
          className={clsx("absolute text-[11px] leading-[14px] whitespace-nowrap tabular-nums", words[look])}
          style={{
            left: `${at * 100}%`,
            bottom: (lines[place] ?? 0) * lineHeight,
            // Over its line, but never over the edge.
            transform: `translateX(-${at * 100}%)`,
          }}
        >
          {name}
        </span>
      ))}
    </div>
  );
}

const words = {
  solid: "text-ink font-semibold",
  dashed: "text-ink font-medium",
  thin: "text-muted",
  target: "text-warn font-medium",
  reference: "text-accent font-medium",
} as const satisfies Record<DistributionMark["look"], string>;
