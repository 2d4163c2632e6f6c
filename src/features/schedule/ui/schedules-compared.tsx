"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/platform/trpc/client";
import { formatDate } from "@/ui/format";
import { Skeleton } from "@/ui/skeleton";
import { Table, Td, Th } from "@/ui/table";
import type { ScheduleOverview } from "../queries";
import { tellDifference } from "./difference";

/** Each project's finish today, and in every schedule that is compared. */
export function SchedulesCompared({
  workspace,
  scheduleIds,
  projects,
}: {
  workspace: string;
  scheduleIds: readonly string[];
  projects: ScheduleOverview["projects"];
}) {
  const trpc = useTRPC();
  const { data, isError } = useQuery({
    ...trpc.schedule.compare.queryOptions({ workspace, scheduleIds: [...scheduleIds] }),
    placeholderData: keepPreviousData,
  });
  if (isError)
    return <p className="mt-3 text-sm text-warn">The comparison can't be made now. Try it again.</p>;
  if (data === undefined) return <Skeleton className="mt-3 h-60" />;
  const columns = data.filter(({ id }) => scheduleIds.includes(id));
  return (
    <div className="mt-3">
      <Table label="Today's plans and kept schedules" stacked>
        <thead>
          <tr>
            <Th>Project</Th>
            <Th numeric>Today's plan</Th>
            {columns.map(({ id, name }) => (
              <Th key={id} numeric>
                {name}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {projects.map((project) => (
            <tr key={project.id}>
              <Td name="Project">{project.name}</Td>
              <Td numeric name="Today's plan" className="whitespace-nowrap">
                {project.finish === null ? "–" : formatDate(project.finish)}
              </Td>
              {columns.map(({ id, name, result }) => {
                const there = result.projects.find(({ projectId }) => projectId === project.id);
                return (
                  <Td key={id} numeric name={name} className="whitespace-nowrap">
                    {there === undefined ? (
                      "not in it"
                    ) : (
                      <>
                        {formatDate(there.finish)}
                        <span className="block text-xs text-muted">{tellDifference(there)}</span>
                      </>
                    )}
                  </Td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-2 max-w-prose text-xs text-muted">
        Finishes are P50. Differences are working days against the plan as it stood when the schedule was
        made.
      </p>
    </div>
  );
}
