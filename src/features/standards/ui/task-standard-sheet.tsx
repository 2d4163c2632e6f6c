"use client";

import { useState } from "react";
import type { TaskStandard } from "@/planning";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { type EstimateDraft, isTyped, parsed, typed } from "@/ui/estimate-draft";
import { EstimateFields } from "@/ui/estimate-fields";
import { FormError } from "@/ui/form-error";
import { Sheet } from "@/ui/sheet";
import { toast } from "@/ui/toast";
import { ConflictNote } from "./conflict-note";
import { ExpertiseFields } from "./expertise-fields";

const unchanged = { effortPersonDays: null, durationWorkingDays: null, discipline: null, level: null };

/** The workspace's own figures for a default task. */
export function TaskStandardSheet({
  workspace,
  task,
  original,
  version,
}: {
  workspace: string;
  task: TaskStandard;
  original: TaskStandard;
  version: number;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Sheet
      title={task.name}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" aria-label={`Change the standard of ${task.name}`}>
          Change
        </Button>
      }
    >
      <TaskStandardForm
        workspace={workspace}
        task={task}
        original={original}
        version={version}
        onDone={() => setOpen(false)}
      />
    </Sheet>
  );
}

function TaskStandardForm({
  workspace,
  task,
  original,
  version: current,
  onDone,
}: {
  workspace: string;
  task: TaskStandard;
  original: TaskStandard;
  version: number;
  onDone: () => void;
}) {
  const api = useApi();
  const [effort, setEffort] = useState(typed(task.effortPersonDays));
  const [duration, setDuration] = useState(typed(task.durationWorkingDays));
  const [needs, setNeeds] = useState({ discipline: task.discipline, level: task.level });
  const [version, setVersion] = useState(current);
  const { submit, pending, message, errorOf, refusal } = useSubmit(api.standards.setTask.mutate, () => {
    toast.success("Saved. Plans use it from now on.");
    onDone();
  });
  const own = (draft: EstimateDraft, of: TaskStandard["effortPersonDays"]) =>
    isTyped(draft, of) ? null : parsed(draft);
  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit((mutationId) => ({
          workspace,
          mutationId,
          taskKey: task.key,
          version,
          content: {
            effortPersonDays: own(effort, original.effortPersonDays),
            durationWorkingDays: own(duration, original.durationWorkingDays),
            discipline: needs.discipline === original.discipline ? null : needs.discipline,
            level: needs.level === original.level ? null : needs.level,
          },
        }));
      }}
    >
      <FormError message={message} />
      <ConflictNote refusal={refusal} onKeepMine={setVersion} />
      <p className="text-xs text-muted">{original.assumption}</p>
      <EstimateFields
        legend="Effort, person-days"
        value={effort}
        onChange={setEffort}
        standard={original.effortPersonDays}
        error={errorOf("content.effortPersonDays")}
      />
      <EstimateFields
        legend="Duration, working days"
        value={duration}
        onChange={setDuration}
        standard={original.durationWorkingDays}
        error={errorOf("content.durationWorkingDays")}
      />
      <ExpertiseFields value={needs} onChange={setNeeds} />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          Save standard
        </Button>
      </div>
    </form>
  );
}

export function ResetTask({
  workspace,
  task,
  version,
}: {
  workspace: string;
  task: TaskStandard;
  version: number;
}) {
  const api = useApi();
  const { submit, pending, message } = useSubmit(api.standards.setTask.mutate, () => {
    toast.success(`“${task.name}” stands as the default says.`);
  });
  return (
    <>
      <FormError message={message} />
      <Button
        size="sm"
        variant="ghost"
        pending={pending}
        aria-label={`Reset ${task.name} to the default`}
        onClick={() =>
          void submit((mutationId) => ({
            workspace,
            mutationId,
            taskKey: task.key,
            version,
            content: unchanged,
          }))
        }
      >
        Reset
      </Button>
    </>
  );
}
