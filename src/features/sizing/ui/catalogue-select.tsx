"use client";

import { accelerators, modelById, models } from "@/planning";
import { Select } from "@/ui/select";

type Entry = { readonly id: string; readonly name: string; readonly group: string };

const chips: readonly Entry[] = Object.entries(accelerators).map(([id, { name, vendor }]) => ({
  id,
  name,
  group: vendor,
}));
const allModels = Object.entries(models);
const openModels: readonly Entry[] = allModels
  .filter(([, { access }]) => access === "open-weights")
  .map(([id, { name, organization }]) => ({ id, name, group: organization }));
const pricedModels: readonly Entry[] = allModels
  .filter(([, { prices }]) => prices.length > 0)
  .map(([id, { name, organization }]) => ({ id, name, group: organization }));

const lists = { accelerator: chips, "open-model": openModels, "priced-model": pricedModels } as const;

/** An entry of a catalogue, by maker. */
export function CatalogueSelect({
  of,
  value,
  onChange,
}: {
  of: keyof typeof lists;
  value: string;
  onChange: (id: string) => void;
}) {
  const entries = lists[of];
  const groups = [...new Set(entries.map(({ group }) => group))].sort((a, b) => a.localeCompare(b, "en"));
  return (
    <Select value={value} onChange={(event) => onChange(event.target.value)}>
      {entries.every(({ id }) => id !== value) && <option value={value}>Choose one</option>}
      {groups.map((group) => (
        <optgroup key={group} label={group}>
          {entries
            .filter((entry) => entry.group === group)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </optgroup>
      ))}
    </Select>
  );
}

/** The hosts that list a price for the model; the first one when none is chosen. */
export function HostSelect({
  model,
  value,
  onChange,
}: {
  model: string;
  value: string;
  onChange: (host: string) => void;
}) {
  const hosts = Object.hasOwn(models, model) ? modelById(model).prices.map(({ host }) => host) : [];
  return (
    <Select value={hosts.includes(value) ? value : ""} onChange={(event) => onChange(event.target.value)}>
      <option value="">
        {hosts[0] === undefined ? "Nobody lists a price" : `${hosts[0]} (the first listed)`}
      </option>
      {hosts.slice(1).map((host) => (
        <option key={host} value={host}>
          {host}
        </option>
      ))}
    </Select>
  );
}
