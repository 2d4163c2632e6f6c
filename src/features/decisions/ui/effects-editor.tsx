"use client";

import { Plus, Trash2 } from "lucide-react";
import { useNames } from "@/features/workspaces/ui";
import {
  describeEffect,
  levelShiftLimit,
  type OptionEffect,
  type OptionEffectKind,
  optionEffectKinds,
  type ParameterId,
  parameters,
  type TechniqueId,
  techniqueIds,
} from "@/planning";
import { Button } from "@/ui/button";
import { formatMoney, minorDigits } from "@/ui/format";
import { IconButton } from "@/ui/icon-button";
import { NumberInput } from "@/ui/number-input";
import { Select } from "@/ui/select";

const kindNames = {
  "include-technique": "Adds a technique",
  "exclude-technique": "Leaves out a technique",
  "set-parameter": "Sets a parameter",
  "scale-effort": "Multiplies effort and time",
  "shift-level": "Shifts the expertise needed",
  "add-cost": "Costs once",
  "add-monthly-cost": "Costs a month",
} as const satisfies Record<OptionEffectKind, string>;

/** What an option does to the plan, picked from the closed vocabulary that the plan understands. */
export function EffectsEditor({
  effects,
  onChange,
  currency,
}: {
  effects: readonly OptionEffect[];
  onChange: (effects: OptionEffect[]) => void;
  currency: string;
}) {
  const { techniqueName } = useNames();
  const set = (place: number, effect: OptionEffect) =>
    onChange(effects.map((old, index) => (index === place ? effect : old)));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-medium">What it does to the plan</legend>
      {effects.length === 0 && (
        <p className="text-xs text-muted">Nothing yet: choosing it would leave the plan as it is.</p>
      )}
      {effects.map((effect, place) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: effects have no identity, and rows keep their place while they are edited
          key={place}
          className="grid gap-2 rounded-md border border-line p-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_auto]"
        >
          <Select
            aria-label={`Effect ${place + 1}`}
            value={effect.kind}
            onChange={(event) =>
              set(
                place,
                blank(optionEffectKinds.find((kind) => kind === event.target.value) ?? "include-technique"),
              )
            }
          >
            {optionEffectKinds.map((kind) => (
              <option key={kind} value={kind}>
                {kindNames[kind]}
              </option>
            ))}
          </Select>
          <EffectValue
            effect={effect}
            onChange={(changed) => set(place, changed)}
            currency={currency}
            place={place}
          />
          <IconButton
            label={`Remove: ${describeEffect(effect, (minor) => formatMoney(minor, currency), techniqueName)}`}
            onClick={() => onChange(effects.filter((_, index) => index !== place))}
          >
            <Trash2 aria-hidden="true" className="size-4" />
          </IconButton>
        </div>
      ))}
      <div>
        <Button
          size="sm"
          icon={<Plus aria-hidden="true" className="size-3.5" />}
          onClick={() => onChange([...effects, blank("include-technique")])}
        >
          Add an effect
        </Button>
      </div>
    </fieldset>
  );
}

const levelShifts = Array.from(
  { length: 2 * levelShiftLimit + 1 },
  (_, place) => levelShiftLimit - place,
).filter((levels) => levels !== 0);

function blank(kind: OptionEffectKind): OptionEffect {
  switch (kind) {
    case "include-technique":
      return { kind, technique: "fine-tuning" };
    case "exclude-technique":
      return { kind, technique: "fine-tuning" };
    case "set-parameter":
      return { kind, parameter: "loop-passes", value: 3 };
    case "scale-effort":
      return { kind, technique: "application", factor: 1.2 };
    case "shift-level":
      return { kind, technique: "fine-tuning", levels: 1 };
    case "add-cost":
      return { kind, costMinor: 0 };
    case "add-monthly-cost":
      return { kind, costMinor: 0 };
  }
}

function EffectValue({
  effect,
  onChange,
  currency,
  place,
}: {
  effect: OptionEffect;
  onChange: (effect: OptionEffect) => void;
  currency: string;
  place: number;
}) {
  const scale = 10 ** minorDigits(currency);
  switch (effect.kind) {
    case "include-technique":
    case "exclude-technique":
      return (
        <TechniqueSelect
          place={place}
          value={effect.technique}
          onChange={(technique) => onChange({ ...effect, technique })}
        />
      );
    case "set-parameter":
      return (
        <span className="grid gap-2">
          <Select
            aria-label={`Parameter of effect ${place + 1}`}
            value={effect.parameter}
            onChange={(event) => {
              const parameter = parameters.find((known) => known.id === event.target.value);
              if (parameter !== undefined)
                onChange({ ...effect, parameter: parameter.id, value: parameter.default });
            }}
          >
            {parameters.map((parameter) => (
              <option key={parameter.id} value={parameter.id}>
                {parameter.name}
              </option>
            ))}
          </Select>
          <NumberInput
            aria-label={`Value of effect ${place + 1}`}
            unit={unitOf(effect.parameter)}
            value={effect.value}
            onChange={(event) => onChange({ ...effect, value: Number(event.target.value) })}
          />
        </span>
      );
    case "scale-effort":
      return (
        <span className="grid gap-2">
          <TechniqueSelect
            place={place}
            value={effect.technique}
            onChange={(technique) => onChange({ ...effect, technique })}
          />
          <NumberInput
            aria-label={`Factor of effect ${place + 1}`}
            unit="times"
            min={0.1}
            max={10}
            value={effect.factor}
            onChange={(event) => onChange({ ...effect, factor: Number(event.target.value) })}
          />
        </span>
      );
    case "shift-level":
      return (
        <span className="grid gap-2">
          <TechniqueSelect
            place={place}
            value={effect.technique}
            onChange={(technique) => onChange({ ...effect, technique })}
          />
          <Select
            aria-label={`Levels of effect ${place + 1}`}
            value={effect.levels}
            onChange={(event) => onChange({ ...effect, levels: Number(event.target.value) })}
          >
            {levelShifts.map((levels) => (
              <option key={levels} value={levels}>
                {Math.abs(levels)} {Math.abs(levels) === 1 ? "level" : "levels"}{" "}
                {levels > 0 ? "higher" : "lower"}
              </option>
            ))}
          </Select>
        </span>
      );
    case "add-cost":
    case "add-monthly-cost":
      return (
        <NumberInput
          aria-label={`Amount of effect ${place + 1}`}
          unit={effect.kind === "add-cost" ? currency : `${currency} a month`}
          min={0}
          value={effect.costMinor / scale}
          onChange={(event) =>
            onChange({ ...effect, costMinor: Math.round(Number(event.target.value) * scale) })
          }
        />
      );
  }
}

function TechniqueSelect({
  place,
  value,
  onChange,
}: {
  place: number;
  value: TechniqueId;
  onChange: (technique: TechniqueId) => void;
}) {
  const { techniqueName } = useNames();
  return (
    <Select
      aria-label={`Technique of effect ${place + 1}`}
      value={value}
      onChange={(event) => {
        const technique = techniqueIds.find((known) => known === event.target.value);
        if (technique !== undefined) onChange(technique);
      }}
    >
      {techniqueIds.map((technique) => (
        <option key={technique} value={technique}>
          {techniqueName(technique)}
        </option>
      ))}
    </Select>
  );
}

function unitOf(parameter: ParameterId): string {
  return parameters.find((known) => known.id === parameter)?.unit ?? "";
}
