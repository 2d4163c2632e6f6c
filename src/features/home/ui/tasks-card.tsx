"use client";

import { Play } from "lucide-react";
import { type Running, StopTimer } from "@/features/timer/ui";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Badge } from "@/ui/badge";
import { Card } from "@/ui/card";
import { FormError } from "@/ui/form-error";
import { formatCount, formatDate } from "@/ui/format";
import { IconButton } from "@/ui/icon-button";
import type { Home } from "../queries";
import { AllLink, Row, Rows } from "./rows";

type Tasks = NonNullable<Home["tasks"]>;
type Timer = Running & { readonly taskKey: string; readonly project: { readonly key: string } };

/** The person's tasks that run or begin this week, with the timer. */
export function TasksCard({
  workspace,
  tasks: { now, nowCount, later },
  timer,
}: {
  workspace: string;
  tasks: Tasks;
  timer: Timer | null;
}) {
  const api = useApi();
  const start = useSubmit(api.time.startTimer.mutate);
  return (
    <Card
      title="Your tasks this week"
      {...(nowCount > 0 ? { hint: String(nowCount) } : {})}
      actions={<AllLink href={`/w/${workspace}/time`}>time sheet</AllLink>}
    >
      <FormError message={start.message} />
      {now.length === 0 ? (
        <p className="text-sm text-muted">
          {later === 0
            ? "No task is assigned to you. Take one on a project's plan: it is here when its time comes."
            : "None of your tasks runs or begins within a week."}
        </p>
      ) : (
        <Rows label="Your tasks this week">
          {now.map((task) => {
            const { projectId, projectKey, taskKey } = task;
            const isTimed = timer?.taskKey === taskKey && timer.project.key === projectKey;
            return (
              <Row
                key={`${projectKey} ${taskKey}`}
                href={`/w/${workspace}/projects/${projectKey}/plan`}
                title={task.name}
                about={
                  <>
                    {task.projectName} · {task.isRunning ? "" : `begins ${formatDate(task.startsOn)}, `}done{" "}
                    {formatDate(task.finishP50)}, P80 {formatDate(task.finishP80)}
                  </>
                }
                aside={
                  <span className="flex shrink-0 items-center gap-1.5">
                    {task.isRunning && <Badge tone="accent">running</Badge>}
                    {isTimed && <StopTimer workspace={workspace} timer={timer} />}
                    {timer === null && (
                      <IconButton
                        label={`Start timer on ${task.name}`}
                        disabled={start.pending}
                        onClick={() =>
                          void start.submit((mutationId) => ({ workspace, mutationId, projectId, taskKey }))
                        }
                      >
                        <Play aria-hidden="true" className="size-4" />
                      </IconButton>
                    )}
                  </span>
                }
              />
            );
          })}
        </Rows>
      )}
      {(later > 0 || nowCount > now.length) && (
        <p className="mt-2 text-xs text-muted">
          {nowCount > now.length && `${nowCount - now.length} more this week. `}
          {later > 0 && `${formatCount(later, "task")} of yours later.`}
        </p>
      )}
    </Card>
  );
}
