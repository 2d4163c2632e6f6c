import clsx from "clsx";
import { Card } from "@/ui/card";
import { formatDate, formatPersonDays } from "@/ui/format";
import { Link } from "@/ui/link";
import { RelativeTime } from "@/ui/time";
import type { ExpertiseWeeks } from "../queries";
import { demandQuantiles } from "../schema";
import { type ExpertiseAddress, expertiseAddress } from "./address";
import { HeatMap } from "./heat-map";

const quantileNames = { p50: "P50", p80: "P80" } as const;

/** The half year ahead: where the people there are can't do what the plans ask of them. */
export function WeeksCard({
  workspace,
  data,
  address,
}: {
  workspace: string;
  data: ExpertiseWeeks;
  address: ExpertiseAddress;
}) {
  return (
    <Card
      title="Demand against people"
      hint={`${data.weeks.length} weeks`}
      className="mb-4"
      actions={
        <nav aria-label="How sure the demand is" className="flex gap-0.5 rounded-md bg-sunk p-0.5 text-sm">
          {demandQuantiles.map((quantile) => {
            const isShown = quantile === address.quantile;
            return (
              <Link
                key={quantile}
                href={expertiseAddress(workspace, { ...address, quantile })}
                scroll={false}
                aria-current={isShown ? "true" : undefined}
                className={clsx(
                  "grid min-h-7 place-items-center rounded px-2.5 pointer-coarse:min-h-9",
                  isShown ? "bg-surface font-medium shadow-card" : "text-muted hover:text-ink",
                )}
              >
                {quantileNames[quantile]}
              </Link>
            );
          })}
        </nav>
      }
    >
      {data.rows.length === 0 ? (
        <p className="text-sm text-muted">
          No work lies ahead. The plans of projects show here what they ask of people, week by week.
        </p>
      ) : (
        <HeatMap workspace={workspace} weeks={data.weeks} rows={data.rows} address={address} />
      )}
      <p className="mt-2 max-w-prose text-xs text-muted">
        ▲ is person-days nobody has time for in that week; other figures are person-days asked, darker the
        more of the able people’s time they take. Higher levels serve lower ones, and nobody’s day counts
        twice.
        {data.laterPersonDays > 0 && ` ${formatPersonDays(data.laterPersonDays)} come later.`}
      </p>
      <p className="mt-1 text-xs text-muted">
        As of {formatDate(data.asOf)}
        {data.freshAt !== null && (
          <>
            , the oldest forecast made <RelativeTime at={data.freshAt} />
          </>
        )}
        .
      </p>
    </Card>
  );
}
