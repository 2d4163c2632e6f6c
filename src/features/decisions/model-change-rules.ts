import { type ModelFacts, modelFactChanges, modelFacts } from "@/planning";

/** One thing that the catalogue says otherwise than it did, in words. */
export type ModelChange = {
  readonly what: "licence" | "context" | "price" | "gone";
  readonly before: string;
  readonly after: string;
};

const whole = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const price = new Intl.NumberFormat("en-GB", {
  style: "currency",
  currency: "USD",
  maximumFractionDigits: 4,
});

/**
 * What the catalogue says otherwise of a model since its facts were kept. Memory is left out: that is our own formula, which a new
 * version may compute otherwise without anything having happened to the model.
 */
export function modelChanges(then: ModelFacts): ModelChange[] {
  const changes = modelFactChanges(then);
  if (changes.includes("gone")) return [{ what: "gone", before: then.name, after: "" }];
  const now = changes.length === 0 ? then : modelFacts(then.model);
  return changes.flatMap((what) => {
    if (what === "memory" || what === "gone") return [];
    return [{ what, before: inWords(what, then), after: inWords(what, now) }];
  });
}

function inWords(what: "licence" | "context" | "price", facts: ModelFacts): string {
  if (what === "licence") return facts.licence;
  if (what === "context") return `${whole.format(facts.contextTokens)} tokens`;
  if (facts.price === null) return "no list price";
  const { usdPerMillionInputTokens, usdPerMillionOutputTokens } = facts.price;
  return `${price.format(usdPerMillionInputTokens)} in and ${price.format(usdPerMillionOutputTokens)} out per million tokens`;
}
