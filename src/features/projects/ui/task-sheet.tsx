"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ProjectTask } from "@/features/plans/queries";
import { type TaskStatus, taskStatuses } from "@/planning";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { DateInput } from "@/ui/date-input";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { NumberInput } from "@/ui/number-input";
import { Select } from "@/ui/select";
import { Sheet } from "@/ui/sheet";

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

type Estimate = { optimistic: string; mostLikely: string; pessimistic: string };

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
  const [effort, setEffort] = useState(typed(task.effortPersonDays));
  const [duration, setDuration] = useState(typed(task.durationWorkingDays));
  const [status, setStatus] = useState<TaskStatus>(task.status);
  const [startedOn, setStartedOn] = useState<string>(task.startedOn ?? "");
  const [finishedOn, setFinishedOn] = useState<string>(task.finishedOn ?? "");
  const [actual, setActual] = useState(
    task.actualEffortPersonDays === null ? "" : String(task.actualEffortPersonDays),
  );
  const [assigneeId, setAssigneeId] = useState(task.assignee?.id ?? "");
  const [version, setVersion] = useState(task.version);
  const { submit, pending, message, errorOf, refusal } = useSubmit(api.plans.editTask.mutate, onDone);
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
          version,
          effortPersonDays:
            changed(effort, task.effortPersonDays) || task.estimatedBy === "team" ? parsed(effort) : null,
          durationWorkingDays:
            changed(duration, task.durationWorkingDays) || task.estimatedBy === "team"
              ? parsed(duration)
              : null,
          status,
          startedOn: startedOn === "" ? null : startedOn,
          finishedOn: finishedOn === "" ? null : finishedOn,
          actualEffortPersonDays: actual === "" ? null : Number(actual),
          assigneeId: assigneeId === "" ? null : assigneeId,
        }));
      }}
    >
      <FormError message={message} />
      {refusal?.code === "STALE_VERSION" && (
        <Callout
          tone="warn"
          title={`It is now ${task.status}${task.assignee === null ? "" : `, with ${task.assignee.name}`}, ${task.effortPersonDays.mostLikely} person-days.`}
        >
          <Button size="sm" onClick={() => setVersion(task.version)}>
            Keep mine and save over it
          </Button>
        </Callout>
      )}
      <p className="text-xs text-muted">{task.assumption}</p>
      <EstimateFields
        legend="Effort, person-days"
        value={effort}
        onChange={setEffort}
        error={errorOf("effortPersonDays")}
      />
      <EstimateFields
        legend="Duration, working days"
        value={duration}
        onChange={setDuration}
        error={errorOf("durationWorkingDays")}
      />
      <Field label="State" error={errorOf("status")}>
        <Select
          value={status}
          onChange={(event) =>
            setStatus(taskStatuses.find((known) => known === event.target.value) ?? status)
          }
        >
          {taskStatuses.map((known) => (
            <option key={known}>{known}</option>
          ))}
        </Select>
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Started" error={errorOf("startedOn")}>
          <DateInput value={startedOn} onChange={(event) => setStartedOn(event.target.value)} />
        </Field>
        <Field label="Finished" error={errorOf("finishedOn")}>
          <DateInput value={finishedOn} onChange={(event) => setFinishedOn(event.target.value)} />
        </Field>
      </div>
      <Field label="Effort so far" error={errorOf("actualEffortPersonDays")}>
        <NumberInput
          unit="person-days"
          min={0}
          value={actual}
          onChange={(event) => setActual(event.target.value)}
        />
      </Field>
      <Field label="Who" error={errorOf("assigneeId")}>
        <Select value={assigneeId} onChange={(event) => setAssigneeId(event.target.value)}>
          <option value="">Nobody yet</option>
          {members.map((member) => (
            <option key={member.id} value={member.id}>
              {member.name}
            </option>
          ))}
        </Select>
      </Field>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          Save task
        </Button>
      </div>
    </form>
  );
}

function EstimateFields({
  legend,
  value,
  onChange,
  error,
}: {
  legend: string;
  value: Estimate;
  onChange: (value: Estimate) => void;
  error: string | undefined;
}) {
  const points = [
    ["optimistic", "At best"],
    ["mostLikely", "Most likely"],
    ["pessimistic", "At worst"],
  ] as const;
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      <div className="grid grid-cols-3 gap-2">
        {points.map(([point, name]) => (
          <Field
            key={point}
            label={<span className="font-normal text-muted">{name}</span>}
            error={point === "optimistic" ? error : undefined}
          >
            <NumberInput
              min={0}
              value={value[point]}
              onChange={(event) => onChange({ ...value, [point]: event.target.value })}
            />
          </Field>
        ))}
      </div>
    </fieldset>
  );
}

type ThreePoint = { optimistic: number; mostLikely: number; pessimistic: number };

function typed({ optimistic, mostLikely, pessimistic }: ThreePoint): Estimate {
  const text = (days: number) => String(Math.round(days * 100) / 100);
  return { optimistic: text(optimistic), mostLikely: text(mostLikely), pessimistic: text(pessimistic) };
}

function parsed({ optimistic, mostLikely, pessimistic }: Estimate): ThreePoint {
  const days = (text: string) => (text === "" ? Number.NaN : Number(text));
  return { optimistic: days(optimistic), mostLikely: days(mostLikely), pessimistic: days(pessimistic) };
}

function changed(value: Estimate, from: ThreePoint): boolean {
  return JSON.stringify(value) !== JSON.stringify(typed(from));
}
