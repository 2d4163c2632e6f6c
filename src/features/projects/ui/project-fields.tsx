"use client";

import { DateInput } from "@/ui/date-input";
import { Field } from "@/ui/field";
import { minorDigits } from "@/ui/format";
import { NumberInput } from "@/ui/number-input";
import { Select } from "@/ui/select";
import { TextArea } from "@/ui/text-area";
import { TextInput } from "@/ui/text-input";

/** A project's details as they are typed. */
export type ProjectDraft = {
  name: string;
  summary: string;
  ownerId: string;
  startsOn: string;
  targetOn: string;
  budget: string;
};

export function ProjectFields({
  draft,
  onChange,
  members,
  currency,
  errorOf,
}: {
  draft: ProjectDraft;
  onChange: (draft: ProjectDraft) => void;
  members: readonly { id: string; name: string }[];
  currency: string;
  errorOf: (field: string) => string | undefined;
}) {
  const set = (field: keyof ProjectDraft) => (event: { target: { value: string } }) =>
    onChange({ ...draft, [field]: event.target.value });
  return (
    <div className="grid gap-4">
      <Field label="Name" error={errorOf("name")} required>
        <TextInput value={draft.name} onChange={set("name")} />
      </Field>
      <Field label="Summary" hint="One sentence: what it does, for whom." error={errorOf("summary")} optional>
        <TextArea rows={2} value={draft.summary} onChange={set("summary")} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Owner" error={errorOf("ownerId")}>
          <Select value={draft.ownerId} onChange={set("ownerId")}>
            {members.map((member) => (
              <option key={member.id} value={member.id}>
                {member.name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Starts on" error={errorOf("startsOn")} required>
          <DateInput value={draft.startsOn} onChange={set("startsOn")} />
        </Field>
        <Field label="Target" hint="When it should be launched." error={errorOf("targetOn")} optional>
          <DateInput value={draft.targetOn} onChange={set("targetOn")} />
        </Field>
        <Field label="Budget" error={errorOf("budgetMinor")} optional>
          <NumberInput unit={currency} min={0} value={draft.budget} onChange={set("budget")} />
        </Field>
      </div>
    </div>
  );
}

export function toDetails(draft: ProjectDraft, currency: string) {
  const { name, summary, ownerId, startsOn, targetOn, budget } = draft;
  const scale = 10 ** minorDigits(currency);
  return {
    name,
    summary,
    ownerId,
    startsOn,
    targetOn: targetOn === "" ? null : targetOn,
    budgetMinor: budget === "" ? null : Math.round(Number(budget) * scale),
  };
}
