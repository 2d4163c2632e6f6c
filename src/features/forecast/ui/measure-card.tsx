import type { BaselineRow } from "@/features/baselines/queries";
import type { Forecast, IsoDate } from "@/planning";
import { Card } from "@/ui/card";
import { Distribution, type DistributionMark } from "@/ui/charts/distribution";
import { formatDate } from "@/ui/format";
import { limitOnAxis, type Measure, quantileMarks } from "./distributions";
import { SaveMenu } from "./save-menu";

/** One figure's distribution, with its limit, the reference baseline's median, and what is tried out. */
export function MeasureCard({
  measure,
  project,
  stored,
  tried,
  reference,
  limits: { targetOn, budgetMinor },
}: {
  measure: Measure;
  project: { readonly key: string; readonly name: string };
  stored: Forecast;
  tried: Forecast | null;
  reference: Pick<BaselineRow, "name" | "figures"> | null;
  limits: { readonly targetOn: IsoDate | null; readonly budgetMinor: number | null };
}) {
  const quantiles = measure.quantiles(stored);
  const triedBins = tried === null ? null : measure.bins(tried);
  const isNothing = quantiles.p95 === 0 && (tried === null || measure.quantiles(tried).p95 === 0);
  const limit = limitOf(measure, { targetOn, budgetMinor });
  const marks: DistributionMark[] = [
    ...quantileMarks(quantiles),
    ...(limit === null ? [] : [limit]),
    ...(reference === null
      ? []
      : [
          {
            name: `${shortened(reference.name)} P50`,
            at: measure.quantiles(reference.figures).p50,
            look: "reference" as const,
          },
        ]),
  ];
  const bins = measure.bins(stored);
  const picture = {
    title: `${measure.name}, ${measure.hint}`,
    subtitle: `${project.key} ${project.name}, ${stored.runs.toLocaleString("en-GB")} runs, as of ${formatDate(stored.asOf)}`,
    bins,
    other: triedBins,
    marks,
    limit: limit?.at ?? null,
    nameAt: measure.nameAt,
  };
  return (
    <Card
      title={measure.name}
      hint={measure.hint}
      actions={
        !isNothing && (
          <SaveMenu name={`${project.key}-forecast-${measure.id}-${stored.asOf}`} picture={picture} />
        )
      }
    >
      {isNothing ? (
        <p className="text-sm text-muted">No task of this plan needs any.</p>
      ) : (
        <Distribution
          label={`${measure.name}: half of the runs up to ${measure.nameAt(quantiles.p50)}, 80 % up to ${measure.nameAt(quantiles.p80)}`}
          bins={bins}
          other={triedBins === null ? null : { name: "what if", bins: triedBins }}
          marks={marks}
          limit={limit?.at ?? null}
          nameAt={measure.nameAt}
          columns={measure.columns}
        />
      )}
    </Card>
  );
}

function limitOf(
  { id }: Measure,
  { targetOn, budgetMinor }: { targetOn: IsoDate | null; budgetMinor: number | null },
): DistributionMark | null {
  if (id === "finish" && targetOn !== null)
    return { name: "deadline", at: limitOnAxis(targetOn), look: "target" };
  if (id === "cost" && budgetMinor !== null) return { name: "budget", at: budgetMinor, look: "target" };
  return null;
}

function shortened(name: string): string {
  return name.length > 18 ? `${name.slice(0, 17)}…` : name;
}
