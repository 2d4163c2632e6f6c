"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTRPC } from "@/platform/trpc/client";
import { Badge } from "@/ui/badge";
import { formatDate } from "@/ui/format";
import { Skeleton } from "@/ui/skeleton";
import { Table, Td, Th } from "@/ui/table";
import { measuresOf } from "./differences";
import { FinishRow } from "./finish-row";

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
          <tr>
            <RowName>Finish, P10 to P95</RowName>
            <FinishRow
              plans={[
                { id: "today", name: "Today's plan", finish: data.today.finish },
                ...columns.map(({ id, name, figures }) => ({ id, name, finish: figures.finish })),
              ]}
              targetOn={data.targetOn}
              className={cellClasses}
            />
          </tr>
          {measuresOf(data, currency).map(({ name, figure, difference }) => (
            <tr key={name}>
              <RowName>{name}</RowName>
              <Td numeric name="Today's plan" className={cellClasses}>
                {figure(data.today)}
              </Td>
              {columns.map((column) => (
                <Td key={column.id} numeric name={column.name} className={cellClasses}>
                  <span className="max-md:text-right">
                    <span className="whitespace-nowrap">{figure(column.figures)}</span>
                    <span className="block text-xs text-muted">{difference(column)}</span>
                  </span>
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

function RowName({ children }: { children: ReactNode }) {
  return (
    <th
      scope="row"
      className="border-line px-2.5 py-2 text-left font-normal max-md:col-span-2 max-md:px-0 max-md:pb-0 max-md:font-medium md:border-b"
    >
      {children}
    </th>
  );
}

/** On small screens a line of its own: whose figure it is, and the figure. */
const cellClasses =
  "align-top! max-md:col-span-2 max-md:flex max-md:items-baseline max-md:justify-between max-md:gap-4";
