"use client";

import type { ReactNode } from "react";
import { type DecisionProcess, decisionProcesses } from "@/planning";
import { DateInput } from "@/ui/date-input";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { TextInput } from "@/ui/text-input";
import { processWords } from "./process-words";

export type DecisionDraft = {
  question: string;
  ownerId: string;
  dueOn: string;
  process: DecisionProcess;
};

export function DecisionFields({
  draft,
  onChange,
  members,
  errorOf,
  children,
}: {
  draft: DecisionDraft;
  onChange: (draft: DecisionDraft) => void;
  members: readonly { id: string; name: string }[];
  errorOf: (field: string) => string | undefined;
  /** What belongs to the question. */
  children?: ReactNode;
}) {
  const set = (field: Exclude<keyof DecisionDraft, "process">) => (event: { target: { value: string } }) =>
    onChange({ ...draft, [field]: event.target.value });
  return (
    <>
      <Field
        label="Question"
        hint="One that can be answered by choosing an option."
        error={errorOf("question")}
        required
      >
        <TextInput value={draft.question} onChange={set("question")} />
      </Field>
      {children}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Who decides" error={errorOf("ownerId")}>
          <Select value={draft.ownerId} onChange={set("ownerId")}>
            {members.map((member) => (
              <option key={member.id} value={member.id}>
                {member.name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Due" error={errorOf("dueOn")} optional>
          <DateInput value={draft.dueOn} onChange={set("dueOn")} />
        </Field>
      </div>
      <Field label="How it is decided" hint={processWords[draft.process].hint} error={errorOf("process")}>
        <Select
          value={draft.process}
          onChange={(event) => {
            const process = decisionProcesses.find((known) => known === event.target.value);
            if (process !== undefined) onChange({ ...draft, process });
          }}
        >
          {decisionProcesses.map((known) => (
            <option key={known} value={known}>
              {processWords[known].name}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}
