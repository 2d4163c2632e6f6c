"use client";

import { Suspense } from "react";
import { ExchangeTools } from "@/features/exchange/ui";
import type { ProjectPlan } from "@/features/plans/queries";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { EditSheet } from "@/ui/edit-sheet";
import { FormError } from "@/ui/form-error";
import { lazyPatiently } from "@/ui/lazy-patiently";
import { PlanTakeBack } from "./plan-take-back";

const OwnTaskForm = lazyPatiently(() => import("./own-task-form"));

/** Adds tasks of the project's own, brings back those taken out, and tells of links that can't hold any more. */
export function OwnTasksBar({
  workspace,
  projectKey,
  plan,
  editable,
}: {
  workspace: string;
  projectKey: string;
  plan: ProjectPlan;
  editable: boolean;
}) {
  const api = useApi();
  const change = useSubmit(api.plans.changeTask.mutate);
  const unlink = useSubmit(api.plans.unlinkTasks.mutate);
  const nameOf = new Map(plan.tasks.map(({ key, name }) => [key, name]));
  const { projectId, takenOut, setAsideLinks } = plan;
  return (
    <>
      {setAsideLinks.length > 0 && (
        <Callout tone="warn" title="Some links can't hold and are set aside">
          <ul className="grid gap-1.5">
            {setAsideLinks.map(({ task, after, reason }) => (
              <li key={`${task} ${after}`} className="flex flex-wrap items-center justify-between gap-2">
                <span>
                  “{nameOf.get(task) ?? task}” after “{nameOf.get(after) ?? after}”. {reason}
                </span>
                {editable && (
                  <Button
                    size="sm"
                    pending={unlink.pending}
                    onClick={() =>
                      void unlink.submit((mutationId) => ({
                        ...{ workspace, mutationId, projectId },
                        taskKey: task,
                        after,
                      }))
                    }
                  >
                    Take the link out
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Callout>
      )}
      <FormError message={change.message ?? unlink.message} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {editable && (
          <>
            <PlanTakeBack workspace={workspace} projectKey={projectKey} projectId={projectId} />
            <EditSheet title="Add a task" button="Add a task" label="Add a task">
              {(onDone) => (
                <Suspense>
                  <OwnTaskForm
                    workspace={workspace}
                    projectKey={projectKey}
                    existing={null}
                    onDone={onDone}
                  />
                </Suspense>
              )}
            </EditSheet>
            {takenOut.map(({ key, version, content }) => (
              <span key={key} className="flex items-center gap-2 text-sm text-muted">
                “{content.name}” is out of the plan
                <Button
                  size="sm"
                  variant="ghost"
                  pending={change.pending}
                  onClick={() =>
                    void change.submit((mutationId) => ({
                      ...{ workspace, mutationId, projectId, taskKey: key, version },
                      content: { ...content, retired: false },
                    }))
                  }
                >
                  Bring back
                </Button>
              </span>
            ))}
          </>
        )}
        <ExchangeTools
          workspace={workspace}
          projectKey={projectKey}
          projectId={projectId}
          editable={editable}
        />
      </div>
    </>
  );
}
