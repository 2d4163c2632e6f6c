"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { z } from "zod";
import type { projectTaskContent } from "@/features/plans/schema";
import { ExpertiseFields } from "@/features/standards/ui";
import { useNames } from "@/features/workspaces/ui";
import { type ThreePoint, techniqueIds } from "@/planning";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useVersionedSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Checkbox } from "@/ui/checkbox";
import { EditForm } from "@/ui/edit-form";
import { parsed, typed } from "@/ui/estimate-draft";
import { EstimateFields } from "@/ui/estimate-fields";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { TextInput } from "@/ui/text-input";
import { ownTask } from "./own-task";
import { TaskOptions } from "./task-options";

type Content = z.output<typeof projectTaskContent>;

const begun: Omit<Content, "technique"> = {
  name: "",
  deliverable: "",
  discipline: "product",
  level: 2,
  effortPersonDays: { optimistic: 1, mostLikely: 2, pessimistic: 4 },
  durationWorkingDays: { optimistic: 1, mostLikely: 2, pessimistic: 4 },
  inLoop: false,
  retired: false,
};

/** A task of the project's own: added to one of the plan's techniques, changed, or taken out. */
export default function OwnTaskForm({
  workspace,
  projectKey,
  existing,
  onDone,
}: {
  workspace: string;
  projectKey: string;
  existing: { readonly key: string; readonly version: number; readonly content: Content } | null;
  onDone: () => void;
}) {
  const api = useApi();
  const trpc = useTRPC();
  const { techniqueName } = useNames();
  const { data: plan } = useSuspenseQuery(trpc.plans.plan.queryOptions({ workspace, projectKey }));
  const first = plan.techniques[0]?.id ?? "use-case-scoping";
  const [content, setContent] = useState<Content>(existing?.content ?? { technique: first, ...begun });
  const [effort, setEffort] = useState(typed(content.effortPersonDays));
  const [duration, setDuration] = useState(typed(content.durationWorkingDays));
  const [after, setAfter] = useState("");
  const seen = { version: existing?.version ?? 1, current: ownTask, onDone };
  const add = useVersionedSubmit(api.plans.addTask.mutate, seen);
  const change = useVersionedSubmit(api.plans.changeTask.mutate, seen);
  const { message, errorOf, pending, theirs, goOn } = existing === null ? add : change;
  const set = (part: Partial<Content>) => setContent({ ...content, ...part });
  const { projectId } = plan;
  const whole = { ...content, effortPersonDays: parsed(effort), durationWorkingDays: parsed(duration) };
  const standard = (own: ThreePoint, typedNow: ThreePoint) => (existing === null ? typedNow : own);
  return (
    <EditForm
      save={existing === null ? "Add task" : "Change task"}
      pending={pending}
      disabled={theirs !== null}
      message={message}
      onSave={() => {
        if (existing !== null) {
          const taskKey = existing.key;
          void change.submit((request) => ({ workspace, ...request, projectId, taskKey, content: whole }));
          return;
        }
        void add.submit(({ mutationId }) => ({
          ...{ workspace, mutationId, projectId, content: whole },
          after: after === "" ? [] : [after],
        }));
      }}
    >
      {theirs !== null && (
        <Callout
          tone="warn"
          title={`Somebody else changed the task meanwhile. It is “${theirs.content.name}” now.`}
        >
          <div className="mt-2 flex flex-wrap gap-2">
            <Button size="sm" onClick={goOn}>
              Keep mine and save over it
            </Button>
            <Button
              size="sm"
              onClick={() => {
                setContent(theirs.content);
                setEffort(typed(theirs.content.effortPersonDays));
                setDuration(typed(theirs.content.durationWorkingDays));
                goOn();
              }}
            >
              Take theirs
            </Button>
          </div>
        </Callout>
      )}
      <Field label="Name" error={errorOf("content.name")} required>
        <TextInput value={content.name} onChange={(event) => set({ name: event.target.value })} />
      </Field>
      <Field label="Leaves behind" error={errorOf("content.deliverable")} required>
        <TextInput
          value={content.deliverable}
          onChange={(event) => set({ deliverable: event.target.value })}
        />
      </Field>
      {existing === null && (
        <Field label="Part of" error={errorOf("content.technique")}>
          <Select
            value={content.technique}
            onChange={(event) => {
              const technique = techniqueIds.find((id) => id === event.target.value);
              if (technique !== undefined) set({ technique });
            }}
          >
            {plan.techniques.map(({ id }) => (
              <option key={id} value={id}>
                {techniqueName(id)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {existing === null && (
        <ExpertiseFields value={content} onChange={({ discipline, level }) => set({ discipline, level })} />
      )}
      <EstimateFields
        legend="Effort, person-days"
        value={effort}
        onChange={setEffort}
        standard={standard(content.effortPersonDays, whole.effortPersonDays)}
        error={errorOf("content.effortPersonDays")}
      />
      <EstimateFields
        legend="Duration, working days"
        value={duration}
        onChange={setDuration}
        standard={standard(content.durationWorkingDays, whole.durationWorkingDays)}
        error={errorOf("content.durationWorkingDays")}
      />
      {existing === null && (
        <Field label="Begins after" error={errorOf("after")} hint="More can be added once it is there.">
          <Select value={after} onChange={(event) => setAfter(event.target.value)}>
            <option value="">nothing</option>
            <TaskOptions tasks={plan.tasks} />
          </Select>
        </Field>
      )}
      <Checkbox
        label="Repeated on every adapt-and-evaluate pass"
        checked={content.inLoop}
        onChange={(event) => set({ inLoop: event.target.checked })}
      />
      {existing !== null && (
        <Checkbox
          label="Out of the plan"
          hint="What was spent on it still counts."
          checked={content.retired}
          onChange={(event) => set({ retired: event.target.checked })}
        />
      )}
    </EditForm>
  );
}
