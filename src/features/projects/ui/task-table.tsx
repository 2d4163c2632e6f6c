"use client";

import type { ProjectTask } from "@/features/plans/queries";
import { disciplineName, techniqueNames } from "@/planning";
import { Badge } from "@/ui/badge";
import { Card } from "@/ui/card";
import { formatCount, formatDate, formatDays, formatPersonDays } from "@/ui/format";
import { ExpertiseDots } from "@/ui/glyphs/expertise-dots";
import { Table, Td, Th } from "@/ui/table";
import { TaskSheet } from "./task-sheet";

const tones = { planned: "neutral", started: "accent", done: "ok", dropped: "neutral" } as const;

/** The tasks of one phase, each editable in a sheet at the side. */
export function TaskTable({
  workspace,
  projectId,
  title,
  tasks,
  editable,
}: {
  workspace: string;
  projectId: string;
  title: string;
  tasks: readonly ProjectTask[];
  editable: boolean;
}) {
  if (tasks.length === 0) return null;
  return (
    <Card title={title} hint={formatCount(tasks.length, "task")}>
      <Table label={`Tasks of ${title}`} stacked>
        <thead>
          <tr>
            <Th>Task</Th>
            <Th>Needs</Th>
            <Th numeric>Effort, person-days</Th>
            <Th numeric>Duration, working days</Th>
            <Th>State</Th>
            <Th>Who</Th>
            {editable && (
              <Th>
                <span className="sr-only">Edit</span>
              </Th>
            )}
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr key={task.key} className="relative">
              <Td className="min-w-48 max-md:col-span-2 max-md:pr-14!">
                <div className="font-medium">{task.name}</div>
                <div className="text-xs text-muted">
                  {techniqueNames[task.technique].name}
                  {task.inLoop && " · each pass"}
                  {task.estimatedBy === "team" && " · team's estimate"}
                </div>
              </Td>
              <Td className="max-md:col-span-2">
                <span className="flex items-center gap-2 whitespace-nowrap">
                  {disciplineName(task.discipline)} <ExpertiseDots level={task.level} />
                </span>
              </Td>
              <Td numeric className="whitespace-nowrap" name="Effort, person-days">
                {threePoint(task.effortPersonDays)}
                {task.actualEffortPersonDays !== null && (
                  <div className="text-xs text-muted">
                    actual {formatPersonDays(task.actualEffortPersonDays, { short: true })}
                  </div>
                )}
              </Td>
              <Td numeric className="whitespace-nowrap" name="Duration, working days">
                {threePoint(task.durationWorkingDays)}
              </Td>
              <Td>
                <Badge tone={tones[task.status]}>{task.status}</Badge>
                {task.finishedOn !== null && (
                  <div className="text-xs whitespace-nowrap text-muted">{formatDate(task.finishedOn)}</div>
                )}
              </Td>
              <Td className="whitespace-nowrap max-md:truncate">
                {task.assignee?.name ?? <span className="text-muted">–</span>}
              </Td>
              {editable && (
                <Td className="max-md:absolute max-md:top-2.5 max-md:right-2.5">
                  <TaskSheet workspace={workspace} projectId={projectId} task={task} />
                </Td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

function threePoint(estimate: { optimistic: number; mostLikely: number; pessimistic: number }): string {
  return [estimate.optimistic, estimate.mostLikely, estimate.pessimistic].map(formatDays).join(" – ");
}
