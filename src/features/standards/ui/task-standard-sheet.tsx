"use client";

import { useState } from "react";
import type { TaskStandard } from "@/planning";
import { useApi } from "@/platform/trpc/client";
import { EditForm } from "@/ui/edit-form";
import { EditSheet } from "@/ui/edit-sheet";
import { type EstimateDraft, isTyped, parsed, typed } from "@/ui/estimate-draft";
import { EstimateFields } from "@/ui/estimate-fields";
import { ConflictNote } from "./conflict-note";
import { ExpertiseFields } from "./expertise-fields";
import { ResetButton } from "./reset-button";
import { useStandard } from "./use-standard";

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
  return (
    <EditSheet title={task.name} button="Change" label={`Change the standard of ${task.name}`}>
      {(onDone) => (
        <TaskStandardForm
          workspace={workspace}
          task={task}
          original={original}
          version={version}
          onDone={onDone}
        />
      )}
    </EditSheet>
  );
}

function TaskStandardForm({
  workspace,
  task,
  original,
  version,
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
  const { submit, pending, message, errorOf, theirs, goOn } = useStandard(api.standards.setTask.mutate, {
    version,
    onDone,
  });
  const own = (draft: EstimateDraft, of: TaskStandard["effortPersonDays"]) =>
    isTyped(draft, of) ? null : parsed(draft);
  return (
    <EditForm
      save="Save standard"
      pending={pending}
      message={message}
      onSave={() => {
        void submit((request) => ({
          workspace,
          ...request,
          taskKey: task.key,
          content: {
            effortPersonDays: own(effort, original.effortPersonDays),
            durationWorkingDays: own(duration, original.durationWorkingDays),
            discipline: needs.discipline === original.discipline ? null : needs.discipline,
            level: needs.level === original.level ? null : needs.level,
          },
        }));
      }}
    >
      <ConflictNote theirs={theirs} onKeepMine={goOn} />
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
    </EditForm>
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
  return (
    <ResetButton
      label={`Reset ${task.name} to the default`}
      said={`“${task.name}” stands as the default says.`}
      version={version}
      send={async (seen) =>
        await api.standards.setTask.mutate({ workspace, ...seen, taskKey: task.key, content: unchanged })
      }
    />
  );
}
