"use client";

import { useState } from "react";
import type { Lifecycle, OwnTask, Technique } from "@/planning";
import { useApi } from "@/platform/trpc/client";
import { Checkbox } from "@/ui/checkbox";
import { EditForm } from "@/ui/edit-form";
import { EditSheet } from "@/ui/edit-sheet";
import { parsed, typed } from "@/ui/estimate-draft";
import { EstimateFields } from "@/ui/estimate-fields";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { TextInput } from "@/ui/text-input";
import { ConflictNote } from "./conflict-note";
import { ExpertiseFields } from "./expertise-fields";
import { useStandard } from "./use-standard";

type Existing = { readonly key: string; readonly task: OwnTask };

/** A task of the workspace's own: added to a technique, changed, or retired. */
export function OwnTaskSheet({
  workspace,
  technique,
  lifecycle,
  existing,
  version,
}: {
  workspace: string;
  technique: Technique;
  lifecycle: Lifecycle;
  existing: Existing | null;
  version: number;
}) {
  const label = existing === null ? `Add a task to ${technique.name}` : `Change ${existing.task.name}`;
  return (
    <EditSheet title={label} button={existing === null ? "Add a task" : "Change"} label={label}>
      {(onDone) => (
        <OwnTaskForm
          workspace={workspace}
          technique={technique}
          lifecycle={lifecycle}
          existing={existing}
          version={version}
          onDone={onDone}
        />
      )}
    </EditSheet>
  );
}

const anEstimate = { optimistic: 1, mostLikely: 2, pessimistic: 4 };

function OwnTaskForm({
  workspace,
  technique,
  lifecycle,
  existing,
  version,
  onDone,
}: {
  workspace: string;
  technique: Technique;
  lifecycle: Lifecycle;
  existing: Existing | null;
  version: number;
  onDone: () => void;
}) {
  const api = useApi();
  const was = existing?.task;
  const [name, setName] = useState(was?.name ?? "");
  const [deliverable, setDeliverable] = useState(was?.deliverable ?? "");
  const [needs, setNeeds] = useState({
    discipline: was?.discipline ?? ("product" as const),
    level: was?.level ?? (2 as const),
  });
  const [effort, setEffort] = useState(typed(was?.effortPersonDays ?? anEstimate));
  const [duration, setDuration] = useState(typed(was?.durationWorkingDays ?? anEstimate));
  const [after, setAfter] = useState(was?.after[0] ?? "");
  const [before, setBefore] = useState(was?.before[0] ?? "");
  const [inLoop, setInLoop] = useState(was?.inLoop ?? false);
  const [retired, setRetired] = useState(was?.retired ?? false);
  const add = useStandard(api.standards.addTask.mutate, { version, onDone });
  const edit = useStandard(api.standards.editTask.mutate, { version, onDone });
  const { message, errorOf, theirs, goOn, pending } = existing === null ? add : edit;
  const content = {
    technique: technique.id,
    name,
    deliverable,
    ...needs,
    effortPersonDays: parsed(effort),
    durationWorkingDays: parsed(duration),
    after: after === "" ? [] : [after],
    before: before === "" ? [] : [before],
    inLoop,
    retired,
  };
  return (
    <EditForm
      save={existing === null ? "Add task" : "Save task"}
      pending={pending}
      message={message}
      onSave={() => {
        if (existing === null) void add.submit(({ mutationId }) => ({ workspace, mutationId, content }));
        else void edit.submit((request) => ({ workspace, ...request, taskKey: existing.key, content }));
      }}
    >
      <ConflictNote theirs={theirs} onKeepMine={goOn} />
      <Field label="Name" error={errorOf("content.name")} required>
        <TextInput value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field label="Leaves behind" error={errorOf("content.deliverable")} required>
        <TextInput value={deliverable} onChange={(event) => setDeliverable(event.target.value)} />
      </Field>
      <ExpertiseFields value={needs} onChange={setNeeds} />
      <EstimateFields
        legend="Effort, person-days"
        value={effort}
        onChange={setEffort}
        standard={was?.effortPersonDays ?? parsed(effort)}
        error={errorOf("content.effortPersonDays")}
      />
      <EstimateFields
        legend="Duration, working days"
        value={duration}
        onChange={setDuration}
        standard={was?.durationWorkingDays ?? parsed(duration)}
        error={errorOf("content.durationWorkingDays")}
      />
      <TaskField
        label="Begins after"
        none="nothing"
        value={after}
        onChange={setAfter}
        lifecycle={lifecycle}
      />
      <TaskField
        label="Waited for by"
        none="nothing"
        value={before}
        onChange={setBefore}
        lifecycle={lifecycle}
      />
      <Checkbox
        label="Repeated on every adapt-and-evaluate pass"
        checked={inLoop}
        onChange={(event) => setInLoop(event.target.checked)}
      />
      {existing !== null && (
        <Checkbox
          label="Retired"
          hint="No new plan has it; work already spent on it still counts."
          checked={retired}
          onChange={(event) => setRetired(event.target.checked)}
        />
      )}
    </EditForm>
  );
}

function TaskField({
  label,
  none,
  value,
  onChange,
  lifecycle,
}: {
  label: string;
  none: string;
  value: string;
  onChange: (key: string) => void;
  lifecycle: Lifecycle;
}) {
  return (
    <Field label={label}>
      <Select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{none}</option>
        {lifecycle.techniques.map((technique) => (
          <optgroup key={technique.id} label={technique.name}>
            {technique.tasks.map((task) => (
              <option key={task.key} value={task.key}>
                {task.name}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
    </Field>
  );
}
