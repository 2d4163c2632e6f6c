"use client";

import { DateInput } from "@/ui/date-input";
import { Field } from "@/ui/field";
import { NumberInput } from "@/ui/number-input";
import { SegmentedControl } from "@/ui/segmented-control";
import { TextInput } from "@/ui/text-input";
import type { ResultDraft } from "./evidence-draft";

/** What was measured, on what, when and by whom. */
export function ResultFields({
  draft,
  errorOf,
  onChange,
}: {
  draft: ResultDraft;
  errorOf: (field: string) => string | undefined;
  onChange: (draft: ResultDraft) => void;
}) {
  const change = (part: Partial<ResultDraft>) => onChange({ ...draft, ...part });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Metric" error={errorOf("content.metric")} required>
        <TextInput value={draft.metric} onChange={(event) => change({ metric: event.target.value })} />
      </Field>
      <div className="grid gap-1.5">
        <span className="text-sm font-medium">Better is</span>
        <SegmentedControl
          label="Better is"
          name="better"
          value={draft.better}
          onChange={(better) => change({ better })}
          choices={[
            { value: "higher", label: "Higher" },
            { value: "lower", label: "Lower" },
          ]}
        />
      </div>
      <Field label="Value" error={errorOf("content.value")} required>
        <NumberInput value={draft.value} onChange={(event) => change({ value: event.target.value })} />
      </Field>
      <Field label="Unit" error={errorOf("content.unit")} optional>
        <TextInput value={draft.unit} onChange={(event) => change({ unit: event.target.value })} />
      </Field>
      <Field label="Data set" error={errorOf("content.dataSet")} required>
        <TextInput value={draft.dataSet} onChange={(event) => change({ dataSet: event.target.value })} />
      </Field>
      <Field label="Measured on" error={errorOf("content.measuredOn")} required>
        <DateInput
          value={draft.measuredOn}
          onChange={(event) => change({ measuredOn: event.target.value })}
        />
      </Field>
      <Field label="Measured by" error={errorOf("content.measuredBy")} required>
        <TextInput
          value={draft.measuredBy}
          onChange={(event) => change({ measuredBy: event.target.value })}
        />
      </Field>
    </div>
  );
}
