"use client";

import { useQuery } from "@tanstack/react-query";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { formatCount } from "@/ui/format";
import { TakeBackButtons, type TakeBackPlace } from "./take-back-buttons";

const deeds: Readonly<Record<string, string>> = {
  "task.edited": "the figures of",
  "tasks.edited": "the figures of",
  "task.checklist-changed": "the change of the checklist of",
  "task.added": "adding",
  "task.changed": "the change of",
  "task.linked": "a link of",
  "task.unlinked": "removing a link of",
  "tasks.imported": "the import of",
  "task.split": "splitting",
};

/** Undo and redo of one's own changes of the plan. */
export function PlanTakeBack({ workspace, projectKey, projectId }: TakeBackPlace) {
  const api = useApi();
  const trpc = useTRPC();
  const { data: steps } = useQuery(trpc.plans.takeBackSteps.queryOptions({ workspace, projectKey }));
  return (
    <TakeBackButtons
      steps={steps}
      take={async (step) => await api.plans.takeBack.mutate({ workspace, projectId, ...step })}
      tell={({ type, task, tasks }) =>
        `${deeds[type] ?? "the change of"} ${task === null ? formatCount(tasks, "task") : `“${task}”`}`
      }
    />
  );
}
