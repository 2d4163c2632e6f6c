"use client";

import { useQuery } from "@tanstack/react-query";
import { Suspense, useDeferredValue, useState } from "react";
import type { OptionEffect } from "@/planning";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { lazyPatiently } from "@/ui/lazy-patiently";
import { Select } from "@/ui/select";
import { Skeleton } from "@/ui/skeleton";
import { TextArea } from "@/ui/text-area";
import { TextInput } from "@/ui/text-input";
import { costsOfChange } from "../schema";
import { costOfChangeNames } from "./evidence-words";
import type { Option } from "./option-card";
import { PlanDifferenceTable } from "./plan-difference";

// It knows every technique and parameter there is.
const EffectsEditor = lazyPatiently(async () => ({
  default: (await import("./effects-editor")).EffectsEditor,
}));

type OptionContent = Pick<
  Option,
  "title" | "description" | "effects" | "pros" | "cons" | "costOfChange" | "costOfChangeLevel"
>;

/** What a model of the catalogue fills in. */
export type ModelStart = { readonly model: string; readonly content: Partial<OptionContent> };

const emptyOption: OptionContent = {
  title: "",
  description: "",
  effects: [],
  pros: [],
  cons: [],
  costOfChange: "",
  costOfChangeLevel: null,
};

type OptionDraft = ReturnType<typeof draftOf>;

/** Reasons are typed one a line. */
function draftOf({
  title,
  description,
  effects,
  pros,
  cons,
  costOfChange,
  costOfChangeLevel,
}: OptionContent) {
  const words = { title, description, pros: pros.join("\n"), cons: cons.join("\n"), costOfChange };
  return { ...words, costOfChangeLevel, effects: [...effects] };
}

function contentOf({ pros, cons, ...rest }: OptionDraft) {
  return { ...rest, pros: linesOf(pros), cons: linesOf(cons) };
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** A new option, or one that is edited; `fromModel` is what the catalogue knows to fill in. */
export default function OptionForm({
  workspace,
  decisionId,
  option,
  fromModel,
  currency,
  onDone,
}: {
  workspace: string;
  decisionId: string;
  /** Null for a new one. */
  option: Option | null;
  fromModel?: ModelStart;
  currency: string;
  onDone: () => void;
}) {
  const api = useApi();
  const [draft, setDraft] = useState(draftOf(option ?? { ...emptyOption, ...fromModel?.content }));
  const change = (part: Partial<OptionDraft>) => setDraft((last) => ({ ...last, ...part }));
  const { effects } = draft;
  const [version, setVersion] = useState(option?.version ?? 0);
  const add = useSubmit(api.decisions.addOption.mutate, onDone);
  const edit = useSubmit(api.decisions.editOption.mutate, onDone);
  const { pending, message, errorOf, refusal } = option === null ? add : edit;
  const firstError = (field: "pros" | "cons") =>
    errorOf(field) ??
    draft[field]
      .split("\n")
      .map((_, line) => errorOf(`${field}.${line}`))
      .find(Boolean);
  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const content = contentOf(draft);
        if (option === null)
          void add.submit((mutationId) => ({
            workspace,
            mutationId,
            decisionId,
            modelId: fromModel?.model ?? null,
            ...content,
          }));
        else
          void edit.submit((mutationId) => ({
            workspace,
            mutationId,
            optionId: option.id,
            version,
            ...content,
          }));
      }}
    >
      <FormError message={message} />
      {refusal?.code === "STALE_VERSION" && option !== null && (
        <Callout tone="warn" title={`It now reads “${option.title}”.`}>
          <p className="max-h-40 overflow-y-auto whitespace-pre-wrap">
            {[
              option.description,
              ...option.pros.map((line) => `+ ${line}`),
              ...option.cons.map((line) => `− ${line}`),
              option.costOfChange,
            ]
              .filter(Boolean)
              .join("\n")}
          </p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button size="sm" onClick={() => setVersion(option.version)}>
              Keep mine and save over it
            </Button>
            <Button
              size="sm"
              onClick={() => {
                setDraft(draftOf(option));
                setVersion(option.version);
              }}
            >
              Take theirs
            </Button>
          </div>
        </Callout>
      )}
      <Field label="Title" error={errorOf("title")} required>
        <TextInput value={draft.title} onChange={(event) => change({ title: event.target.value })} />
      </Field>
      <Field label="Description" hint="What it is. Markdown." error={errorOf("description")} optional>
        <TextArea
          value={draft.description}
          onChange={(event) => change({ description: event.target.value })}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="What speaks for it" hint="One reason a line." error={firstError("pros")} optional>
          <TextArea value={draft.pros} onChange={(event) => change({ pros: event.target.value })} />
        </Field>
        <Field label="What speaks against it" hint="One reason a line." error={firstError("cons")} optional>
          <TextArea value={draft.cons} onChange={(event) => change({ cons: event.target.value })} />
        </Field>
      </div>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,10rem)_minmax(0,1fr)]">
        <Field
          label="Cost of change"
          hint="If we went back later."
          error={errorOf("costOfChangeLevel")}
          optional
        >
          <Select
            value={draft.costOfChangeLevel ?? ""}
            onChange={(event) =>
              change({
                costOfChangeLevel: costsOfChange.find((level) => level === event.target.value) ?? null,
              })
            }
          >
            <option value="">Not said</option>
            {costsOfChange.map((level) => (
              <option key={level} value={level}>
                {costOfChangeNames[level]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="What it would take to go back" error={errorOf("costOfChange")} optional>
          <TextArea
            rows={2}
            value={draft.costOfChange}
            onChange={(event) => change({ costOfChange: event.target.value })}
          />
        </Field>
      </div>
      <Suspense fallback={<Skeleton className="h-40" />}>
        <EffectsEditor
          effects={effects}
          onChange={(changed) => change({ effects: changed })}
          currency={currency}
        />
      </Suspense>
      <FormError
        message={errorOf("effects") ?? effects.map((_, place) => errorOf(`effects.${place}`)).find(Boolean)}
      />
      <Preview
        workspace={workspace}
        decisionId={decisionId}
        optionId={option?.id ?? null}
        effects={effects}
        currency={currency}
      />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          {option === null ? "Add option" : "Save option"}
        </Button>
      </div>
    </form>
  );
}

function Preview({
  workspace,
  decisionId,
  optionId,
  effects,
  currency,
}: {
  workspace: string;
  decisionId: string;
  optionId: string | null;
  effects: OptionEffect[];
  currency: string;
}) {
  const trpc = useTRPC();
  const settled = useDeferredValue(effects);
  const { data } = useQuery(
    trpc.decisions.previewEffects.queryOptions(
      { workspace, decisionId, optionId, effects: settled },
      { placeholderData: (last) => last, retry: false },
    ),
  );
  return (
    <section aria-label="Preview" className="min-h-72">
      <h3 className="mb-1 text-sm font-medium">If it were chosen</h3>
      {data !== undefined && (
        <PlanDifferenceTable record={data} currency={currency} label="Preview of the plan" />
      )}
    </section>
  );
}
