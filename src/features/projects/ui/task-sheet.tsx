"use client";

import { Suspense, useState } from "react";
import type { ProjectPlan, ProjectTask } from "@/features/plans/queries";
import { useWorkspace } from "@/features/workspaces/ui";
import { taskStatuses } from "@/planning";
import { useApi } from "@/platform/trpc/client";
import { useVersionedSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { DateInput } from "@/ui/date-input";
import { EditForm } from "@/ui/edit-form";
import { EstimateFields } from "@/ui/estimate-fields";
import { Field } from "@/ui/field";
import { formatHours, formatPersonDays } from "@/ui/format";
import { lazyPatiently } from "@/ui/lazy-patiently";
import { Link } from "@/ui/link";
import { localDay } from "@/ui/local-day";
import { NumberInput } from "@/ui/number-input";
import { Select } from "@/ui/select";
import { Sheet } from "@/ui/sheet";
import { tellEntries, tellMachineEstimate, tellSum } from "./actuals-words";
import { expertiseChoices, expertiseName } from "./expertise-choices";
import { FieldMerge } from "./field-merge";
import { projectAddress } from "./map-data";
import { mergeFields, takeTheirs } from "./merge-fields";
import { SlackNote } from "./slack-note";
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
const TaskPreview = lazyPatiently(() => import("./task-preview"));
const TaskLinks = lazyPatiently(() => import("./task-links"));
const TaskSplit = lazyPatiently(() => import("./task-split"));
const TaskChecklist = lazyPatiently(() => import("./task-checklist"));
const OwnTaskForm = lazyPatiently(() => import("./own-task-form"));

/** Everything about one task, at the side: opened from a row, a bar or a card. */
export function TaskSheet({
  workspace,
  projectKey,
  projectId,
  task,
  people,
  open,
  opener,
  onClose,
}: {
  workspace: string;
  projectKey: string;
  projectId: string;
  task: ProjectTask;
  /** Whom it may be given to. */
  people: ProjectPlan["people"];
  open: boolean;
  /** What the focus goes back to. */
  opener: HTMLElement | null;
  onClose: () => void;
}) {
  const frame = useWorkspace(workspace);
  return (
    <Sheet title={task.name} open={open} opener={opener} onOpenChange={(isOpen) => isOpen || onClose()}>
      {frame.may("project.edit") ? (
        <>
          <TaskForm
            workspace={workspace}
            projectId={projectId}
            task={task}
            people={people}
            onDone={onClose}
          />
          <Suspense>
            <TaskChecklist workspace={workspace} projectId={projectId} task={task} editable />
          </Suspense>
          <Suspense>
            <TaskLinks workspace={workspace} projectKey={projectKey} task={task} />
          </Suspense>
          {task.status === "planned" && (
            <details className="mt-5 border-t border-line pt-4">
              <summary className="mb-3 cursor-pointer text-sm font-semibold">Split this task</summary>
              <Suspense>
                <TaskSplit workspace={workspace} projectId={projectId} task={task} onDone={onClose} />
              </Suspense>
            </details>
          )}
          {task.own !== null && (
            <details className="mt-5 border-t border-line pt-4">
              <summary className="mb-3 cursor-pointer text-sm font-semibold">What the task is</summary>
              <Suspense>
                <OwnTaskForm
                  workspace={workspace}
                  projectKey={projectKey}
                  existing={{ key: task.key, ...task.own }}
                  onDone={onClose}
                />
              </Suspense>
            </details>
          )}
        </>
      ) : (
        <>
          <TaskFacts task={task} />
          <Suspense>
            <TaskChecklist workspace={workspace} projectId={projectId} task={task} editable={false} />
          </Suspense>
        </>
      )}
      {frame.may("decision.ask") && (
        <p className="mt-4 border-t border-line pt-3">
          <Button asChild size="sm" variant="ghost" className="-ml-2">
            <Link
              href={`${projectAddress(workspace, projectKey)}/decisions/new?task=${encodeURIComponent(task.key)}`}
            >
              Ask a decision from this task
            </Link>
          </Button>
        </p>
      )}
    </Sheet>
  );
}

function TaskFacts({ task }: { task: ProjectTask }) {
  return (
    <div className="grid gap-3 text-sm">
      <p className="text-xs text-muted">{task.assumption}</p>
      <SlackNote task={task} />
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-muted">State</dt>
        <dd>{task.status}</dd>
        <dt className="text-muted">{taskFieldNames.expertise}</dt>
        <dd>{expertiseName(task)}</dd>
        <dt className="text-muted">Who</dt>
        <dd>{task.assignee?.name ?? "Nobody yet"}</dd>
        <dt className="text-muted">Delivers</dt>
        <dd>{task.deliverable}</dd>
        {task.actualEffortPersonDays !== null && (
          <>
            <dt className="text-muted">{taskFieldNames.actual}</dt>
            <dd>{formatPersonDays(task.actualEffortPersonDays)}</dd>
          </>
        )}
        {task.actualMachineHours !== null && (
          <>
            <dt className="text-muted">{taskFieldNames.machineHours}</dt>
            <dd>{formatHours(task.actualMachineHours)} of accelerators</dd>
          </>
        )}
      </dl>
    </div>
  );
}

function TaskForm({
  workspace,
  projectId,
  task,
  people,
  onDone,
}: {
  workspace: string;
  projectId: string;
  task: ProjectTask;
  people: ProjectPlan["people"];
  onDone: () => void;
}) {
  const api = useApi();
  const nameOf = (id: string) =>
    [...people, ...(task.assignee === null ? [] : [task.assignee])].find((person) => person.id === id)
      ?.name ?? "a former member";
  /** What the draft grew from. */
  const [base, setBase] = useState(() => taskDraft(task));
  const [draft, setDraft] = useState(base);
  const {
    submit,
    pending,
    message,
    errorOf,
    theirs: saved,
    goOn,
  } = useVersionedSubmit(api.plans.editTask.mutate, {
    version: task.version,
    current: savedTask,
    onDone,
  });
  const set = (change: Partial<TaskDraft>) => setDraft({ ...draft, ...change });
  const theirs = saved === null ? null : draftOf(saved, task.standard);
  const texts = (of: TaskDraft) => taskTexts(of, nameOf);
  return (
    <EditForm
      save="Save task"
      pending={pending}
      disabled={theirs !== null}
      message={message}
      onSave={() =>
        void submit((request) => ({
          workspace,
          ...request,
          projectId,
          taskKey: task.key,
          ...toTaskRecord(draft, task.standard),
        }))
      }
    >
      {theirs !== null && (
        <FieldMerge
          what="task"
          names={taskFieldNames}
          fields={mergeFields(taskFields, {
            base: texts(base),
            mine: texts(draft),
            theirs: texts(theirs),
          })}
          onMerged={(fields) => {
            setDraft(takeTheirs(draft, theirs, fields));
            setBase(theirs);
            goOn();
          }}
        />
      )}
      <p className="text-xs text-muted">{task.assumption}</p>
      <SlackNote task={task} />
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
      {draft.status === "planned" && (
        <Field
          label={taskFieldNames.notBeforeOn}
          optional
          hint="It is not begun before this day, even where nothing in the plan holds it."
          error={errorOf("notBeforeOn")}
        >
          <DateInput
            value={draft.notBeforeOn}
            onChange={(event) => set({ notBeforeOn: event.target.value })}
          />
        </Field>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={taskFieldNames.actual}
          hint={task.timeEntries === null ? undefined : tellEntries(task.timeEntries)}
          error={errorOf("actualEffortPersonDays")}
        >
          <NumberInput
            unit="person-days"
            min={0}
            readOnly={task.timeEntries !== null}
            value={task.timeEntries === null ? draft.actual : tellSum(draft.actual)}
            onChange={(event) => set({ actual: event.target.value })}
          />
        </Field>
        <Field
          label={taskFieldNames.machineHours}
          hint={tellMachineEstimate(task)}
          error={errorOf("actualMachineHours")}
        >
          <NumberInput
            unit="accelerator-hours"
            min={0}
            value={draft.machineHours}
            onChange={(event) => set({ machineHours: event.target.value })}
          />
        </Field>
      </div>
      <Field
        label={taskFieldNames.expertise}
        hint="Discipline and level, whoever it will be."
        error={errorOf("expertise")}
      >
        <Select value={draft.expertise} onChange={(event) => set({ expertise: event.target.value })}>
          {expertiseChoices(task.standard).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={taskFieldNames.assigneeId} error={errorOf("assigneeId")}>
        <Select value={draft.assigneeId} onChange={(event) => set({ assigneeId: event.target.value })}>
          <option value="">Nobody yet</option>
          {/* Who sees the project no longer keeps what they have. */}
          {people.every(({ id }) => id !== draft.assigneeId) && draft.assigneeId !== "" && (
            <option value={draft.assigneeId}>{nameOf(draft.assigneeId)}</option>
          )}
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </EditForm>
  );
}
