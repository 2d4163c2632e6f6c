import { useNames } from "@/features/workspaces/ui";
import { phaseIds, phaseNames, techniqueIds, techniqueNames } from "@/planning";
import { Card } from "@/ui/card";
import { BarList } from "@/ui/charts/bar-list";
import { StackedBar } from "@/ui/charts/stacked-bar";
import { formatPersonDays } from "@/ui/format";
import { phaseTones } from "@/ui/glyphs/phase-tone";
import { Link } from "@/ui/link";
import type { PortfolioProject } from "../queries";
import { effortOfPhase, effortOfTechnique } from "./sums";

const fewTechniques = 5;

/** Where effort goes, by phase and by technique. Every figure opens the projects it is made of. */
export function EffortCard({
  workspace,
  projects,
  everyTechnique,
}: {
  workspace: string;
  projects: readonly PortfolioProject[];
  /** Not only those that take most. */
  everyTechnique: boolean;
}) {
  const { techniqueName } = useNames();
  const base = `/w/${workspace}/portfolio`;
  const rows = techniqueIds
    .map((technique) => ({ technique, sum: effortOfTechnique(projects, technique) }))
    .filter((row) => row.sum.total > 0)
    .sort((a, b) => b.sum.total - a.sum.total);
  const most = rows[0]?.sum.total ?? 1;
  const shown = everyTechnique ? rows : rows.slice(0, fewTechniques);
  return (
    <Card title="Effort by phase" hint="person-days, mean">
      <StackedBar
        label="Effort by phase"
        parts={phaseIds.map((phase) => {
          const { total } = effortOfPhase(projects, phase);
          return {
            id: phase,
            name: phaseNames[phase],
            amount: total,
            value: formatPersonDays(total, { short: true }),
            tone: phaseTones[phase],
            href: `${base}?show=phase:${phase}`,
          };
        })}
      />
      <div className="mt-4 mb-2 flex items-baseline justify-between gap-2">
        <h3 className="text-sm font-semibold">Effort by technique</h3>
        {rows.length > fewTechniques && (
          <Link
            href={everyTechnique ? base : `${base}?techniques=all`}
            scroll={false}
            className="text-xs text-accent underline underline-offset-2"
          >
            {everyTechnique ? "fewer" : `all ${rows.length}`}
          </Link>
        )}
      </div>
      <BarList
        label="Effort by technique"
        rows={shown.map(({ technique, sum }) => ({
          id: technique,
          name: techniqueName(technique),
          share: sum.total / most,
          value: formatPersonDays(sum.total, { short: true }),
          tone: phaseTones[techniqueNames[technique].phase],
          href: `${base}?${everyTechnique ? "techniques=all&" : ""}show=technique:${technique}`,
        }))}
      />
    </Card>
  );
}
