"use client";

import { useState } from "react";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { RadioGroup } from "@/ui/radio-group";
import type { MergeField } from "./merge-fields";

/** Two people edited the same thing: where they differ, one is chosen per field, and nothing is lost unseen. */
export function FieldMerge<Field extends string>({
  what,
  names,
  fields,
  onMerged,
}: {
  /** "brief" */
  what: string;
  names: Readonly<Record<Field, string>>;
  fields: readonly MergeField<Field>[];
  /** With the fields to take from the other version. */
  onMerged: (theirs: ReadonlySet<string>) => void;
}) {
  const [choices, setChoices] = useState<Readonly<Record<string, "mine" | "theirs">>>({});
  const choiceOf = (field: MergeField<Field>) => choices[field.field] ?? field.suggested;
  const take = () =>
    onMerged(
      new Set(fields.filter((field) => choiceOf(field) === "theirs").map((field): string => field.field)),
    );
  return (
    <Callout
      tone="warn"
      title={
        fields.length === 0
          ? `Somebody saved this ${what} meanwhile, with the same words as yours.`
          : `Somebody saved this ${what} while you were writing. Choose where the two differ, then save.`
      }
    >
      <div className="mt-3 grid gap-4">
        {fields.map((field) => (
          <RadioGroup
            key={field.field}
            legend={names[field.field]}
            name={`merge-${field.field}`}
            look="card"
            value={choiceOf(field)}
            onChange={(choice) => setChoices({ ...choices, [field.field]: choice })}
            choices={[
              { value: "mine", label: "Yours", hint: <Said text={field.mine} /> },
              { value: "theirs", label: "Theirs", hint: <Said text={field.theirs} /> },
            ]}
          />
        ))}
        <div>
          <Button variant="primary" onClick={take}>
            {fields.length === 0 ? "Go on with it" : "Use these"}
          </Button>
        </div>
      </div>
    </Callout>
  );
}

function Said({ text }: { text: string }) {
  return (
    <span className="whitespace-pre-line [overflow-wrap:anywhere]">{text === "" ? "(empty)" : text}</span>
  );
}
