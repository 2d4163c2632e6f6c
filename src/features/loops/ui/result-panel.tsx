"use client";

import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { DateInput } from "@/ui/date-input";
import type { DialogState } from "@/ui/dialog-on-demand";
import DialogPanel from "@/ui/dialog-panel";
import { EditForm } from "@/ui/edit-form";
import { Field } from "@/ui/field";
import { NumberInput } from "@/ui/number-input";
import { Select } from "@/ui/select";
import { TextInput } from "@/ui/text-input";
import type { PassesView } from "../queries";

type Props = {
  workspace: string;
  view: PassesView;
  number: number;
  /** Who records it. */
  name: string;
  dialog: DialogState;
};

/** What an evaluation of the pass found: a criterion of the brief, or something else that was measured. */
export default function ResultPanel(props: Props) {
  return (
    <DialogPanel title={`A result of pass ${props.number}`} {...props.dialog}>
      <ResultForm {...props} />
    </DialogPanel>
  );
}

function ResultForm({ workspace, view, number, name, dialog }: Props) {
  const api = useApi();
  const [first] = view.criteria;
  const blank = {
    chosen: first?.metric ?? "",
    metric: "",
    value: "",
    unit: first?.unit ?? "",
    dataSet: first?.dataSet ?? "",
    measuredOn: new Date().toISOString().slice(0, 10),
    measuredBy: name,
  };
  const [draft, setDraft] = useState(blank);
  const { submit, pending, message, errorOf } = useSubmit(api.loops.addResult.mutate, () => {
    setDraft(blank);
    dialog.onOpenChange(false);
  });
  const choose = (metric: string) => {
    const criterion = view.criteria.find((known) => known.metric === metric);
    setDraft({
      ...draft,
      chosen: metric,
      unit: criterion?.unit ?? "",
      dataSet: criterion?.dataSet ?? "",
    });
  };
  const asked = view.criteria.find(({ metric }) => metric === draft.chosen)?.words ?? "";
  return (
    <EditForm
      save="Add"
      pending={pending}
      message={message}
      onSave={() => {
        const { chosen, metric, value, ...rest } = draft;
        void submit((mutationId) => ({
          ...{ workspace, mutationId, projectId: view.projectId, number, ...rest },
          metric: chosen === "" ? metric : chosen,
          value: value === "" ? Number.NaN : Number(value),
        }));
      }}
    >
      <Field label="Criterion" {...(asked === "" ? {} : { hint: `The brief asks: ${asked}` })}>
        <Select value={draft.chosen} onChange={(event) => choose(event.target.value)}>
          {view.criteria.map(({ metric }) => (
            <option key={metric} value={metric}>
              {metric}
            </option>
          ))}
          <option value="">Something else</option>
        </Select>
      </Field>
      {draft.chosen === "" && (
        <Field label="Metric" error={errorOf("metric")} required>
          <TextInput
            value={draft.metric}
            onChange={(event) => setDraft({ ...draft, metric: event.target.value })}
          />
        </Field>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Value" error={errorOf("value")} required>
          <NumberInput
            value={draft.value}
            onChange={(event) => setDraft({ ...draft, value: event.target.value })}
          />
        </Field>
        <Field label="Unit" error={errorOf("unit")} optional>
          <TextInput
            value={draft.unit}
            onChange={(event) => setDraft({ ...draft, unit: event.target.value })}
          />
        </Field>
      </div>
      <Field label="Data set" error={errorOf("dataSet")} optional>
        <TextInput
          value={draft.dataSet}
          onChange={(event) => setDraft({ ...draft, dataSet: event.target.value })}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Measured on" error={errorOf("measuredOn")} required>
          <DateInput
            value={draft.measuredOn}
            onChange={(event) => setDraft({ ...draft, measuredOn: event.target.value })}
          />
        </Field>
        <Field label="Measured by" error={errorOf("measuredBy")} required>
          <TextInput
            value={draft.measuredBy}
            onChange={(event) => setDraft({ ...draft, measuredBy: event.target.value })}
          />
        </Field>
      </div>
    </EditForm>
  );
}
