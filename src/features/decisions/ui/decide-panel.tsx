"use client";

import { useState } from "react";
import type { PlanRecord } from "@/features/plans/record.schema";
import { type DecisionProcess, goesAgainst, type Stance, type Tally } from "@/planning";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { DateInput } from "@/ui/date-input";
import type { DialogState } from "@/ui/dialog-on-demand";
import DialogPanel from "@/ui/dialog-panel";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { formatCount } from "@/ui/format";
import { letterOf } from "@/ui/option-letter";
import { RadioGroup } from "@/ui/radio-group";
import { TextArea } from "@/ui/text-area";
import { toast } from "@/ui/toast";
import type { Option } from "./option-card";
import { PlanDifferenceTable } from "./plan-difference";
import { useRationale } from "./use-rationale";

export type DecideProps = {
  workspace: string;
  decision: {
    id: string;
    version: number;
    question: string;
    rationale: string;
    process: DecisionProcess;
    options: readonly Option[];
    positions: readonly { stance: Stance; name: string; reason: string; answer: string | null }[];
    tally: Tally;
  };
  previews: ReadonlyMap<string, PlanRecord>;
  currency: string;
};

export default function DecidePanel({ trigger, open, onOpenChange, ...props }: DecideProps & DialogState) {
  return (
    <DialogPanel
      size="lg"
      title="Decide"
      description={props.decision.question}
      trigger={trigger}
      open={open}
      onOpenChange={onOpenChange}
    >
      <DecideForm {...props} onDone={() => onOpenChange(false)} />
    </DialogPanel>
  );
}

function DecideForm({
  workspace,
  decision,
  previews,
  currency,
  onDone,
}: DecideProps & { onDone: () => void }) {
  const api = useApi();
  const [optionId, setOptionId] = useState<string | null>(null);
  const { rationale, setRationale, version, theirs, putTheirsAfter, keepMine } = useRationale(decision);
  const [answered, setAnswered] = useState("");
  const [departure, setDeparture] = useState("");
  const [reviewOn, setReviewOn] = useState("");
  const { submit, pending, message, errorOf, refusal } = useSubmit(api.decisions.decide.mutate, () => {
    toast.success("Decided. The plan was made anew.");
    onDone();
  });
  const { process, tally } = decision;
  const unanswered = decision.positions.filter(
    ({ stance, answer }) => stance === "object" && answer === null,
  );
  const waitsForConsent = process === "consent" && unanswered.length > 0;
  const departs = process === "vote" && optionId !== null && goesAgainst(tally, optionId);
  const votesFor = (id: string) => tally.votes.find((votes) => votes.optionId === id)?.count ?? 0;
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
          version,
          optionId,
          rationale,
          objectionsAnswered: answered,
          departure: departs ? departure : "",
          reviewOn: reviewOn === "" ? null : reviewOn,
        }));
      }}
    >
      <FormError message={message} />
      {refusal?.code === "STALE_VERSION" && (
        <Callout tone="warn" title="The decision was edited meanwhile. Read it again, then decide." />
      )}
      {waitsForConsent && (
        <Callout tone="warn" title="Consent waits for answers">
          Answer {unanswered.length === 1 ? "the objection" : "each objection"} on the page first, so that who
          objects can read it: {unanswered.map(({ name }) => name).join(", ")}.
        </Callout>
      )}
      <RadioGroup
        legend="Option"
        name="option"
        value={optionId}
        onChange={setOptionId}
        choices={decision.options.map((option, place) => ({
          value: option.id,
          label: `${letterOf(place)} · ${option.title}`,
          ...(process === "vote" ? { hint: formatCount(votesFor(option.id), "vote") } : {}),
        }))}
        error={errorOf("optionId")}
      />
      {departs && (
        <Field
          label="Why not what most voted for"
          hint="It is kept with the outcome, beside the votes."
          error={errorOf("departure")}
          required
        >
          <TextArea rows={2} value={departure} onChange={(event) => setDeparture(event.target.value)} />
        </Field>
      )}
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
        <TextArea rows={5} value={rationale} onChange={(event) => setRationale(event.target.value)} />
      </Field>
      {theirs !== null && (
        <Callout tone="warn" title="Somebody else wrote the rationale meanwhile">
          <p className="whitespace-pre-wrap">{theirs === "" ? "It is empty now." : theirs}</p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button size="sm" onClick={putTheirsAfter}>
              Put it after mine
            </Button>
            <Button size="sm" onClick={keepMine}>
              Keep mine alone
            </Button>
          </div>
        </Callout>
      )}
      {unanswered.length > 0 && !waitsForConsent && (
        <div className="grid gap-2">
          <Callout
            tone="warn"
            title={
              unanswered.length === 1
                ? "One objection has no answer"
                : `${unanswered.length} objections have no answer`
            }
          >
            <ul className="list-disc pl-5">
              {unanswered.map((objection) => (
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
      <div className="sm:max-w-64">
        <Field
          label="Look again on"
          hint="The day to ask whether it still holds."
          error={errorOf("reviewOn")}
          optional
        >
          <DateInput value={reviewOn} onChange={(event) => setReviewOn(event.target.value)} />
        </Field>
      </div>
      <div className="flex justify-end">
        <Button
          type="submit"
          variant="primary"
          pending={pending}
          disabled={optionId === null || waitsForConsent}
        >
          Decide and re-plan
        </Button>
      </div>
    </form>
  );
}
