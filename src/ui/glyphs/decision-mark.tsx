import clsx from "clsx";
import { type ReactNode, useId } from "react";
import { Link } from "../link";
import type { DecisionCluster } from "./decision-clusters";
import { DecisionDiamond } from "./decision-diamond";
import type { MapDecision } from "./lifecycle-map-data";

/** A diamond on the rail: leads to its decision, or opens the list of those that it stands for. */
export function DecisionMark({ cluster, named = false }: { cluster: DecisionCluster; named?: boolean }) {
  const [first, ...others] = cluster.decisions;
  if (first === undefined) return null;
  return (
    <li className={clsx("flex", !named && "shrink-0")}>
      {others.length > 0 ? (
        <Cluster cluster={cluster} />
      ) : named ? (
        <NamedDecision decision={first} />
      ) : (
        <Frame decision={first} title={first.title} className="grid size-6 place-items-center rounded-full">
          <DecisionDiamond open={first.open} />
          <span className="sr-only">: {first.title}</span>
        </Frame>
      )}
    </li>
  );
}

/** The browser's own popover: closes on Escape and on a press elsewhere, and needs no script of ours. */
function Cluster({ cluster }: { cluster: DecisionCluster }) {
  const id = useId();
  const words = `${cluster.decisions.length} ${cluster.open ? "open" : "decided"} decisions`;
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        title={words}
        className="flex h-6 items-center gap-1 rounded-full border border-line bg-surface px-1.5 text-xs font-medium tabular-nums hover:border-line-strong"
      >
        <DecisionDiamond open={cluster.open} size={13} label={null} />
        <span aria-hidden="true">{cluster.decisions.length}</span>
        <span className="sr-only">{words}</span>
      </button>
      <div
        id={id}
        popover="auto"
        className="anchored w-80 max-w-[calc(100vw-1rem)] rounded-lg border border-line bg-surface p-1.5 text-ink shadow-float"
      >
        <p className="px-1.5 pt-0.5 pb-1 text-xs text-muted">{words}</p>
        <ul className="max-h-72 overflow-y-auto">
          {cluster.decisions.map((decision) => (
            <li key={decision.id} className="flex">
              <NamedDecision decision={decision} />
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

function NamedDecision({ decision }: { decision: MapDecision }) {
  return (
    <Frame
      decision={decision}
      className="flex min-h-7 w-full min-w-0 items-start gap-2 rounded px-1.5 py-1 text-xs"
    >
      <span className="mt-px">
        <DecisionDiamond open={decision.open} size={14} />
      </span>
      <span className="min-w-0 [overflow-wrap:anywhere]">{decision.title}</span>
    </Frame>
  );
}

function Frame({
  decision,
  title,
  className,
  children,
}: {
  decision: MapDecision;
  title?: string;
  className: string;
  children: ReactNode;
}) {
  if (decision.href === undefined) {
    return (
      <span title={title} className={className}>
        {children}
      </span>
    );
  }
  return (
    <Link href={decision.href} title={title} className={clsx(className, "hover:bg-sunk")}>
      {children}
    </Link>
  );
}
