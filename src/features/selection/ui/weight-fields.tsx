"use client";

import { type ModelCriterionId, modelCriteria } from "@/planning";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { weightPrefix } from "../address-rules";
import type { Selection } from "./use-selection";

const steps = [
  [0, "does not count"],
  [25, "a little"],
  [50, "half as much"],
  [75, "nearly as much"],
  [100, "most of all"],
] as const;

/** How much each criterion counts in the ranking, against the one that counts most. */
export function WeightFields({
  selection: { address, change },
  silent,
}: {
  selection: Selection;
  silent: readonly ModelCriterionId[];
}) {
  return (
    <div className="mt-2 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {modelCriteria.map(({ id, name, why, weight }) => (
        <Field
          key={id}
          label={name}
          hint={silent.includes(id) ? `${why} It tells these models not apart.` : why}
        >
          <Select
            value={address[`${weightPrefix}${id}`] ?? weight}
            onChange={({ target: { value } }) =>
              change(`${weightPrefix}${id}`, Number(value) === weight ? null : value)
            }
          >
            {steps.map(([value, words]) => (
              <option key={value} value={value}>
                {value}: {words}
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </div>
  );
}
