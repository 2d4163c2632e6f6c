import type { GraphDecision } from "../graph.queries";
import type { GraphLink } from "../graph-rules";

type Look = { readonly className: string; readonly width: number; readonly dashes?: string };

const looks = {
  blocks: { className: "text-accent", width: 2.2 },
  before: { className: "text-line-strong", width: 1.4 },
  superseded: { className: "text-faint", width: 1.4, dashes: "4 3" },
} as const satisfies Record<string, Look>;

/** How an arrow looks: thick where an open decision keeps another open one waiting, dashed where one took another's place. */
export function linkLook(
  { kind }: GraphLink,
  from: GraphDecision | undefined,
  to: GraphDecision | undefined,
): Look {
  if (kind === "superseded-by") return looks.superseded;
  return from?.state === "open" && to?.state === "open" ? looks.blocks : looks.before;
}

export function GraphLegend() {
  return (
    <ul aria-label="Legend" className="flex flex-wrap gap-x-5 gap-y-1 text-xs text-muted">
      <Entry look={looks.blocks}>blocks: both are open</Entry>
      <Entry look={looks.before}>comes before</Entry>
      <Entry look={looks.superseded}>superseded by</Entry>
    </ul>
  );
}

function Entry({ look, children }: { look: Look; children: string }) {
  return (
    <li className="flex items-center gap-1.5">
      <svg viewBox="0 0 28 8" width="28" height="8" aria-hidden="true" className={look.className}>
        <path
          d="M0 4H22"
          stroke="currentColor"
          strokeWidth={look.width}
          {...(look.dashes === undefined ? {} : { strokeDasharray: look.dashes })}
        />
        <path d="M20 0.5 28 4 20 7.5z" fill="currentColor" />
      </svg>
      {children}
    </li>
  );
}
