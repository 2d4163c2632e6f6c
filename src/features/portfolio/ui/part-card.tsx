import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useNames } from "@/features/workspaces/ui";
import { Card } from "@/ui/card";
import { formatCount, formatPersonDays } from "@/ui/format";
import { Link } from "@/ui/link";
import type { Portfolio } from "../queries";
import type { PortfolioFilter } from "./filter";
import { filterAddress } from "./filter-address";
import { partName } from "./part-name";

/** Which part of the effort the rows below are the list of, and what they add up to; for expertise also who could do it. */
export function PartCard({
  workspace,
  filter,
  part,
  data,
}: {
  workspace: string;
  filter: PortfolioFilter;
  part: NonNullable<Portfolio["part"]>;
  data: Pick<Portfolio, "rows" | "shownCount" | "able">;
}) {
  const names = useNames();
  const panel = useRef<HTMLDivElement>(null);
  // Where the page does not show it, as on a phone, opening it would seem to do nothing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part is another thing to look at
  useEffect(() => {
    panel.current?.scrollIntoView({ block: "nearest" });
  }, [filter.show]);
  const [first] = data.rows;
  const title = partName(filter.show, {
    ...names,
    ownerName: first?.ownerName ?? "this owner",
    teamName: first === undefined ? "this team" : first.teamName,
  });
  const figures = [
    ["planned", part.actual + part.remaining],
    ["spent", part.actual],
    ["ahead", part.remaining],
  ] as const;
  return (
    <div ref={panel} className="mb-4 scroll-mt-16 scroll-mb-4">
      <Card
        title={title ?? "Part of the effort"}
        hint={formatCount(data.shownCount, "project")}
        actions={
          <Link
            href={filterAddress(workspace, { ...filter, show: "", sort: "name" })}
            scroll={false}
            className="grid size-6 place-items-center rounded hover:bg-sunk"
          >
            <X aria-hidden="true" className="size-4" />
            <span className="sr-only">Show all projects</span>
          </Link>
        }
      >
        <dl className="flex flex-wrap gap-x-8 gap-y-1 text-sm">
          {figures.map(([name, hundredths]) => (
            <div key={name} className="flex items-baseline gap-2">
              <dt className="text-muted">{name}</dt>
              <dd className="font-medium tabular-nums">{formatPersonDays(hundredths / 100)}</dd>
            </div>
          ))}
        </dl>
        {data.able !== null && (
          <>
            <h3 className="mt-3 mb-1 text-xs text-muted">People who could, at this level or above</h3>
            {data.able.length === 0 && (
              <p className="text-sm text-warn">Nobody: train, hire, or choose another technique.</p>
            )}
            <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
              {data.able.map((person) => (
                <li key={person.id}>
                  {person.name}{" "}
                  <span className="text-muted">{person.capacityPersonDaysPerWeek} d / week</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Card>
    </div>
  );
}
