import type { ModelFactChange, ModelFacts } from "@/planning";
import { formatDate } from "@/ui/format";
import type { EvidenceKind } from "../evidence.schema";

export const costOfChangeNames = { low: "Low", medium: "Medium", high: "High" } as const;

export const evidenceKindNames = {
  link: "Link",
  result: "Evaluation result",
  file: "File",
  sizing: "Sizing",
  model: "Model",
} as const satisfies Record<EvidenceKind, string>;

const figure = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 4 });
const wide = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const price = new Intl.NumberFormat("en-GB", {
  style: "currency",
  currency: "USD",
  maximumFractionDigits: 4,
});

export function formatFigure(value: number): string {
  return (Math.abs(value) >= 10_000 ? wide : figure).format(value).replace("-", "−");
}

/** `formatBytes(1_250_000)` → "1.3 MB" */
export function formatBytes(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)}\u00a0GB`;
  if (bytes >= 1e6) return `${(bytes / 1e6).toFixed(1)}\u00a0MB`;
  return bytes >= 1e3 ? `${Math.round(bytes / 1e3)}\u00a0kB` : `${bytes}\u00a0bytes`;
}

export function tellAccess(facts: ModelFacts): string {
  return facts.access === "hosted" ? "hosted" : "open weights";
}

/** Rows of name and figure, as the catalogue said them. */
export function modelRows(facts: ModelFacts): readonly (readonly [string, string])[] {
  const rows: (readonly [string, string])[] = [
    ["Licence", facts.licence],
    ["Context", `${wide.format(facts.contextTokens)} tokens`],
  ];
  if (facts.parameters !== null) rows.push(["Parameters", `${formatFigure(facts.parameters / 1e9)} billion`]);
  rows.push(["Price", facts.price === null ? "no list price known" : tellPrice(facts.price)]);
  if (facts.memory.length > 0) {
    const sizes = facts.memory.map(({ precision, bytes }) => `${formatBytes(bytes)} in ${precision}`);
    rows.push([
      "Memory to serve",
      `${sizes.join(", ")} (one sequence of ${wide.format(facts.memoryContextTokens)} tokens)`,
    ]);
  }
  return rows;
}

function tellPrice(of: NonNullable<ModelFacts["price"]>): string {
  const { usdPerMillionInputTokens, usdPerMillionOutputTokens, host } = of;
  return `${price.format(usdPerMillionInputTokens)} in, ${price.format(usdPerMillionOutputTokens)} out per million tokens at ${host}, ${formatDate(of.asOf)}`;
}

const changeRows = {
  licence: "Licence",
  context: "Context",
  price: "Price",
  memory: "Memory to serve",
} as const;

/** What the catalogue says now where it says something else than it did. */
export function tellModelChanges(changes: readonly ModelFactChange[], now: ModelFacts | null): string {
  if (now === null) return "The catalogue no longer has this model.";
  const rows = new Map(modelRows(now));
  const told = changes.flatMap((change) => {
    const row = change === "gone" ? null : changeRows[change];
    return row === null ? [] : [`${row}: ${rows.get(row) ?? "not known any more"}`];
  });
  return `The catalogue now says otherwise. ${told.join(". ")}.`;
}
