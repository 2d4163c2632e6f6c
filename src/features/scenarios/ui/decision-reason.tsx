"use client";

import { Callout } from "@/ui/callout";
import { Field } from "@/ui/field";
import { TextArea } from "@/ui/text-area";
import type { Applying } from "../applying.queries";

export type Reason = {
  readonly rationale: string;
  readonly objectionsAnswered: string;
  readonly departure: string;
};

/** What deciding one of the scenario's decisions asks for: what it would ask for alone. */
export function DecisionReason({
  decision: { number, question, objections, needsDeparture },
  reason,
  errorOf,
  onChange,
}: {
  decision: Applying["decisions"][number];
  reason: Reason;
  errorOf: (field: keyof Reason) => string | undefined;
  onChange: (reason: Reason) => void;
}) {
  return (
    <fieldset className="grid gap-3 border-t border-line pt-4">
      <legend className="sr-only">
        D-{number} {question}
      </legend>
      <Field
        label={`Rationale of D-${number}`}
        hint={`${question} Why this option? Write it for somebody who asks in a year.`}
        error={errorOf("rationale")}
        required
      >
        <TextArea
          rows={3}
          value={reason.rationale}
          onChange={(event) => onChange({ ...reason, rationale: event.target.value })}
        />
      </Field>
      {needsDeparture && (
        <Field
          label={`D-${number}: why not what most voted for`}
          hint="It is kept with the outcome, beside the votes."
          error={errorOf("departure")}
          required
        >
          <TextArea
            rows={2}
            value={reason.departure}
            onChange={(event) => onChange({ ...reason, departure: event.target.value })}
          />
        </Field>
      )}
      {objections.length > 0 && (
        <>
          <Callout tone="warn" title={`Objections to D-${number} that have no answer`}>
            <ul className="list-disc pl-4.5">
              {objections.map((objection) => (
                <li key={objection.name}>
                  {objection.name}: {objection.reason}
                </li>
              ))}
            </ul>
          </Callout>
          <Field
            label={`Answer to the objections to D-${number}`}
            error={errorOf("objectionsAnswered")}
            required
          >
            <TextArea
              rows={2}
              value={reason.objectionsAnswered}
              onChange={(event) => onChange({ ...reason, objectionsAnswered: event.target.value })}
            />
          </Field>
        </>
      )}
    </fieldset>
  );
}
