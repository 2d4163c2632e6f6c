"use client";

import { useState } from "react";
import type { PlanRecord } from "@/features/plans/record.schema";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { RadioGroup } from "@/ui/radio-group";
import { TextArea } from "@/ui/text-area";
import { toast } from "@/ui/toast";
import type { Option } from "./option-card";
import { PlanDifferenceTable } from "./plan-difference";

type Decision = {
  id: string;
  version: number;
  question: string;
  options: readonly Option[];
  positions: readonly { stance: string; name: string; reason: string }[];
};

export function DecideDialog({
  workspace,
  decision,
  previews,
  currency,
}: {
  workspace: string;
  decision: Decision;
  previews: ReadonlyMap<string, PlanRecord>;
  currency: string;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      size="lg"
      title="Decide"
      description={decision.question}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="primary">Decide…</Button>}
    >
      <DecideForm
        workspace={workspace}
        decision={decision}
        previews={previews}
        currency={currency}
        onDone={() => setOpen(false)}
      />
    </Dialog>
  );
}

function DecideForm({
  workspace,
  decision,
  previews,
  currency,
  onDone,
}: {
  workspace: string;
  decision: Decision;
  previews: ReadonlyMap<string, PlanRecord>;
  currency: string;
  onDone: () => void;
}) {
  const api = useApi();
  const [optionId, setOptionId] = useState<string | null>(null);
  const [rationale, setRationale] = useState("");
  const [answered, setAnswered] = useState("");
  const { submit, pending, message, errorOf, refusal } = useSubmit(api.decisions.decide.mutate, () => {
    toast.success("Decided. The plan was made anew.");
    onDone();
  });
  const objections = decision.positions.filter((position) => position.stance === "object");
  const preview = optionId === null ? undefined : previews.get(optionId);
  return (
    <form
      className="grid gap-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (optionId === null) return;
        void submit((mutationId) => ({
          workspace,
          mutationId,
          decisionId: decision.id,
          version: decision.version,
          optionId,
          rationale,
          objectionsAnswered: answered,
        }));
      }}
    >
      <FormError message={message} />
      {refusal?.code === "STALE_VERSION" && (
        <Callout tone="warn" title="The decision was edited meanwhile. Read it again, then decide." />
      )}
      <RadioGroup
        legend="Option"
        name="option"
        value={optionId}
        onChange={setOptionId}
        choices={decision.options.map((option, place) => ({
          value: option.id,
          label: `${letterOf(place)} · ${option.title}`,
        }))}
        error={errorOf("optionId")}
      />
      {preview !== undefined && (
        <section aria-label="What this does to the plan">
          <h3 className="mb-1 text-sm font-medium">What this does to the plan</h3>
          <PlanDifferenceTable record={preview} currency={currency} label="Plan before and after" />
        </section>
      )}
      <Field
        label="Rationale"
        hint="Why this one? Write it for somebody who asks in a year."
        error={errorOf("rationale")}
        required
      >
        <TextArea value={rationale} onChange={(event) => setRationale(event.target.value)} />
      </Field>
      {objections.length > 0 && (
        <div className="grid gap-2">
          <Callout
            tone="warn"
            title={objections.length === 1 ? "One objection stands" : `${objections.length} objections stand`}
          >
            <ul className="list-disc pl-5">
              {objections.map((objection) => (
                <li key={objection.name}>
                  {objection.name}: {objection.reason}
                </li>
              ))}
            </ul>
          </Callout>
          <Field label="Answer to the objections" error={errorOf("objectionsAnswered")} required>
            <TextArea value={answered} onChange={(event) => setAnswered(event.target.value)} />
          </Field>
        </div>
      )}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending} disabled={optionId === null}>
          Decide and re-plan
        </Button>
      </div>
    </form>
  );
}

export function letterOf(place: number): string {
  return place < 26 ? String.fromCharCode(65 + place) : String(place + 1);
}
