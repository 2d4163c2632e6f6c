import clsx from "clsx";
import { decisionClusters } from "./decision-clusters";
import { DecisionMark } from "./decision-mark";
import type { LifecycleMapData } from "./lifecycle-map-data";
import { LifecycleStation, LoopArc, LoopPill, StationName } from "./lifecycle-station";
import { type PhaseTone, phaseSteps, toneVariable } from "./phase-tone";

const mostDiamonds = 5;

/**
 * The map as the header of a project or the whole of a page: a rail of links, lying where its place is wide, standing where it
 * is narrow. On a page the decisions are named below their station.
 */
export function LifecycleRail({
  size,
  stations,
  decisions,
  loopPass,
  notes,
  stationHrefs,
}: LifecycleMapData & {
  size: "header" | "page";
  notes: readonly (string | undefined)[];
  stationHrefs: readonly string[];
}) {
  return (
    <div className="@container">
      <ol aria-label="Lifecycle" className={clsx("grid @xl:grid-cols-4", loopPass !== null && "@xl:pt-10")}>
        {phaseSteps.map(({ tone, name }, place) => {
          const state = stations[place] ?? "ahead";
          const own = decisions.filter((decision) => decision.phaseIndex === place);
          return (
            <li
              key={tone}
              aria-current={state === "current" ? "step" : undefined}
              className="relative grid grid-cols-[24px_minmax(0,1fr)] gap-x-3 pb-5 last:pb-0 @xl:grid-rows-[24px_auto] @xl:content-start @xl:gap-x-1 @xl:pb-0"
            >
              <RailLine tone={tone} done={state === "done"} last={place === 3} />
              <LifecycleStation tone={tone} state={state} />
              {place === 2 && loopPass !== null && <LoopArc pass={loopPass} ahead={state === "ahead"} />}
              <div className="min-w-0 @xl:col-span-2 @xl:row-start-2 @xl:mt-2 @xl:pr-4">
                <span className="flex min-h-6 flex-wrap items-center gap-x-2 @xl:min-h-0">
                  <StationName href={stationHrefs[place]} name={name} state={state} />
                  {place === 2 && loopPass !== null && loopPass > 0 && <LoopPill pass={loopPass} />}
                </span>
                {notes[place] !== undefined && <p className="text-xs text-muted">{notes[place]}</p>}
              </div>
              {own.length > 0 && (
                <ul
                  aria-label={`Decisions of ${name}`}
                  className={clsx(
                    "relative col-start-2 mt-1 flex min-w-0 items-center",
                    size === "header" &&
                      "-ml-1 flex-wrap gap-0.5 @xl:ml-0 @xl:row-start-1 @xl:mt-0 @xl:flex-nowrap @xl:justify-evenly @xl:pr-1",
                    size === "page" &&
                      "flex-col items-stretch! @xl:col-span-2 @xl:col-start-1 @xl:row-start-3 @xl:pr-4",
                  )}
                >
                  {size === "page"
                    ? own.map((decision) => (
                        <DecisionMark
                          key={decision.id}
                          named
                          cluster={{ open: decision.open, decisions: [decision] }}
                        />
                      ))
                    : decisionClusters(own, mostDiamonds).map((cluster) => (
                        <DecisionMark key={cluster.decisions[0]?.id} cluster={cluster} />
                      ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** From this station to the next; after the last one to the launch, a short bar across the rail. */
function RailLine({ tone, done, last }: { tone: PhaseTone; done: boolean; last: boolean }) {
  const background = done ? toneVariable(tone) : "var(--line)";
  return (
    <>
      <span
        aria-hidden="true"
        className={clsx(
          "absolute top-6 bottom-0 left-[10.5px] w-[3px] @xl:top-[10.5px] @xl:right-0 @xl:bottom-auto @xl:left-6 @xl:h-[3px] @xl:w-auto",
          last && "hidden @xl:block",
        )}
        style={{ background }}
      />
      {last && (
        <span
          aria-hidden="true"
          className="absolute top-[5px] right-0 hidden h-3.5 w-[3px] rounded-full @xl:block"
          style={{ background }}
        />
      )}
    </>
  );
}
