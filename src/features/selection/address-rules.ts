import type { z } from "zod";
import { limitsInput, ownModelInput, weightsInput } from "./schema";

/** What the page's address says, by field; what is not in it is as the brief has it. */
export type Address = Readonly<Record<string, string>>;

const words = new Set(["hosting", "licence", "accelerator", "precision", "domainDistance"]);

export const weightPrefix = "weight-";

export type ReadAddress = {
  readonly limits: z.output<typeof limitsInput>;
  readonly weights: z.output<typeof weightsInput>;
  readonly own: z.output<typeof ownModelInput>;
  /** Why a field is not taken, by field. */
  readonly errors: Readonly<Record<string, string>>;
};

/** The limits, weights and figures of an address; one that can't be used is left out and told. */
export function readAddress(address: Address): ReadAddress {
  const errors: Record<string, string> = {};
  return {
    limits: limitsInput.parse(takenFrom(address, limitsInput, errors)),
    weights: weightsInput.parse(takenFrom(address, weightsInput, errors, weightPrefix)),
    own: ownModelInput.parse(takenFrom(address, ownModelInput, errors)),
    errors,
  };
}

/** What of the address the schema takes; why it does not take the rest goes to `errors`. */
function takenFrom(
  address: Address,
  schema: z.ZodObject,
  errors: Record<string, string>,
  prefix = "",
): Record<string, unknown> {
  const taken: Record<string, unknown> = {};
  for (const name of Object.keys(schema.shape)) {
    const text = address[`${prefix}${name}`];
    if (text === undefined) continue;
    const value = text.trim() === "" ? null : words.has(name) ? text : Number(text);
    const { success, error } = schema.safeParse({ [name]: value });
    if (success) taken[name] = value;
    else errors[`${prefix}${name}`] = error.issues[0]?.message ?? "This can't be used.";
  }
  return taken;
}

export const sortings = ["rank", "price", "size", "context", "memory", "newest", "mmlu-pro", "name"] as const;
export type Sorting = (typeof sortings)[number];

/** How the list is looked at. */
export type ListView = {
  readonly sort: Sorting;
  readonly hidden: ReadonlySet<string>;
  readonly compared: readonly string[];
};

/** Models that can be looked at side by side. */
export const mostCompared = 4;

export function readView(address: Address): ListView {
  const ids = (field: string) => (address[field] ?? "").split(",").filter(Boolean);
  return {
    sort: sortings.find((known) => known === address.sort) ?? "rank",
    hidden: new Set(ids("hide")),
    compared: ids("compare").slice(0, mostCompared),
  };
}

type Sortable = {
  readonly name: string;
  readonly cheapestUsdPerMonth: number | null;
  readonly parameters: number | null;
  readonly contextTokens: number;
  readonly memory: { readonly bytes: number } | null;
  readonly published: string | null;
  readonly benchmarks: readonly { readonly benchmark: string; readonly percent: number }[];
};

/** In the order asked for; the order of ranks is the one that the rows come in. What has no figure comes last. */
export function inOrder<Row extends Sortable>(rows: readonly Row[], sort: Sorting): readonly Row[] {
  const by = (figure: (row: Row) => number | null, direction: 1 | -1) =>
    rows.toSorted((a, b) => {
      const [left, right] = [figure(a), figure(b)];
      if (left === null || right === null) return Number(left === null) - Number(right === null);
      return (left - right) * direction;
    });
  switch (sort) {
    case "rank":
      return rows;
    case "price":
      return by((row) => row.cheapestUsdPerMonth, 1);
    case "size":
      return by((row) => row.parameters, -1);
    case "context":
      return by((row) => row.contextTokens, -1);
    case "memory":
      return by((row) => row.memory?.bytes ?? null, 1);
    case "newest":
      return by((row) => (row.published === null ? null : Date.parse(row.published)), -1);
    case "mmlu-pro":
      return by((row) => row.benchmarks.find((one) => one.benchmark === "mmlu-pro")?.percent ?? null, -1);
    case "name":
      return rows.toSorted((a, b) => a.name.localeCompare(b.name, "en"));
  }
}
