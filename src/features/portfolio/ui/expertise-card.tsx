import { disciplines, expertiseLevelName, expertiseLevels } from "@/planning";
import { Card } from "@/ui/card";
import { HeatGrid } from "@/ui/charts/heat-grid";
import { formatPersonDays } from "@/ui/format";
import { Link } from "@/ui/link";
import type { Portfolio } from "../queries";
import type { PortfolioFilter } from "./filter";
import { filterAddress } from "./filter-address";

/** Work that lies ahead against the people there are, per discipline and level. */
export function ExpertiseCard({
  workspace,
  filter,
  expertise: { weeks, gap },
}: {
  workspace: string;
  filter: PortfolioFilter;
  expertise: Portfolio["expertise"];
}) {
  return (
    <Card
      title="Expertise: demand against people"
      hint={`person-days over ${weeks} weeks`}
      actions={
        <Link href={`/w/${workspace}/expertise`} className="text-sm text-accent underline underline-offset-2">
          By week
        </Link>
      }
    >
      <HeatGrid
        label="Expertise demanded against expertise in the team"
        corner="Discipline"
        columns={expertiseLevels.map(({ name }) => name)}
        rows={disciplines.map((discipline) => ({
          id: discipline.id,
          name: discipline.name,
          cells: expertiseLevels.map(({ level }) => {
            const row = gap.find((entry) => entry.discipline === discipline.id && entry.level === level);
            const demand = row?.demandPersonDays ?? 0;
            const supply = row?.supplyPersonDays ?? 0;
            const asked = row?.demandAtOrAbovePersonDays ?? 0;
            const show = `expertise:${discipline.id}:${level}`;
            return {
              id: `${discipline.id} ${level}`,
              text: demand === 0 ? "–" : demand < 0.5 ? "<1" : Math.round(demand).toLocaleString("en-GB"),
              label: `${discipline.name}, ${expertiseLevelName(level)}: ${formatPersonDays(demand)} demanded, ${formatPersonDays(supply)} from ${row?.people ?? 0} people at this level or above${row?.short ? "; short" : ""}`,
              load: demand === 0 ? null : supply === 0 ? 3 : asked / supply,
              ...(demand === 0 ? {} : { href: filterAddress(workspace, { ...filter, show, sort: "part" }) }),
            };
          }),
        }))}
      />
      <p className="mt-2 text-xs text-muted">
        The numbers are work that lies ahead until the latest P80 finish. Red: the people at that level or
        above could not do it even if they did nothing else.
      </p>
    </Card>
  );
}
