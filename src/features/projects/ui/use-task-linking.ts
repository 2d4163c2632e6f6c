"use client";

import type { ProjectPlan } from "@/features/plans/queries";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { toast } from "@/ui/toast-queue";

/** Lets one task wait for the end of another, as by drawing from bar to bar. What it waits for already stays as it is. */
export function useTaskLinking(workspace: string, { projectId, tasks }: ProjectPlan) {
  const api = useApi();
  const { submit, message } = useSubmit(api.plans.linkTasks.mutate);
  const link = async (before: string, after: string) => {
    const [first, second] = [before, after].map((key) => tasks.find((task) => task.key === key));
    if (first === undefined || second === undefined) return;
    if (second.waitsFor.some((known) => known.after === before)) {
      toast.success(`“${second.name}” waits for “${first.name}” already.`);
      return;
    }
    const linked = await submit((mutationId) => ({
      ...{ workspace, mutationId, projectId },
      ...{ taskKey: after, after: before, kind: "finish-to-start" as const, lagWorkingDays: 0 },
    }));
    if (linked !== null) toast.success(`“${second.name}” waits for “${first.name}” now.`);
  };
  return { link, message };
}
