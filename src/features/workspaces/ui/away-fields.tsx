"use client";

import { Plus, X } from "lucide-react";
import { Button } from "@/ui/button";
import { DateInput } from "@/ui/date-input";
import { Field } from "@/ui/field";
import { IconButton } from "@/ui/icon-button";
import type { Away } from "../schema";

/** When somebody is not there: a first and a last day each, in any order. */
export function AwayFields({
  absences,
  errorOf,
  onChange,
}: {
  absences: readonly Away[];
  errorOf: (field: string) => string | undefined;
  onChange: (absences: Away[]) => void;
}) {
  const edit = (at: number, change: Partial<Away>) =>
    onChange(absences.map((one, place) => (place === at ? { ...one, ...change } : one)));
  const overlap = errorOf("absences");
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">Away</legend>
      {absences.length === 0 && (
        <p className="mb-2 text-sm text-muted">No absence to come. Nobody is asked why somebody is away.</p>
      )}
      {absences.map((absence, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may be alike while they are typed, and they have no other name
        <div key={at} className="mb-2 grid grid-cols-[1fr_1fr_auto] items-start gap-2">
          <Field
            label={`First day away${at === 0 ? "" : ` (${at + 1})`}`}
            error={errorOf(`absences.${at}.fromOn`)}
          >
            <DateInput
              value={absence.fromOn}
              onChange={(event) => edit(at, { fromOn: event.target.value })}
            />
          </Field>
          <Field
            label={`Last day away${at === 0 ? "" : ` (${at + 1})`}`}
            error={errorOf(`absences.${at}.toOn`)}
          >
            <DateInput
              value={absence.toOn}
              min={absence.fromOn || undefined}
              onChange={(event) => edit(at, { toOn: event.target.value })}
            />
          </Field>
          <IconButton
            className="mt-6.5"
            label={`Remove absence ${at + 1}`}
            onClick={() => onChange(absences.filter((_, place) => place !== at))}
          >
            <X aria-hidden="true" className="size-4" />
          </IconButton>
        </div>
      ))}
      {overlap !== undefined && (
        <p role="alert" className="mb-2 text-sm text-warn">
          {overlap}
        </p>
      )}
      <Button size="sm" onClick={() => onChange([...absences, { fromOn: "", toOn: "" }])}>
        <Plus aria-hidden="true" className="size-3.5" />
        Add an absence
      </Button>
    </fieldset>
  );
}
