"use client";

import { DateInput } from "@/ui/date-input";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { TextArea } from "@/ui/text-area";
import { TextInput } from "@/ui/text-input";

export type DecisionDraft = { question: string; context: string; ownerId: string; dueOn: string };

export function DecisionFields({
  draft,
  onChange,
  members,
  errorOf,
}: {
  draft: DecisionDraft;
  onChange: (draft: DecisionDraft) => void;
  members: readonly { id: string; name: string }[];
  errorOf: (field: string) => string | undefined;
}) {
  const set = (field: keyof DecisionDraft) => (event: { target: { value: string } }) =>
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
      <Field
        label="Context"
        hint="What do people need to know to take a position? Markdown."
        error={errorOf("context")}
        optional
      >
        <TextArea rows={5} value={draft.context} onChange={set("context")} />
      </Field>
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
    </>
  );
}
