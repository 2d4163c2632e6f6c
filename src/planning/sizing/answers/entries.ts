import { PlanningError } from "../../planning-error";
import { type AcceleratorId, acceleratorById, isAcceleratorId } from "../catalogue/accelerators";
import type { ModelPrice } from "../catalogue/model";
import { isModelId, type ModelId, modelById } from "../catalogue/models";
import type { CatalogueEntry } from "./answer";

/** Rent of one accelerator: in any currency when it is given, else the catalogue's list price in US dollars. */
export interface Rent {
  readonly rentPerHour?: number | undefined;
  readonly rentCurrency?: string | undefined;
}

export function rentOf({ rentPerHour }: Rent) {
  return rentPerHour === undefined ? {} : { usdPerAcceleratorHour: rentPerHour };
}

export function currencyOf({ rentPerHour, rentCurrency }: Rent): string {
  return rentPerHour === undefined ? "USD" : (rentCurrency ?? "USD");
}

export function knownModel(id: string): ModelId {
  if (isModelId(id)) return id;
  throw new PlanningError("unknown-id", "model", "The catalogue has no such model.");
}

export function knownAccelerator(id: string): AcceleratorId {
  if (isAcceleratorId(id)) return id;
  throw new PlanningError("unknown-id", "accelerator", "The catalogue has no such accelerator.");
}

export function modelEntry(id: string): CatalogueEntry {
  const { name, source } = modelById(id);
  return { what: `${name}, shape`, source, asOf: null };
}

export function priceEntry(id: string, price: ModelPrice): CatalogueEntry {
  const { host, source, asOf, usdPerMillionInputTokens: read, usdPerMillionOutputTokens: written } = price;
  return {
    what: `${modelById(id).name} at ${host}, ${read} USD in and ${written} USD out per million tokens`,
    source,
    asOf,
  };
}

/** The chip, and its list price where that was used. */
export function acceleratorEntries(id: string, rent: Rent): CatalogueEntry[] {
  const { name, source, rent: listed, powerIsEstimate } = acceleratorById(id);
  const chip = {
    what: `${name}, data sheet${powerIsEstimate ? " (power estimated)" : ""}`,
    source,
    asOf: null,
  };
  if (rent.rentPerHour !== undefined || listed === null) return [chip];
  const { usdPerHour, basis, source: list, asOf } = listed;
  return [chip, { what: `${name}, ${usdPerHour} USD an hour (${bases[basis]})`, source: list, asOf }];
}

const bases = { list: "list price", spot: "interruptible", estimate: "estimated" } as const;

export function rentAssumption(id: string, rent: Rent): string[] {
  const { name } = acceleratorById(id);
  return rent.rentPerHour === undefined
    ? []
    : [`${rent.rentPerHour} ${currencyOf(rent)} for an hour of ${name}, as given.`];
}
