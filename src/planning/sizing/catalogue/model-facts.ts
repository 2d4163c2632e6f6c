import { inferenceMemory } from "../inference-memory";
import type { Precision } from "../precision";
import type { Model } from "./model";
import { isModelId, type ModelId, modelById, models } from "./models";

/** What a team compares models by, as the catalogue says it. */
export interface ModelFacts {
  readonly model: string;
  readonly name: string;
  readonly organization: string;
  readonly access: Model["access"];
  readonly licence: string;
  readonly contextTokens: number;
  /** Null where the makers do not say. */
  readonly parameters: number | null;
  readonly published: string | null;
  /** The first host's list price; null where nobody lists one. */
  readonly price: {
    readonly host: string;
    readonly usdPerMillionInputTokens: number;
    readonly usdPerMillionOutputTokens: number;
    readonly source: string;
    readonly asOf: string;
  } | null;
  /** Weights, keys and values of one sequence of `memoryContextTokens`; empty where the architecture is not published. */
  readonly memory: readonly { readonly precision: Precision; readonly bytes: number }[];
  readonly memoryContextTokens: number;
  readonly source: string;
}

/** The precisions that models are commonly served in, from most memory to least. */
const servedPrecisions = ["bf16", "fp8", "int4"] as const satisfies readonly Precision[];
const usualContextTokens = 8192;

/** The facts of one model; throws a PlanningError when the catalogue has none of this id. */
export function modelFacts(id: string): ModelFacts {
  const model = modelById(id);
  const { name, organization, access, licence, contextTokens, source } = model;
  const memoryContextTokens = Math.min(usualContextTokens, contextTokens);
  const [price] = model.prices;
  return {
    model: id,
    name,
    organization,
    access,
    licence,
    contextTokens,
    parameters: model.architecture?.parameters ?? null,
    published: model.access === "open-weights" ? model.published : null,
    price:
      price === undefined
        ? null
        : {
            host: price.host,
            usdPerMillionInputTokens: price.usdPerMillionInputTokens,
            usdPerMillionOutputTokens: price.usdPerMillionOutputTokens,
            source: price.source,
            asOf: price.asOf,
          },
    memory: isModelId(id) && model.architecture !== null ? memoryOf(id, memoryContextTokens) : [],
    memoryContextTokens,
    source,
  };
}

function memoryOf(model: ModelId, contextTokens: number): ModelFacts["memory"] {
  return servedPrecisions.map((precision) => ({
    precision,
    bytes: inferenceMemory({ model, precision, contextTokens, batch: 1 }).totalBytes,
  }));
}

export interface ModelSearch {
  /** Words of the name or the maker, in any order; all of them must be there. */
  readonly text: string;
  readonly access: Model["access"] | "any";
  readonly most: number;
}

/** Models of the catalogue, those whose name begins with the text first, then the newest. */
export function searchModels({ text, access, most }: ModelSearch): {
  readonly found: readonly ModelFacts[];
  readonly total: number;
} {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const matching = Object.entries(models)
    .filter(([, model]) => access === "any" || model.access === access)
    .filter(([id, model]) => {
      const said = `${model.name} ${model.organization} ${id}`.toLowerCase();
      return words.every((word) => said.includes(word));
    })
    .map(([id, model]) => ({
      id,
      begins: model.name.toLowerCase().startsWith(words.join(" ")),
      published: model.access === "open-weights" ? model.published : (model.prices[0]?.asOf ?? ""),
      name: model.name,
    }))
    .sort(
      (a, b) =>
        Number(b.begins) - Number(a.begins) ||
        b.published.localeCompare(a.published) ||
        a.name.localeCompare(b.name),
    );
  return { found: matching.slice(0, most).map(({ id }) => modelFacts(id)), total: matching.length };
}

/** What the catalogue says otherwise now than it did when the facts were kept. */
export type ModelFactChange = "licence" | "context" | "price" | "memory" | "gone";

export function modelFactChanges(then: ModelFacts): readonly ModelFactChange[] {
  if (!isModelId(then.model)) return ["gone"];
  const now = modelFacts(then.model);
  const differs = (figure: (facts: ModelFacts) => unknown) =>
    JSON.stringify(figure(then)) !== JSON.stringify(figure(now));
  return [
    ...(differs((facts) => facts.licence) ? (["licence"] as const) : []),
    ...(differs((facts) => facts.contextTokens) ? (["context"] as const) : []),
    ...(differs(
      (facts) => facts.price && [facts.price.usdPerMillionInputTokens, facts.price.usdPerMillionOutputTokens],
    )
      ? (["price"] as const)
      : []),
    ...(differs((facts) => facts.memory.map(({ bytes }) => Math.round(bytes / 1e6)))
      ? (["memory"] as const)
      : []),
  ];
}
