"use client";

import { useState } from "react";
import type { ProjectTask } from "@/features/plans/queries";
import { splitThreePoint, type ThreePoint } from "@/planning";
import { useApi } from "@/platform/trpc/client";
import { useVersionedSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { EditForm } from "@/ui/edit-form";
import { Field } from "@/ui/field";
import { formatThreePoint } from "@/ui/format";
import { NumberInput } from "@/ui/number-input";
import { Select } from "@/ui/select";
import { TextInput } from "@/ui/text-input";
import { toast } from "@/ui/toast-queue";
import { savedTask } from "./task-draft";

const orders = { after: "after what stays", beside: "side by side with it" } as const;

/** Makes two of a task: part of its work gets a name of its own, and whatever waited for the task waits for both. */
export default function TaskSplit({
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
  const [name, setName] = useState("");
  const [percent, setPercent] = useState("50");
  const [order, setOrder] = useState<keyof typeof orders>("after");
  const { submit, pending, message, errorOf, theirs, goOn } = useVersionedSubmit(api.plans.splitTask.mutate, {
    version: task.version,
    current: savedTask,
    onDone: () => {
      toast.success(`“${name}” is a task of its own.`);
      onDone();
    },
  });
  const share = percent === "" ? Number.NaN : Number(percent) / 100;
  const isShare = share >= 0.05 && share <= 0.95;
  const parts = (whole: ThreePoint) => splitThreePoint(whole, isShare ? share : 0.5).map(formatThreePoint);
  const [stays, goes] = parts(task.effortPersonDays);
  const [staysFor, goesFor] = parts(task.durationWorkingDays);
  return (
    <EditForm
      save="Split task"
      pending={pending}
      disabled={theirs !== null}
      message={theirs === null ? message : null}
      onSave={() =>
        void submit((request) => ({
          ...{ workspace, ...request, projectId, taskKey: task.key },
          ...{ name, share, order },
        }))
      }
    >
      {theirs !== null && (
        <Callout tone="warn" title="Somebody changed this task meanwhile.">
          <Button size="sm" className="mt-2" onClick={goOn}>
            Split it as it is now
          </Button>
        </Callout>
      )}
      <Field label="Name of the new part" error={errorOf("name")} required>
        <TextInput value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Goes into it" error={errorOf("share")}>
          <NumberInput
            unit="% of the work"
            min={5}
            max={95}
            value={percent}
            onChange={(event) => setPercent(event.target.value)}
          />
        </Field>
        <Field label="Is done" error={errorOf("order")}>
          <Select
            value={order}
            onChange={(event) => setOrder(event.target.value === "beside" ? "beside" : "after")}
          >
            {Object.entries(orders).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {isShare && (
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm tabular-nums">
          <dt className="text-muted">Stays</dt>
          <dd>
            {stays} person-days in {staysFor} working days
          </dd>
          <dt className="text-muted">New part</dt>
          <dd>
            {goes} person-days in {goesFor} working days
          </dd>
        </dl>
      )}
      <p className="text-xs text-muted">
        From then on the estimates of both are the team's own. Whatever waits for this task waits for both.
      </p>
    </EditForm>
  );
}
