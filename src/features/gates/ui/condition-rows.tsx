"use client";

import { Button } from "@/ui/button";
import { DateInput } from "@/ui/date-input";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { TextInput } from "@/ui/text-input";

type Draft = { key: string; text: string; dueOn: string; ownerId: string };

/** A condition due in four weeks, for whoever writes it to give to somebody. */
export function blankCondition(ownerId: string): Draft {
  const dueOn = new Date(Date.now() + 28 * 86_400_000).toISOString().slice(0, 10);
  return { key: crypto.randomUUID(), text: "", dueOn, ownerId };
}

/** Each condition: what must be done, by when, and who sees to it. */
export function ConditionRows({
  conditions,
  members,
  onChange,
  errorOf,
  blank,
}: {
  conditions: readonly Draft[];
  members: readonly { id: string; name: string }[];
  onChange: (conditions: Draft[]) => void;
  errorOf: (field: string) => string | undefined;
  blank: () => Draft;
}) {
  const change = (key: string, part: Partial<Draft>) =>
    onChange(conditions.map((condition) => (condition.key === key ? { ...condition, ...part } : condition)));
  return (
    <div className="grid gap-3">
      {conditions.map(({ key, text, dueOn, ownerId }, place) => (
        <fieldset key={key} className="grid gap-3 rounded-lg border border-line p-3 sm:grid-cols-2">
          <legend className="px-1 text-sm font-medium">Condition {place + 1}</legend>
          <div className="sm:col-span-2">
            <Field label="What must be done" error={errorOf(`conditions.${place}.text`)} required>
              <TextInput value={text} onChange={(event) => change(key, { text: event.target.value })} />
            </Field>
          </div>
          <Field label="Due" error={errorOf(`conditions.${place}.dueOn`)} required>
            <DateInput value={dueOn} onChange={(event) => change(key, { dueOn: event.target.value })} />
          </Field>
          <Field label="Who sees to it">
            <Select value={ownerId} onChange={(event) => change(key, { ownerId: event.target.value })}>
              {members.map((member) => (
                <option key={member.id} value={member.id}>
                  {member.name}
                </option>
              ))}
            </Select>
          </Field>
          {conditions.length > 1 && (
            <Button
              size="sm"
              variant="ghost"
              className="justify-self-start"
              onClick={() => onChange(conditions.filter((condition) => condition.key !== key))}
            >
              Remove condition {place + 1}
            </Button>
          )}
        </fieldset>
      ))}
      <Button
        size="sm"
        className="justify-self-start"
        disabled={conditions.length >= 20}
        onClick={() => onChange([...conditions, blank()])}
      >
        Add another condition
      </Button>
    </div>
  );
}
