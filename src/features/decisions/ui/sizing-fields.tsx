"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useId } from "react";
import { calculationNames, precisions, tellFigure } from "@/planning";
import { refusalOf, useTRPC } from "@/platform/trpc/client";
import { Field } from "@/ui/field";
import { NumberInput } from "@/ui/number-input";
import { Select } from "@/ui/select";
import { TextInput } from "@/ui/text-input";
import { type SizingDraft, shortCalculations, sizingOf } from "./evidence-draft";

type Amount = {
  [Key in keyof SizingDraft]: SizingDraft[Key] extends number ? Key : never;
}[keyof SizingDraft];

const amounts = {
  contextTokens: { label: "Prompt and answer", unit: "tokens", scale: 1 },
  batch: { label: "At the same time", unit: "sequences", scale: 1 },
  promptTokens: { label: "Prompt", unit: "tokens", scale: 1 },
  outputTokens: { label: "Answer", unit: "tokens", scale: 1 },
  requestsPerDay: { label: "Volume", unit: "requests a day", scale: 1 },
  parameters: { label: "Model size", unit: "billion parameters", scale: 1e9 },
  tokens: { label: "Training tokens", unit: "billion", scale: 1e9 },
} as const satisfies Record<Amount, { label: string; unit: string; scale: number }>;

const asked: Record<SizingDraft["calculation"], readonly Amount[]> = {
  "serving-memory": ["contextTokens", "batch"],
  "serving-fleet": ["promptTokens", "outputTokens", "requestsPerDay"],
  "hosted-price": ["promptTokens", "outputTokens", "requestsPerDay"],
  "training-cost": ["parameters", "tokens"],
};

/** What a calculation starts from, with its result as the catalogue gives it now. */
export function SizingFields({
  workspace,
  draft,
  errorOf,
  onChange,
}: {
  workspace: string;
  draft: SizingDraft;
  errorOf: (field: string) => string | undefined;
  onChange: (draft: SizingDraft) => void;
}) {
  const trpc = useTRPC();
  const change = (part: Partial<SizingDraft>) => onChange({ ...draft, ...part });
  const list = useId();
  const { calculation } = draft;
  const hasModel = calculation !== "training-cost";
  const hasPrecision = calculation === "serving-memory" || calculation === "serving-fleet";
  const hasAccelerator = calculation === "serving-fleet" || calculation === "training-cost";
  const search = useDeferredValue(draft.model.replaceAll("-", " "));
  const { data: models } = useQuery(
    trpc.evidence.searchModels.queryOptions(
      { workspace, text: search, access: calculation === "hosted-price" ? "any" : "open-weights" },
      { placeholderData: keepPreviousData, enabled: hasModel },
    ),
  );
  const { data: accelerators } = useQuery(
    trpc.evidence.accelerators.queryOptions({ workspace }, { enabled: hasAccelerator }),
  );
  const complete = (!hasModel || draft.model !== "") && (!hasAccelerator || draft.accelerator !== "");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Calculation">
        <Select
          value={calculation}
          onChange={(event) =>
            change({
              calculation: shortCalculations.find((kind) => kind === event.target.value) ?? calculation,
            })
          }
        >
          {shortCalculations.map((kind) => (
            <option key={kind} value={kind}>
              {calculationNames[kind]}
            </option>
          ))}
        </Select>
      </Field>
      {hasModel && (
        <Field label="Model" hint="Type its name or maker." error={errorOf("content.sizing.model")} required>
          <TextInput
            list={list}
            value={draft.model}
            onChange={(event) => change({ model: event.target.value })}
          />
        </Field>
      )}
      <datalist id={list}>
        {models?.found.map((model) => (
          <option key={model.model} value={model.model}>
            {model.name}, {model.organization}
          </option>
        ))}
      </datalist>
      {hasPrecision && (
        <Field label="Precision of the weights">
          <Select
            value={draft.precision}
            onChange={(event) =>
              change({ precision: precisions.find((one) => one === event.target.value) ?? draft.precision })
            }
          >
            {precisions.map((precision) => (
              <option key={precision} value={precision}>
                {precision}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {hasAccelerator && (
        <Field label="Accelerator" error={errorOf("content.sizing.accelerator")} required>
          <Select value={draft.accelerator} onChange={(event) => change({ accelerator: event.target.value })}>
            <option value="">Choose one</option>
            {accelerators?.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {asked[calculation].map((field) => {
        const { label, unit, scale } = amounts[field];
        return (
          <Field key={field} label={label} error={errorOf(`content.sizing.${field}`)}>
            <NumberInput
              unit={unit}
              min={0}
              value={draft[field] / scale}
              onChange={(event) => change({ [field]: Number(event.target.value) * scale })}
            />
          </Field>
        );
      })}
      <div className="min-h-12 sm:col-span-2">
        {complete && <Preview workspace={workspace} draft={draft} />}
      </div>
    </div>
  );
}

function Preview({ workspace, draft }: { workspace: string; draft: SizingDraft }) {
  const trpc = useTRPC();
  const sizing = useDeferredValue(sizingOf(draft));
  const { data, error } = useQuery(
    trpc.evidence.previewSizing.queryOptions({ workspace, sizing }, { retry: false }),
  );
  if (error !== null) {
    const { fieldErrors, message } = refusalOf(error);
    return <p className="text-sm text-warn">{Object.values(fieldErrors)[0]?.[0] ?? message}</p>;
  }
  if (data === undefined) return null;
  return (
    <dl aria-label="Result" className="flex flex-wrap gap-x-5 gap-y-1 text-sm tabular-nums">
      {data.figures.map((figure) => (
        <div key={figure.name} className="flex gap-1.5">
          <dt className="text-muted">{figure.name}</dt>
          <dd className="font-medium">{tellFigure(figure)}</dd>
        </div>
      ))}
    </dl>
  );
}
