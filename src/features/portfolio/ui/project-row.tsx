import clsx from "clsx";
import { memo, type Ref } from "react";
import { mapProps, projectAddress } from "@/features/projects/ui";
import { formatDate, formatMoney, formatPersonDays } from "@/ui/format";
import { ForecastBar } from "@/ui/glyphs/forecast-bar";
import { LifecycleMap } from "@/ui/glyphs/lifecycle-map";
import { phaseTones } from "@/ui/glyphs/phase-tone";
import { cellPlace } from "@/ui/grid-keys";
import { Link } from "@/ui/link";
import { PrivateMark } from "@/ui/private-mark";
import { Td } from "@/ui/table";
import { RelativeTime } from "@/ui/time";
import type { Portfolio, PortfolioRow } from "../queries";
import type { Column } from "./filter";
import { HealthMark } from "./health-mark";
import { placeOnScale } from "./time-scale";

export type RowLooks = {
  readonly workspace: string;
  readonly currency: string;
  readonly shown: readonly Column[];
  readonly scale: Portfolio["scale"];
  /** Whether the rows are the list of a part of the effort. */
  readonly withPart: boolean;
};

/**
 * A project. Its place counts the rows from 0, for the arrow keys; the first row of a grid is its head. While one scrolls, the rows that
 * stay in sight are not drawn again.
 */
export const ProjectRow = memo(function ProjectRow({
  project,
  place,
  looks,
  measure,
  index,
}: {
  project: PortfolioRow;
  place: number;
  looks: RowLooks;
  measure?: Ref<HTMLTableRowElement>;
  /** Its place among rows and heads of groups, for whoever measures it. */
  index?: number;
}) {
  const { workspace, shown, withPart } = looks;
  return (
    <tr ref={measure} data-index={index} aria-rowindex={place + 2}>
      <Td className="min-w-40 max-md:col-span-2">
        <Link
          {...cellPlace(place, 0)}
          href={projectAddress(workspace, project.key)}
          className="inline-block min-h-6 py-0.5 font-medium hover:underline"
        >
          {project.name}
        </Link>
        {project.isPrivate && <PrivateMark className="ml-1.5" />}
        <div className="text-xs text-muted">
          {project.key} · {project.ownerName} · <RelativeTime at={project.changedAt} />
        </div>
      </Td>
      {withPart && (
        <Td
          numeric
          className="whitespace-nowrap"
          name="Spent / planned"
          tabIndex={-1}
          {...cellPlace(place, 1)}
        >
          {(project.part.actual / 100).toFixed(1)} /{" "}
          {formatPersonDays((project.part.actual + project.part.remaining) / 100, { short: true })}
        </Td>
      )}
      {shown.map((column, at) => (
        <Cell
          key={column}
          column={column}
          project={project}
          looks={looks}
          at={cellPlace(place, at + (withPart ? 2 : 1))}
        />
      ))}
    </tr>
  );
});

const oldAfterDays = 14;

function Cell({
  column,
  project,
  looks: { workspace, currency, scale },
  at,
}: {
  column: Column;
  project: PortfolioRow;
  looks: RowLooks;
  at: ReturnType<typeof cellPlace>;
}) {
  const base = projectAddress(workspace, project.key);
  switch (column) {
    case "lifecycle":
      return (
        <Td className="max-md:col-span-2" tabIndex={-1} {...at}>
          <LifecycleMap size="row" {...mapProps(workspace, project)} />
        </Td>
      );
    case "health":
      return (
        <Td className="max-md:col-span-2" tabIndex={-1} {...at}>
          <HealthMark health={project.health} currency={currency} />
        </Td>
      );
    case "finish":
      return (
        <Td className="max-md:col-span-2" tabIndex={-1} {...at}>
          <Finish project={project} scale={scale} />
        </Td>
      );
    case "decisions":
      return (
        <Td numeric className="whitespace-nowrap" name="Open decisions">
          <Link {...at} href={base} className="inline-block min-h-6 min-w-6 py-0.5 hover:underline">
            {project.openDecisions}
          </Link>
          {project.oldestDecisionDays !== null && (
            <div
              className={clsx(
                "text-xs",
                project.oldestDecisionDays > oldAfterDays ? "text-warn" : "text-muted",
              )}
            >
              oldest {project.oldestDecisionDays} d
            </div>
          )}
        </Td>
      );
    case "effort":
      return (
        <Td numeric className="whitespace-nowrap" name="Effort">
          <Link {...at} href={`${base}/plan`} className="inline-block min-h-6 py-0.5 hover:underline">
            {formatPersonDays(project.effortPersonDays.p50, { short: true })}
          </Link>
        </Td>
      );
    case "cost":
      return (
        <Td numeric className="whitespace-nowrap" name="Cost, P80" tabIndex={-1} {...at}>
          {formatMoney(project.costMinor.p80, currency, { compact: true })}
          {project.budgetMinor !== null && (
            <div className="text-xs text-muted">
              of {formatMoney(project.budgetMinor, currency, { compact: true })}
            </div>
          )}
        </Td>
      );
  }
}

function Finish({ project, scale }: { project: PortfolioRow; scale: RowLooks["scale"] }) {
  const { finish, targetOn, launchedAt } = project;
  if (launchedAt !== null) return <span className="text-muted">launched {formatDate(launchedAt)}</span>;
  const target = targetOn === null ? "" : `, target ${formatDate(targetOn)}`;
  return (
    <>
      {scale !== null && (
        <ForecastBar
          tone={phaseTones[project.phase]}
          p10={placeOnScale(scale, finish.p10)}
          p50={placeOnScale(scale, finish.p50)}
          p80={placeOnScale(scale, finish.p80)}
          p95={placeOnScale(scale, finish.p95)}
          target={targetOn === null ? null : placeOnScale(scale, targetOn)}
          label={`P50 ${formatDate(finish.p50)}, P80 ${formatDate(finish.p80)}, P95 ${formatDate(finish.p95)}${target}`}
        />
      )}
      <div className="flex flex-wrap justify-between gap-x-3 text-xs whitespace-nowrap">
        <span>
          {formatDate(finish.p50, { withYear: false })} – {formatDate(finish.p80)}
        </span>
        {targetOn !== null && <span className="text-muted">target {formatDate(targetOn)}</span>}
      </div>
    </>
  );
}
