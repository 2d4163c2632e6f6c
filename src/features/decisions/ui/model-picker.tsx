"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import type { ModelFacts } from "@/planning";
import { useTRPC } from "@/platform/trpc/client";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { SegmentedControl } from "@/ui/segmented-control";
import { Skeleton } from "@/ui/skeleton";
import { TextInput } from "@/ui/text-input";
import { optionOfModel } from "../model-option-rules";
import { tellAccess } from "./evidence-words";
import { ModelFactsList } from "./model-facts-list";
import OptionForm, { type ModelStart } from "./option-form";

/** Finds a model in the catalogue; then an option filled in from it, to be completed. */
export default function ModelPicker({
  workspace,
  decisionId,
  currency,
  onDone,
}: {
  workspace: string;
  decisionId: string;
  currency: string;
  onDone: () => void;
}) {
  const [chosen, setChosen] = useState<ModelFacts | null>(null);
  if (chosen === null) return <ModelSearch workspace={workspace} onChoose={setChosen} />;
  return (
    <div className="grid gap-4">
      <section aria-label={`${chosen.name} in the catalogue`} className="rounded-md bg-sunk p-3">
        <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
          <h3 className="text-sm font-semibold">{chosen.name}</h3>
          <Button size="sm" variant="ghost" onClick={() => setChosen(null)}>
            Choose another
          </Button>
        </div>
        <ModelFactsList facts={chosen} />
        <p className="mt-2 text-xs text-muted">These figures are kept with the option as of today.</p>
      </section>
      <OptionForm
        workspace={workspace}
        decisionId={decisionId}
        option={null}
        fromModel={startOf(chosen)}
        currency={currency}
        onDone={onDone}
      />
    </div>
  );
}

function startOf(facts: ModelFacts): ModelStart {
  return { model: facts.model, content: optionOfModel(facts) };
}

function ModelSearch({ workspace, onChoose }: { workspace: string; onChoose: (model: ModelFacts) => void }) {
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const [access, setAccess] = useState<"any" | "open-weights" | "hosted">("any");
  const settled = useDeferredValue(text);
  const { data } = useQuery(
    trpc.evidence.searchModels.queryOptions(
      { workspace, text: settled, access },
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <div className="grid gap-3">
      <Field label="Search the catalogue" hint="By name or maker.">
        <TextInput
          type="search"
          maxLength={80}
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder="llama 8b"
        />
      </Field>
      <SegmentedControl
        label="Which models"
        name="access"
        value={access}
        onChange={setAccess}
        choices={[
          { value: "any", label: "All" },
          { value: "open-weights", label: "Open weights" },
          { value: "hosted", label: "Hosted" },
        ]}
      />
      <div className="min-h-96">
        {data === undefined ? (
          <Skeleton className="h-96" />
        ) : (
          <>
            <p role="status" className="mb-2 text-xs text-muted">
              {data.total === 0
                ? "No model like this in the catalogue. Add it as an option by hand."
                : data.found.length < data.total
                  ? `The first ${data.found.length} of ${data.total} models`
                  : `${data.total} ${data.total === 1 ? "model" : "models"}`}
            </p>
            <ul className="grid gap-1.5">
              {data.found.map((model) => (
                <li key={model.model}>
                  <button
                    type="button"
                    onClick={() => onChoose(model)}
                    className="w-full rounded-md border border-line px-3 py-2 text-left transition-colors hover:border-line-strong hover:bg-sunk"
                  >
                    <span className="font-medium">{model.name}</span>{" "}
                    <span className="text-sm text-muted">
                      {model.organization} · {tellAccess(model)} · {model.licence}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}
