import type { Forecast } from "@/planning";
import { Card } from "@/ui/card";
import { BarList } from "@/ui/charts/bar-list";
import { formatPercent } from "@/ui/format";

type Driver = Forecast["drivers"][number];

const kinds = {
  decision: "Decision",
  task: "Task",
  loop: "Loop",
  factor: "Shared by tasks",
} as const satisfies Record<Driver["kind"], string>;

/** What makes the finish uncertain, each the way to where it is changed. */
export function DriversCard({
  workspace,
  base,
  drivers,
  numberOf,
}: {
  workspace: string;
  base: string;
  drivers: readonly Driver[];
  numberOf: (decisionId: string) => number | undefined;
}) {
  const standards = `/w/${workspace}/settings/standards`;
  const hrefOf = ({ kind, id }: Driver): string => {
    if (kind === "task") return `${base}/plan#task-${id}`;
    if (kind === "loop") return `${standards}#loop`;
    if (kind === "factor") return `${standards}#correlation`;
    const number = numberOf(id);
    return number === undefined ? base : `${base}/decisions/${number}`;
  };
  return (
    <Card title="What drives the spread" hint="share of the finish's variance">
      {drivers.length === 0 ? (
        <p className="text-sm text-muted">Nothing stands out: the finish hardly varies.</p>
      ) : (
        <BarList
          label="What drives the spread of the finish"
          rows={drivers.slice(0, 12).map((driver) => ({
            id: `${driver.kind} ${driver.id}`,
            name: `${kinds[driver.kind]}: ${driver.name}`,
            share: driver.share,
            value: formatPercent(driver.share),
            href: hrefOf(driver),
          }))}
        />
      )}
      <p className="mt-3 text-xs text-muted">
        Settling a decision, or an estimate with closer ends, takes its share away. Shares below 0.5 % are
        noise and left out.
      </p>
    </Card>
  );
}
