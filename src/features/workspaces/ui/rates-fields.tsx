"use client";

import { Field } from "@/ui/field";
import { minorDigits } from "@/ui/format";
import { NumberInput } from "@/ui/number-input";
import { Select } from "@/ui/select";
import { currencies } from "../schema";

export type Rates = { currency: string; personDay: string; acceleratorHour: string };

/** What a day of work and an hour of an accelerator cost: every cost in the workspace follows from these. */
export function RatesFields({
  value,
  onChange,
  errorOf,
}: {
  value: Rates;
  onChange: (value: Rates) => void;
  errorOf: (field: string) => string | undefined;
}) {
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-2 text-sm text-muted">
        Costs are computed from these; you can change them later.
      </legend>
      <Field label="Currency" error={errorOf("currency")}>
        <Select
          value={value.currency}
          onChange={(event) => onChange({ ...value, currency: event.target.value })}
        >
          {currencies.map((currency) => (
            <option key={currency}>{currency}</option>
          ))}
        </Select>
      </Field>
      <Field label="A person-day costs" error={errorOf("personDayCostMinor")}>
        <NumberInput
          unit={value.currency}
          min={0}
          value={value.personDay}
          onChange={(event) => onChange({ ...value, personDay: event.target.value })}
        />
      </Field>
      <Field label="An accelerator-hour costs" error={errorOf("acceleratorHourCostMinor")}>
        <NumberInput
          unit={value.currency}
          min={0}
          value={value.acceleratorHour}
          onChange={(event) => onChange({ ...value, acceleratorHour: event.target.value })}
        />
      </Field>
    </fieldset>
  );
}

export function toRates({ currency, personDay, acceleratorHour }: Rates) {
  const known = currencies.find((code) => code === currency) ?? "EUR";
  const scale = 10 ** minorDigits(known);
  return {
    currency: known,
    personDayCostMinor: Math.round(Number(personDay || Number.NaN) * scale),
    acceleratorHourCostMinor: Math.round(Number(acceleratorHour || Number.NaN) * scale),
  };
}

export function fromRates(of: {
  currency: string;
  personDayCostMinor: number;
  acceleratorHourCostMinor: number;
}): Rates {
  const scale = 10 ** minorDigits(of.currency);
  return {
    currency: of.currency,
    personDay: String(of.personDayCostMinor / scale),
    acceleratorHour: String(of.acceleratorHourCostMinor / scale),
  };
}
