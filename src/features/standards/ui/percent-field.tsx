import { Field } from "@/ui/field";
import { formatPercent } from "@/ui/format";
import { NumberInput } from "@/ui/number-input";

/** A share, typed in percent, with its default beside; empty means the default. */
export function PercentField({
  label,
  value,
  onChange,
  standard,
  error,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  standard: number;
  error: string | undefined;
}) {
  return (
    <Field label={label} hint={`Default: ${formatPercent(standard)}`} error={error}>
      <NumberInput
        unit="%"
        min={0}
        step={1}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}

export function typedPercent(share: number): string {
  return String(Math.round(share * 100));
}

/** A share in whole percent; null where the default is meant. */
export function parsedShare(text: string, standard: number): number | null {
  if (text.trim() === "") return null;
  const share = Math.round(Number(text)) / 100;
  return share === standard ? null : share;
}
