"use client";

import type { ReactNode } from "react";
import { Checkbox } from "./checkbox";
import { FormError } from "./form-error";

/** Any number of choices, each with a box of its own. */
export function CheckGroup({
  legend,
  choices,
  chosen,
  onChange,
  error,
  className = "grid gap-1",
}: {
  legend: ReactNode;
  choices: readonly { readonly id: string; readonly label: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  error: string | undefined;
  /** How the boxes stand. */
  className?: string;
}) {
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-sm font-medium">{legend}</legend>
      <div className={className}>
        {choices.map(({ id, label }) => (
          <Checkbox
            key={id}
            label={label}
            checked={chosen.includes(id)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
            }
          />
        ))}
      </div>
      <FormError message={error} />
    </fieldset>
  );
}
