import clsx from "clsx";
import { useNames } from "@/features/workspaces/ui";
import { disciplines, phaseIds, phaseNames, techniqueIds, techniqueNames } from "@/planning";
import { Card } from "@/ui/card";
import { BarList } from "@/ui/charts/bar-list";
import { StackedBar } from "@/ui/charts/stacked-bar";
import { formatPersonDays } from "@/ui/format";
import { type PhaseTone, phaseTones } from "@/ui/glyphs/phase-tone";
import { Link } from "@/ui/link";
import type { Portfolio } from "../queries";
import { effortLists, type PortfolioFilter } from "./filter";
import { filterAddress } from "./filter-address";
import { quarterName } from "./part-name";

const few = 5;

const listNames = {
  technique: "Technique",
  discipline: "Discipline",
  owner: "Owner",
  team: "Team",
  quarter: "Quarter",
};

/** Where the effort of the shown projects goes. Every figure shows the projects that it is the sum of. */
export function EffortCard({
  workspace,
  effort,
  filter,
}: {
  workspace: string;
  effort: Portfolio["effort"];
  filter: PortfolioFilter;
}) {
  const address = (change: Partial<PortfolioFilter>) => filterAddress(workspace, { ...filter, ...change });
  const showing = (show: string) => ({
    href: address({ show, sort: "part" }),
    current: filter.show === show,
  });
  const rows = useEffortList(effort, filter.by);
  const most = Math.max(1, ...rows.map(totalOf));
  return (
    <Card title="Effort" hint="person-days: spent / planned">
      <StackedBar
        label="Effort by phase"
        parts={phaseIds.map((phase) => {
          const sum = effort.phase.find(({ key }) => key === phase) ?? { actual: 0, remaining: 0 };
          return {
            id: phase,
            name: phaseNames[phase],
            amount: totalOf(sum),
            value: spentOfPlanned(sum),
            tone: phaseTones[phase],
            ...showing(`phase:${phase}`),
          };
        })}
      />
      <nav aria-label="Effort by" className="mt-4 mb-2 flex flex-wrap items-baseline gap-x-2.5 text-xs">
        {effortLists.map((by) => (
          <Link
            key={by}
            href={address({ by, every: false })}
            scroll={false}
            aria-current={by === filter.by ? "true" : undefined}
            className={clsx(
              "inline-flex min-h-6 items-center rounded",
              by === filter.by ? "font-semibold" : "text-muted hover:text-ink",
            )}
          >
            {listNames[by]}
          </Link>
        ))}
      </nav>
      <BarList
        label={`Effort by ${filter.by}`}
        rows={rows.slice(0, filter.every ? rows.length : few).map((row) => ({
          id: row.key,
          name: row.name,
          share: totalOf(row) / most,
          over: row.actual / Math.max(1, totalOf(row)),
          value: spentOfPlanned(row),
          ...(row.tone === undefined ? {} : { tone: row.tone }),
          ...showing(`${filter.by}:${row.key}`),
        }))}
      />
      {rows.length > few && (
        <p className="mt-1 text-right">
          <Link
            href={address({ every: !filter.every })}
            scroll={false}
            className="inline-flex min-h-6 items-center text-xs text-accent underline underline-offset-2"
          >
            {filter.every ? "fewer" : `all ${rows.length}`}
          </Link>
        </p>
      )}
    </Card>
  );
}

type Row = {
  readonly key: string;
  readonly name: string;
  readonly tone?: PhaseTone;
  readonly actual: number;
  readonly remaining: number;
};

function useEffortList(effort: Portfolio["effort"], by: PortfolioFilter["by"]): Row[] {
  const { techniqueName } = useNames();
  switch (by) {
    case "technique":
      return effort.technique
        .flatMap((sum) => {
          const technique = techniqueIds.find((id) => id === sum.key);
          if (technique === undefined) return [];
          return {
            ...sum,
            name: techniqueName(technique),
            tone: phaseTones[techniqueNames[technique].phase],
          };
        })
        .sort(largest);
    case "discipline":
      return effort.discipline
        .map((sum) => ({ ...sum, name: disciplines.find(({ id }) => id === sum.key)?.name ?? sum.key }))
        .sort(largest);
    case "owner":
    case "team":
      return [...effort[by]].sort(largest);
    case "quarter":
      return effort.quarter.map((sum) => ({ ...sum, name: quarterName(sum.key) }));
  }
}

function largest(a: Row, b: Row): number {
  return totalOf(b) - totalOf(a);
}

function totalOf({ actual, remaining }: { readonly actual: number; readonly remaining: number }): number {
  return actual + remaining;
}

function spentOfPlanned(sum: { readonly actual: number; readonly remaining: number }): string {
  return `${Math.round(sum.actual / 100)} / ${formatPersonDays(totalOf(sum) / 100, { short: true })}`;
}
