import clsx from "clsx";
import { useId } from "react";
import { DecisionDiamond } from "@/ui/glyphs/decision-diamond";
import { Link } from "@/ui/link";
import type { GraphDecision } from "../graph.queries";
import type { Drawing } from "../graph-rules";
import { linkLook } from "./graph-legend";

/** A cluster as a picture: cards that are links, joined by arrows that run down. The arrows are told with each card. */
export function GraphDrawing({
  label,
  base,
  decisions,
  drawing,
}: {
  label: string;
  base: string;
  decisions: readonly GraphDecision[];
  drawing: Drawing;
}) {
  const arrow = useId();
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard (WCAG 2.1.1)
    <section aria-label={label} tabIndex={0} className="overflow-x-auto">
      <svg
        width={drawing.width}
        height={drawing.height}
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        className="block"
      >
        <title>{label}</title>
        {drawing.links.map((link) => {
          const look = linkLook(link, byId.get(link.from), byId.get(link.to));
          const marker = `${arrow}-${link.kind}-${link.from}-${link.to}`;
          return (
            <g key={marker} className={look.className}>
              <marker
                id={marker}
                viewBox="0 0 8 8"
                refX="7"
                refY="4"
                markerWidth="7"
                markerHeight="7"
                orient="auto"
              >
                <path d="M0 0.5 8 4 0 7.5z" fill="currentColor" />
              </marker>
              <path
                d={curve(link.points)}
                fill="none"
                stroke="currentColor"
                strokeWidth={look.width}
                strokeDasharray={look.dashes}
                markerEnd={`url(#${marker})`}
              />
            </g>
          );
        })}
        {drawing.cards.map(({ id, x, y }) => {
          const decision = byId.get(id);
          if (decision === undefined) return null;
          return (
            <foreignObject key={id} x={x} y={y} {...drawing.card}>
              <Link
                href={`${base}/decisions/${decision.number}`}
                className={clsx(
                  "block h-full rounded-md border bg-surface px-2.5 py-1.5 text-xs outline-offset-[-2px] hover:bg-sunk",
                  decision.found ? "border-line-strong" : "border-dashed border-line text-muted",
                )}
              >
                <span className="mb-0.5 flex items-center gap-1.5 text-muted">
                  <DecisionDiamond
                    open={decision.state === "open"}
                    superseded={decision.state === "superseded"}
                    size={12}
                    label={null}
                  />
                  D-{decision.number} · {decision.state}
                </span>
                <span className="line-clamp-3 font-medium [overflow-wrap:anywhere]">{decision.question}</span>
                <span className="sr-only">{tellLinks(decision, drawing, byId)}</span>
              </Link>
            </foreignObject>
          );
        })}
      </svg>
    </section>
  );
}

/** Through the way's points, rounded where it bends. */
function curve(points: Drawing["links"][number]["points"]): string {
  const [first, ...rest] = points;
  if (first === undefined) return "";
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? point;
    const isLast = index === rest.length - 2;
    const end = isLast ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${point.x} ${point.y} ${end.x} ${end.y}`;
  });
  const last = rest.at(-1);
  const straight = bends.length === 0 && last !== undefined ? `L${last.x} ${last.y}` : "";
  return `M${first.x} ${first.y}${bends.join("")}${straight}`;
}

function tellLinks(
  { id }: GraphDecision,
  { links }: Drawing,
  byId: ReadonlyMap<string, GraphDecision>,
): string {
  const numbers = (ids: readonly string[]) => ids.map((other) => `D-${byId.get(other)?.number}`).join(", ");
  const tell = (words: string, ids: readonly string[]) =>
    ids.length === 0 ? "" : ` ${words} ${numbers(ids)}.`;
  const from = (kind: string) => links.filter((link) => link.kind === kind && link.to === id);
  const to = (kind: string) => links.filter((link) => link.kind === kind && link.from === id);
  return [
    tell(
      "Waits for",
      from("comes-before").map((link) => link.from),
    ),
    tell(
      "Comes before",
      to("comes-before").map((link) => link.to),
    ),
    tell(
      "Supersedes",
      from("superseded-by").map((link) => link.from),
    ),
    tell(
      "Superseded by",
      to("superseded-by").map((link) => link.to),
    ),
  ].join("");
}
