"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/platform/trpc/client";
import { Figure } from "@/ui/figure";
import {
  formatDate,
  formatHours,
  formatMoney,
  formatPersonDays,
  formatSignedDays,
  formatSignedMoney,
} from "@/ui/format";
import { Skeleton } from "@/ui/skeleton";
import type { BaselineComparison } from "../compare.queries";
import type { BaselineRow } from "../queries";
import { AttributionTable } from "./attribution-table";
import { DecisionMoves, PhaseMoves, TaskMoves } from "./moves";

/** What moved between a baseline and now, and what moved it. */
export default function Comparison({
  workspace,
  projectKey,
  base,
  baseline,
  currency,
}: {
  workspace: string;
  projectKey: string;
  base: string;
  baseline: Pick<BaselineRow, "id" | "name">;
  currency: string;
}) {
  const trpc = useTRPC();
  const { data, isError } = useQuery(
    trpc.baselines.compare.queryOptions({ workspace, projectKey, baselineId: baseline.id }),
  );
  return (
    <section
      aria-label={`${baseline.name} compared with now`}
      className="mt-4 grid grid-cols-1 gap-5 border-t border-line pt-4"
    >
      {isError && <p className="text-sm text-warn">The comparison can't be made now. Try it again.</p>}
      {data === undefined && !isError && (
        <div role="status" className="grid gap-2">
          <span className="sr-only">Comparing…</span>
          <Skeleton className="h-14" />
          <Skeleton className="h-40" />
        </div>
      )}
      {data !== undefined && (
        <>
          <Totals comparison={data} currency={currency} />
          <AttributionTable
            workspace={workspace}
            base={base}
            attributions={data.attributions}
            total={data.total}
            currency={currency}
          />
          <DecisionMoves base={base} decisions={data.decisions} />
          <PhaseMoves base={base} phases={data.phases} currency={currency} />
          <TaskMoves base={base} tasks={data.tasks} currency={currency} />
        </>
      )}
    </section>
  );
}

function Totals({ comparison, currency }: { comparison: BaselineComparison; currency: string }) {
  const { before, after, total } = comparison;
  const money = (minor: number) => formatMoney(minor, currency, { compact: true });
  const personDays = (days: number) => formatPersonDays(days, { short: true });
  const hours = after.machineHours.p50 - before.machineHours.p50;
  return (
    <div className="grid grid-cols-2 gap-x-6 gap-y-4 lg:grid-cols-5">
      <Figure
        label="Finish, P50"
        value={formatSignedDays(total.finishP50WorkingDays, "working days")}
        hint={`${formatDate(before.finish.p50)} → ${formatDate(after.finish.p50)}`}
      />
      <Figure
        label="Finish, P80"
        value={formatSignedDays(total.finishP80WorkingDays, "working days")}
        hint={`${formatDate(before.finish.p80)} → ${formatDate(after.finish.p80)}`}
      />
      <Figure
        label="Effort, P50"
        value={formatSignedDays(total.effortP50PersonDays, "pd")}
        hint={`${personDays(before.effortPersonDays.p50)} → ${personDays(after.effortPersonDays.p50)}`}
      />
      <Figure
        label="Cost, P50"
        value={formatSignedMoney(total.costP50Minor, currency)}
        hint={`${money(before.costMinor.p50)} → ${money(after.costMinor.p50)}`}
      />
      <Figure
        label="Machine time, P50"
        value={formatSignedDays(hours, "h")}
        hint={`${formatHours(before.machineHours.p50)} → ${formatHours(after.machineHours.p50)}`}
      />
    </div>
  );
}
