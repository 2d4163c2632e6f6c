import Link from "next/link";
import { phases, techniques } from "@/planning";
import { Card } from "@/ui/card";
import { BarList } from "@/ui/charts/bar-list";
import { StackedBar } from "@/ui/charts/stacked-bar";
import { formatPersonDays } from "@/ui/format";
import { phaseTones } from "@/ui/glyphs/phase-tone";
import type { PortfolioProject } from "../queries";
import { effortOfPhase, effortOfTechnique } from "./sums";

/** Where effort goes, by phase or by technique. Every figure opens the projects it is made of. */
export function EffortCard({
  workspace,
  projects,
  by,
}: {
  workspace: string;
  projects: readonly PortfolioProject[];
  by: "phase" | "technique";
}) {
  const base = `/w/${workspace}/portfolio`;
  const rows = techniques
    .map((technique) => ({ technique, sum: effortOfTechnique(projects, technique.id) }))
    .filter((row) => row.sum.total > 0)
    .sort((a, b) => b.sum.total - a.sum.total);
  const most = rows[0]?.sum.total ?? 1;
  return (
    <Card
      title={by === "phase" ? "Effort by phase" : "Effort by technique"}
      hint="person-days at completion, mean"
      actions={
        <Link
          href={by === "phase" ? `${base}?by=technique` : base}
          scroll={false}
          className="text-xs text-accent underline underline-offset-2"
        >
          {by === "phase" ? "by technique" : "by phase"}
        </Link>
      }
    >
      {by === "phase" ? (
        <StackedBar
          label="Effort by phase"
          parts={phases.map((phase) => {
            const { total } = effortOfPhase(projects, phase.id);
            return {
              id: phase.id,
              name: phase.name,
              amount: total,
              value: formatPersonDays(total, { short: true }),
              tone: phaseTones[phase.id],
              href: `${base}?show=phase:${phase.id}`,
            };
          })}
        />
      ) : (
        <BarList
          label="Effort by technique"
          rows={rows.map(({ technique, sum }) => ({
            id: technique.id,
            name: technique.name,
            share: sum.total / most,
            value: formatPersonDays(sum.total, { short: true }),
            tone: phaseTones[technique.phase],
            href: `${base}?by=technique&show=technique:${technique.id}`,
          }))}
        />
      )}
    </Card>
  );
}
