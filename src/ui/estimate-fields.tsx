import type { ThreePoint } from "@/planning";
import { Button } from "./button";
import { type EstimateDraft, isTyped, typed } from "./estimate-draft";
import { Field } from "./field";
import { formatDays } from "./format";
import { NumberInput } from "./number-input";

const points = [
  ["optimistic", "At best"],
  ["mostLikely", "Most likely"],
  ["pessimistic", "At worst"],
] as const;

/** Three figures of one estimate, and the way back to the standard's. */
export function EstimateFields({
  legend,
  value,
  onChange,
  standard,
  error,
}: {
  legend: string;
  value: EstimateDraft;
  onChange: (value: EstimateDraft) => void;
  standard: ThreePoint;
  error: string | undefined;
}) {
  const standardDays = [standard.optimistic, standard.mostLikely, standard.pessimistic];
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      <div className="grid grid-cols-3 gap-2">
        {points.map(([point, name]) => (
          <Field key={point} label={<span className="font-normal text-muted">{name}</span>}>
            <NumberInput
              min={0}
              value={value[point]}
              aria-invalid={error === undefined ? undefined : true}
              onChange={(event) => onChange({ ...value, [point]: event.target.value })}
            />
          </Field>
        ))}
      </div>
      {error !== undefined && <p className="mt-1.5 text-xs text-warn">{error}</p>}
      {!isTyped(value, standard) && (
        <p className="mt-1.5 flex items-center justify-between gap-2 text-xs text-muted">
          Standard: {standardDays.map(formatDays).join(" – ")}
          <Button size="sm" variant="ghost" onClick={() => onChange(typed(standard))}>
            Use the standard
          </Button>
        </p>
      )}
    </fieldset>
  );
}
