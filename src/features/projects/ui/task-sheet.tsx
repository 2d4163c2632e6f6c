"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import type { ProjectTask } from "@/features/plans/queries";
import { taskStatuses } from "@/planning";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { DateInput } from "@/ui/date-input";
import { EstimateFields } from "@/ui/estimate-fields";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { NumberInput } from "@/ui/number-input";
import { Select } from "@/ui/select";
import { Sheet } from "@/ui/sheet";
import { FieldMerge } from "./field-merge";
import { mergeFields, takeTheirs } from "./merge-fields";
import {
  draftOf,
  savedTask,
  type TaskDraft,
  taskDraft,
  taskFieldNames,
  taskFields,
  taskTexts,
  toTaskRecord,
  withStatus,
} from "./task-draft";
import { TaskPreviewPlace } from "./task-preview-place";

/** Simulates in the browser: nothing of it is loaded before a task is opened. */
const TaskPreview = lazy(() => import("./task-preview"));

export function TaskSheet({
  workspace,
  projectId,
  task,
}: {
  workspace: string;
  projectId: string;
  task: ProjectTask;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Sheet
      title={task.name}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" aria-label={`Edit ${task.name}`}>
          Edit
        </Button>
      }
    >
      <TaskForm workspace={workspace} projectId={projectId} task={task} onDone={() => setOpen(false)} />
    </Sheet>
  );
}

function TaskForm({
  workspace,
  projectId,
  task,
  onDone,
}: {
  workspace: string;
  projectId: string;
  task: ProjectTask;
  onDone: () => void;
}) {
  const api = useApi();
  const trpc = useTRPC();
  const { data: members } = useSuspenseQuery(trpc.workspaces.members.queryOptions({ workspace }));
  /** The version that the draft grew from. */
  const [seen, setSeen] = useState(() => ({ version: task.version, draft: taskDraft(task) }));
  const [draft, setDraft] = useState(seen.draft);
  const { submit, pending, message, errorOf, refusal, forget } = useSubmit(api.plans.editTask.mutate, onDone);
  const set = (change: Partial<TaskDraft>) => setDraft({ ...draft, ...change });
  const current = savedTask.safeParse(refusal?.details.current);
  const theirs = current.success ? draftOf(current.data, task.standard) : null;
  const texts = (of: TaskDraft) =>
    taskTexts(of, (id) => members.find((member) => member.id === id)?.name ?? "a former member");
  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit((mutationId) => ({
          workspace,
          mutationId,
          projectId,
          taskKey: task.key,
          version: seen.version,
          ...toTaskRecord(draft, task.standard),
        }));
      }}
    >
      <FormError message={message} />
      {theirs !== null && current.success && (
        <FieldMerge
          what="task"
          names={taskFieldNames}
          fields={mergeFields(taskFields, {
            base: texts(seen.draft),
            mine: texts(draft),
            theirs: texts(theirs),
          })}
          onMerged={(fields) => {
            setDraft(takeTheirs(draft, theirs, fields));
            setSeen({ version: current.data.version, draft: theirs });
            forget();
          }}
        />
      )}
      <p className="text-xs text-muted">{task.assumption}</p>
      <EstimateFields
        legend={taskFieldNames.effort}
        value={draft.effort}
        onChange={(effort) => set({ effort })}
        standard={task.standard.effortPersonDays}
        error={errorOf("effortPersonDays")}
      />
      <EstimateFields
        legend={taskFieldNames.duration}
        value={draft.duration}
        onChange={(duration) => set({ duration })}
        standard={task.standard.durationWorkingDays}
        error={errorOf("durationWorkingDays")}
      />
      <Suspense fallback={<TaskPreviewPlace />}>
        <TaskPreview workspace={workspace} projectId={projectId} task={task} draft={draft} />
      </Suspense>
      <Field label={taskFieldNames.status} error={errorOf("status")}>
        <Select
          value={draft.status}
          onChange={(event) => {
            const status = taskStatuses.find((known) => known === event.target.value);
            if (status !== undefined) setDraft(withStatus(draft, status, localDay(new Date())));
          }}
        >
          {taskStatuses.map((known) => (
            <option key={known}>{known}</option>
          ))}
        </Select>
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={taskFieldNames.startedOn} error={errorOf("startedOn")}>
          <DateInput value={draft.startedOn} onChange={(event) => set({ startedOn: event.target.value })} />
        </Field>
        <Field label={taskFieldNames.finishedOn} error={errorOf("finishedOn")}>
          <DateInput value={draft.finishedOn} onChange={(event) => set({ finishedOn: event.target.value })} />
        </Field>
      </div>
      <Field label={taskFieldNames.actual} error={errorOf("actualEffortPersonDays")}>
        <NumberInput
          unit="person-days"
          min={0}
          value={draft.actual}
          onChange={(event) => set({ actual: event.target.value })}
        />
      </Field>
      <Field label={taskFieldNames.assigneeId} error={errorOf("assigneeId")}>
        <Select value={draft.assigneeId} onChange={(event) => set({ assigneeId: event.target.value })}>
          <option value="">Nobody yet</option>
          {members.map((member) => (
            <option key={member.id} value={member.id}>
              {member.name}
            </option>
          ))}
        </Select>
      </Field>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending} disabled={theirs !== null}>
          Save task
        </Button>
      </div>
    </form>
  );
}

/** The day it is where the person is. */
function localDay(now: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
