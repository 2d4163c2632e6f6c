"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/platform/trpc/client";
import { Badge } from "@/ui/badge";
import { formatDate } from "@/ui/format";
import { Skeleton } from "@/ui/skeleton";
import { Table, Td, Th } from "@/ui/table";
import { measuresOf } from "./differences";

/** Today's plan first, then what scenarios would make of it. */
export function Comparison({
  workspace,
  projectKey,
  scenarioIds,
  currency,
}: {
  workspace: string;
  projectKey: string;
  scenarioIds: readonly string[];
  currency: string;
}) {
  const trpc = useTRPC();
  const { data, isError } = useQuery({
    ...trpc.scenarios.compare.queryOptions({ workspace, projectKey, scenarioIds: [...scenarioIds] }),
    enabled: scenarioIds.length > 0,
    placeholderData: keepPreviousData,
  });
  if (scenarioIds.length === 0)
    return <p className="text-sm text-muted">Choose a scenario below to see it beside today's plan.</p>;
  if (isError && data === undefined)
    return <p className="text-sm text-warn">The comparison can't be made now. Try it again.</p>;
  if (data === undefined)
    return (
      <div role="status" className="grid gap-2">
        <span className="sr-only">Forecasting the scenarios…</span>
        <Skeleton className="h-80" />
      </div>
    );
  // Of the answer before, what is still asked for stands until the new one has come.
  const columns = data.columns.filter(({ id }) => scenarioIds.includes(id));
  return (
    <>
      <Table label="Today's plan and scenarios" stacked>
        <thead>
          <tr>
            <Th />
            <Th numeric>Today's plan</Th>
            {columns.map(({ id, name, isStale }) => (
              <Th key={id} numeric className="max-w-56 text-ink! whitespace-normal!">
                {name} {isStale && <Badge tone="warn">out of date</Badge>}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measuresOf(data, currency).map(({ name, figure, difference }) => (
            <tr key={name}>
              <th
                scope="row"
                className="border-line px-2.5 py-2 text-left font-normal max-md:col-span-2 max-md:px-0 max-md:pb-0 max-md:font-medium md:border-b"
              >
                {name}
              </th>
              <Td numeric name="Today's plan" className="align-top! whitespace-nowrap">
                {figure(data.today)}
              </Td>
              {columns.map((column) => (
                <Td key={column.id} numeric name={column.name} className="align-top!">
                  <span className="whitespace-nowrap">{figure(column.figures)}</span>
                  <span className="block text-xs text-muted">{difference(column)}</span>
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-2 max-w-prose text-xs text-muted">
        Each from {data.runs.toLocaleString("en-GB")} runs with seed {data.seed}, as of{" "}
        {formatDate(data.asOf)}: applied, a scenario has these figures. Of one that is out of date, what still
        can be is counted.
      </p>
    </>
  );
}
