"use client";

import { useQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useDeferredValue, useState } from "react";
import type { OptionEffect } from "@/planning";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { Skeleton } from "@/ui/skeleton";
import { TextArea } from "@/ui/text-area";
import { TextInput } from "@/ui/text-input";
import type { Option } from "./option-card";
import { PlanDifferenceTable } from "./plan-difference";

// It knows every technique and parameter there is: loaded with the first dialog that opens.
const EffectsEditor = lazy(async () => ({ default: (await import("./effects-editor")).EffectsEditor }));

/** Adds an option, or edits one, with what it would do to the plan shown while its effects are picked. */
export function OptionDialog({
  workspace,
  decisionId,
  option,
  currency,
  trigger,
}: {
  workspace: string;
  decisionId: string;
  /** Null for a new one. */
  option: Option | null;
  currency: string;
  trigger: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      size="lg"
      title={option === null ? "Add an option" : "Edit the option"}
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
    >
      <OptionForm
        workspace={workspace}
        decisionId={decisionId}
        option={option}
        currency={currency}
        onDone={() => setOpen(false)}
      />
    </Dialog>
  );
}

function OptionForm({
  workspace,
  decisionId,
  option,
  currency,
  onDone,
}: {
  workspace: string;
  decisionId: string;
  option: Option | null;
  currency: string;
  onDone: () => void;
}) {
  const api = useApi();
  const [title, setTitle] = useState(option?.title ?? "");
  const [description, setDescription] = useState(option?.description ?? "");
  const [effects, setEffects] = useState<OptionEffect[]>([...(option?.effects ?? [])]);
  const [version, setVersion] = useState(option?.version ?? 0);
  const add = useSubmit(api.decisions.addOption.mutate, onDone);
  const edit = useSubmit(api.decisions.editOption.mutate, onDone);
  const { pending, message, errorOf, refusal } = option === null ? add : edit;
  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const content = { title, description, effects };
        if (option === null)
          void add.submit((mutationId) => ({ workspace, mutationId, decisionId, ...content }));
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
          <p className="whitespace-pre-wrap">{option.description}</p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button size="sm" onClick={() => setVersion(option.version)}>
              Keep mine and save over it
            </Button>
            <Button
              size="sm"
              onClick={() => {
                setTitle(option.title);
                setDescription(option.description);
                setEffects([...option.effects]);
                setVersion(option.version);
              }}
            >
              Take theirs
            </Button>
          </div>
        </Callout>
      )}
      <Field label="Title" error={errorOf("title")} required>
        <TextInput value={title} onChange={(event) => setTitle(event.target.value)} />
      </Field>
      <Field
        label="Description"
        hint="For and against, and the cost of changing one's mind later. Markdown."
        error={errorOf("description")}
        optional
      >
        <TextArea value={description} onChange={(event) => setDescription(event.target.value)} />
      </Field>
      <Suspense fallback={<Skeleton className="h-40" />}>
        <EffectsEditor effects={effects} onChange={setEffects} currency={currency} />
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
