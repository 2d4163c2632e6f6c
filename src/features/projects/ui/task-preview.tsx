"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { ProjectTask } from "@/features/plans/queries";
import { useTRPC } from "@/platform/trpc/client";
import { formatDate, formatPersonDays } from "@/ui/format";
import type { TaskPreviewAnswer } from "./preview-task";
import { planningRecord, type TaskDraft } from "./task-draft";
import { TaskPreviewPlace } from "./task-preview-place";
import { typingPauseMilliseconds, useTaskPreview } from "./use-task-preview";

/** How the project's finish and effort would move if the task were saved as it is typed. */
export default function TaskPreview({
  workspace,
  projectId,
  task,
  draft,
}: {
  workspace: string;
  projectId: string;
  task: ProjectTask;
  draft: TaskDraft;
}) {
  const trpc = useTRPC();
  const { data, isError } = useQuery(trpc.plans.taskPreviewInput.queryOptions({ workspace, projectId }));
  const records = useMemo(() => [planningRecord(task, draft)], [task, draft]);
  const answer = useTaskPreview(data, records, typingPauseMilliseconds);
  const shown = answer?.kind === "figures" ? answer : null;
  return (
    <>
      <TaskPreviewPlace answer={shown}>
        {isError ? "What saving would change can't be told now." : inWords(answer)}
      </TaskPreviewPlace>
      <p aria-live="polite" className="sr-only">
        {shown?.isRefined === true && spoken(shown)}
      </p>
    </>
  );
}

function inWords(answer: TaskPreviewAnswer | null): string {
  if (answer === null) return "Simulating the plan as it would be…";
  if (answer.kind === "refused") return "Once the figures are in order, this tells what they would change.";
  const runs = `${answer.runs.toLocaleString("en-GB")} runs`;
  return answer.isRefined
    ? `The project if saved, from ${runs}, and the difference to now.`
    : `The project if saved, from the first ${runs}, and the difference to now.`;
}

function spoken({ after }: Extract<TaskPreviewAnswer, { kind: "figures" }>): string {
  const { p50, p80 } = after.finish;
  return `If saved: finish P50 ${formatDate(p50)}, P80 ${formatDate(p80)}, effort ${formatPersonDays(after.effortPersonDays.p50)}.`;
}
