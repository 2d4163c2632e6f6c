"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { type PlanInput, PlanningError } from "@/planning";
import { useTRPC } from "@/platform/trpc/client";
import { Button } from "@/ui/button";
import { DateInput } from "@/ui/date-input";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { formatDate } from "@/ui/format";
import { Select } from "@/ui/select";
import { TextInput } from "@/ui/text-input";
import type { Scenarios } from "../queries";
import { rowsOf, type ScenarioDraft } from "./scenario-draft";
import { TaskOverrides } from "./task-overrides";

/** The fields of a scenario, beside what is so today. */
export function ScenarioFields({
  workspace,
  projectKey,
  scenarios,
  input,
  save,
  draft,
  onChange,
  pending,
  message,
  nameError,
  onSave,
  onClose,
  children,
}: {
  workspace: string;
  projectKey: string;
  scenarios: Scenarios;
  input: PlanInput;
  /** What the button says. */
  save: string;
  draft: ScenarioDraft;
  onChange: (draft: ScenarioDraft) => void;
  pending: boolean;
  message: string | null;
  nameError: string | undefined;
  onSave: () => void;
  onClose: () => void;
  /** What has to be settled before it can be saved. */
  children?: ReactNode;
}) {
  const trpc = useTRPC();
  const of = { workspace, projectKey };
  const { data: project } = useSuspenseQuery(trpc.projects.byKey.queryOptions(of));
  const { data: members } = useSuspenseQuery(trpc.workspaces.members.queryOptions({ workspace }));
  const rows = useMemo(() => plannedRows(draft, input, scenarios.records), [draft, input, scenarios.records]);
  const open = input.decisions.filter(({ state }) => state === "open");
  const isBlocked = children !== undefined && children !== false;
  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {nameError === undefined && <FormError message={message} />}
      {children}
      <div className="grid max-w-2xl gap-3 sm:grid-cols-[minmax(0,1fr)_14rem]">
        <Field label="Name of the scenario" error={nameError}>
          <TextInput
            value={draft.name}
            maxLength={80}
            autoFocus
            onChange={(event) => onChange({ ...draft, name: event.target.value })}
          />
        </Field>
        <Field
          label="Start"
          hint={`Today's plan starts ${formatDate(input.startsOn)}.`}
          error={draft.startsOn === "" ? "Please give a date." : undefined}
        >
          <DateInput
            value={draft.startsOn}
            onChange={(event) => onChange({ ...draft, startsOn: event.target.value })}
          />
        </Field>
      </div>
      {open.length > 0 && (
        <fieldset className="grid max-w-2xl gap-2.5">
          <legend className="mb-1.5 text-sm font-medium">Open decisions</legend>
          {open.map(({ id, question, options }) => (
            <Field
              key={id}
              label={
                <span className="font-normal">
                  D-{project.decisions.find((decision) => decision.id === id)?.number} {question}
                </span>
              }
            >
              <Select
                value={draft.choices[id] ?? ""}
                onChange={(event) => onChange(withChoice(draft, id, event.target.value))}
              >
                <option value="">left open</option>
                {options.map((option) => (
                  <option key={option.id} value={option.id}>
                    {option.title}
                  </option>
                ))}
              </Select>
            </Field>
          ))}
        </fieldset>
      )}
      <TaskOverrides rows={rows} draft={draft} members={members} onChange={onChange} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" pending={pending} disabled={isBlocked}>
          {save}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}

function withChoice(draft: ScenarioDraft, decisionId: string, optionId: string): ScenarioDraft {
  const { [decisionId]: _, ...others } = draft.choices;
  return { ...draft, choices: optionId === "" ? others : { ...others, [decisionId]: optionId } };
}

/** No rows while no plan can be made of it. */
function plannedRows(...of: Parameters<typeof rowsOf>): ReturnType<typeof rowsOf> {
  try {
    return rowsOf(...of);
  } catch (error) {
    if (error instanceof PlanningError) return [];
    throw error;
  }
}
