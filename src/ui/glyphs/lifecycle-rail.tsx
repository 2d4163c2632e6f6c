import clsx from "clsx";
import { Check, RotateCw } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { DecisionDiamond } from "./decision-diamond";
import type { LifecycleMapData } from "./lifecycle-map";
import { toneVariable } from "./phase-tone";

const mostDiamonds = 7;

/** The map as the header of a project: a rail of links, lying on large screens and standing on small ones. */
export function LifecycleRail({ map }: { map: LifecycleMapData }) {
  return (
    <ol aria-label="Lifecycle" className="grid sm:grid-cols-4">
      {map.stations.map((station, place) => {
        const decisions = map.decisions.filter((decision) => decision.station === place);
        const last = place === map.stations.length - 1;
        return (
          <li
            key={station.name}
            aria-current={station.state === "current" ? "step" : undefined}
            className="relative flex min-w-0 gap-3 pb-4 sm:block sm:pt-6 sm:pb-0"
          >
            <RailLine tone={station.tone} done={station.state === "done"} last={last} />
            <div className="relative flex shrink-0 items-start sm:h-7 sm:items-center">
              <Station tone={station.tone} state={station.state} />
              {place === 2 && map.loopPass > 0 && <Loop pass={map.loopPass} />}
              <span className="hidden min-w-0 flex-1 items-center justify-evenly pr-2 sm:flex">
                <Diamonds decisions={decisions} />
              </span>
            </div>
            <div className="min-w-0 sm:mt-2 sm:pr-3">
              <StationName href={station.href} name={station.name} state={station.state} />
              {station.note !== undefined && <p className="text-xs text-muted">{station.note}</p>}
              <span className="mt-1 flex flex-wrap gap-1 sm:hidden">
                <Diamonds decisions={decisions} />
              </span>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function RailLine({
  tone,
  done,
  last,
}: {
  tone: LifecycleMapData["stations"][number]["tone"];
  done: boolean;
  last: boolean;
}) {
  return (
    <span
      aria-hidden="true"
      className={clsx(
        "absolute top-6 bottom-0 left-[10.5px] w-[3px] sm:top-[36.5px] sm:right-0 sm:bottom-auto sm:left-6 sm:h-[3px] sm:w-auto",
        last && "hidden sm:right-8 sm:block",
      )}
      style={{ background: done ? toneVariable(tone) : "var(--line)" }}
    />
  );
}

function Station({ tone, state }: Pick<LifecycleMapData["stations"][number], "tone" | "state">) {
  const hue = toneVariable(tone);
  return (
    <span
      className="relative grid size-6 shrink-0 place-items-center rounded-full border-[2.5px]"
      style={{
        borderColor: state === "ahead" ? "var(--faint)" : hue,
        background: state === "done" ? hue : "var(--surface)",
        color: "var(--surface)",
      }}
    >
      <span className="sr-only">{{ done: "Done:", current: "Current:", ahead: "Ahead:" }[state]}</span>
      {state === "done" && <Check aria-hidden="true" className="size-3.5" strokeWidth={3} />}
      {state === "current" && <span className="size-2.5 rounded-full" style={{ background: hue }} />}
    </span>
  );
}

function Loop({ pass }: { pass: number }) {
  return (
    <span className="absolute left-7 flex items-center gap-1 rounded-full bg-align-soft px-1.5 text-xs whitespace-nowrap text-align sm:-top-6 sm:-left-1">
      <RotateCw aria-hidden="true" className="size-3" />
      pass {pass}
    </span>
  );
}

function StationName({
  href,
  name,
  state,
}: {
  href: string | undefined;
  name: string;
  state: string;
}): ReactNode {
  const classes = clsx("font-semibold", state === "ahead" && "text-muted");
  return href === undefined ? (
    <span className={classes}>{name}</span>
  ) : (
    <Link href={href} className={clsx(classes, "rounded hover:underline")}>
      {name}
    </Link>
  );
}

function Diamonds({ decisions }: { decisions: LifecycleMapData["decisions"] }) {
  const crowded = decisions.length > mostDiamonds;
  const shown = crowded ? decisions.slice(0, mostDiamonds - 1) : decisions;
  return (
    <>
      {shown.map((decision) => (
        <Diamond key={decision.id} decision={decision} />
      ))}
      {crowded && (
        <span className="relative bg-surface text-xs text-muted">
          +{decisions.length - shown.length}
          <span className="sr-only"> more decisions</span>
        </span>
      )}
    </>
  );
}

function Diamond({ decision }: { decision: LifecycleMapData["decisions"][number] }) {
  const diamond = <DecisionDiamond state={decision.open ? "open" : "decided"} />;
  const classes = "relative grid size-6 place-items-center rounded bg-surface hover:bg-sunk";
  if (decision.href === undefined) {
    return (
      <span title={decision.title} className={classes}>
        {diamond}
      </span>
    );
  }
  return (
    <Link href={decision.href} title={decision.title} className={classes}>
      {diamond}
      <span className="sr-only">: {decision.title}</span>
    </Link>
  );
}
