"use client";

import { DateInput } from "@/ui/date-input";
import { Field } from "@/ui/field";
import { NumberInput } from "@/ui/number-input";
import { Select } from "@/ui/select";
import { TextArea } from "@/ui/text-area";
import { TextInput } from "@/ui/text-input";
import type { ProjectDraft } from "./project-draft";

export function ProjectFields({
  draft,
  onChange,
  members,
  teams,
  currency,
  errorOf,
}: {
  draft: ProjectDraft;
  onChange: (draft: ProjectDraft) => void;
  members: readonly { id: string; name: string }[];
  teams: readonly { id: string; name: string }[];
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
        {(teams.length > 0 || draft.teamId !== "") && (
          <Field label="Team" error={errorOf("teamId")} optional>
            <Select value={draft.teamId} onChange={set("teamId")}>
              <option value="">No team</option>
              {teams.map((team) => (
                <option key={team.id} value={team.id}>
                  {team.name}
                </option>
              ))}
              {draft.teamId !== "" && teams.every(({ id }) => id !== draft.teamId) && (
                <option value={draft.teamId}>A deleted team</option>
              )}
            </Select>
          </Field>
        )}
        <Field label="Starts on" error={errorOf("startsOn")} required>
          <DateInput value={draft.startsOn} onChange={set("startsOn")} />
        </Field>
        <Field label="Target" hint="When it should be launched." error={errorOf("targetOn")} optional>
          <DateInput value={draft.targetOn} onChange={set("targetOn")} />
        </Field>
        <Field label="Budget" error={errorOf("budgetMinor")} optional>
          <NumberInput unit={currency} min={0} value={draft.budgetMinor} onChange={set("budgetMinor")} />
        </Field>
      </div>
    </div>
  );
}
