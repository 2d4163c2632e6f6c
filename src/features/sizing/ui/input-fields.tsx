"use client";

import { acceleratorById, isAcceleratorId, tell } from "@/planning";
import { Field } from "@/ui/field";
import { NumberInput } from "@/ui/number-input";
import { Select } from "@/ui/select";
import { Slider } from "@/ui/slider";
import { type Calculation, draftField, type Origin, type Resolved } from "../draft-rules";
import type { Given } from "../follow-rules";
import { CatalogueSelect, HostSelect } from "./catalogue-select";
import { type NumberSpec, specOf } from "./input-specs";

type Props = {
  readonly calculation: Calculation;
  readonly resolved: Resolved;
  readonly given: Given;
  readonly errors: Readonly<Record<string, string>>;
  /** Null: as the brief, the workspace or the default has it. */
  readonly onChange: (field: string, text: string | null) => void;
};

const originNames: Readonly<Record<Origin, string | null>> = {
  brief: "from the brief",
  workspace: "the workspace's",
  default: "Phasewise default",
  own: null,
};

/** What a calculation asks: a field with its unit, a slider to try, and where the value is from. */
export function InputFields(props: Props) {
  const { calculation, resolved } = props;
  const asksRank = calculation !== "fine-tuning" || resolved.input.method !== "full";
  return (
    <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
      {Object.keys(resolved.origins)
        .filter((input) => input !== "loraRank" || asksRank)
        .map((input) => (
          <Input key={input} input={input} {...props} />
        ))}
    </div>
  );
}

function Input({ input, ...props }: Props & { readonly input: string }) {
  const { calculation, resolved, given, errors } = props;
  const spec = specOf(calculation, input);
  if (spec === null) return null;
  const value = resolved.input[input];
  const change = (text: string | null) => props.onChange(draftField(calculation, input), text);
  const text = value === undefined ? "" : String(value);
  const origin = <OriginNote input={input} value={value} {...props} onReset={() => change(null)} />;
  return (
    <Field label={spec.label} error={errors[input]} hint={origin}>
      {spec.kind === "number" ? (
        <NumberField
          spec={
            input === "rentPerHour"
              ? { ...spec, unit: `${currencyOfRent(calculation, given)} an hour` }
              : input === "ratePerHour"
                ? { ...spec, unit: `${resolved.input.rateCurrency ?? ""} an hour` }
                : spec
          }
          value={typeof value === "number" ? value : null}
          onChange={change}
        />
      ) : spec.kind === "choice" ? (
        <Select value={text} onChange={(event) => change(event.target.value)}>
          {spec.choices.map(([choice, label]) => (
            <option key={choice} value={choice}>
              {label}
            </option>
          ))}
        </Select>
      ) : spec.kind === "currency" ? (
        <Select value={text} onChange={(event) => change(event.target.value)}>
          {[...new Set(["USD", given.rentCurrency, text])].map((currency) => (
            <option key={currency} value={currency}>
              {currency}
            </option>
          ))}
        </Select>
      ) : spec.kind === "host" ? (
        <HostSelect model={String(resolved.input.model)} value={text} onChange={change} />
      ) : (
        <CatalogueSelect of={spec.kind} value={text} onChange={change} />
      )}
    </Field>
  );
}

function currencyOfRent(calculation: Calculation, given: Given): string {
  return calculation === "host-or-call" ? "USD" : given.rentCurrency;
}

function NumberField({
  spec,
  value,
  onChange,
}: {
  spec: NumberSpec;
  value: number | null;
  onChange: (text: string) => void;
}) {
  const { unit, of, min, max, scale, whole, label, empty } = spec;
  /** Without the tail that dividing leaves. */
  const shown = value === null || Number.isNaN(value) ? null : Number((value / of).toPrecision(12));
  const send = (text: string) =>
    onChange(text.trim() === "" ? "" : String(Number((Number(text) * of).toPrecision(12))));
  return (
    <div className="grid">
      <NumberInput
        unit={unit}
        min={0}
        placeholder={empty}
        value={shown ?? ""}
        onChange={(event) => send(event.target.value)}
      />
      <Slider
        label={`${label}, slider`}
        value={shown}
        text={shown === null ? (empty ?? "empty") : `${tell(shown)} ${unit}`}
        min={min}
        max={max}
        scale={scale}
        {...(whole === undefined ? {} : { whole })}
        onChange={(moved) => send(String(moved))}
      />
    </div>
  );
}

/** Where the value is from, and the way back there. */
function OriginNote({
  input,
  value,
  calculation,
  resolved,
  given,
  onReset,
}: Props & {
  readonly input: string;
  readonly value: string | number | undefined;
  readonly onReset: () => void;
}) {
  const origin = resolved.origins[input] ?? "default";
  if (origin !== "own") {
    if (input === "rentPerHour" && value === undefined) return <>{tellListPrice(resolved)}</>;
    return <>{value === undefined ? " " : originNames[origin]}</>;
  }
  const back = backTo(calculation, input, given);
  return (
    <>
      yours ·{" "}
      <button type="button" onClick={onReset} className="rounded underline underline-offset-2 hover:text-ink">
        back to {back}
      </button>
    </>
  );
}

function backTo(calculation: Calculation, input: string, given: Given): string {
  const brief: Readonly<Record<string, unknown>> = given;
  if (input === "accelerator") return "the workspace's";
  if (input === "rentPerHour")
    return calculation === "host-or-call" && given.rentCurrency !== "USD"
      ? "the list price"
      : "the workspace's";
  return typeof brief[input] === "number" ? "the brief's" : "the default";
}

function tellListPrice({ input }: Resolved): string {
  const id = String(input.accelerator);
  const rent = isAcceleratorId(id) ? acceleratorById(id).rent : null;
  return rent === null
    ? "No list price is known: enter one."
    : `list price ${rent.usdPerHour} USD, ${rent.asOf}`;
}
