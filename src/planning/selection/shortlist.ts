import { type ModelId, models } from "../sizing/catalogue/models";
import { type AssessedModel, assessModel, type SelectionRule, selectionRules } from "./assess-model";
import type { ModelWeights } from "./model-criteria";
import { type RankedModels, rankModels } from "./rank-models";
import type { ModelRequirements } from "./requirements";

export interface FallenGroup {
  readonly rule: SelectionRule;
  readonly models: readonly AssessedModel[];
}

export interface Shortlist extends RankedModels {
  /** How many models the catalogue has: as many as are in the two lists together. */
  readonly total: number;
  /** What did not fall out, the highest ranked first. */
  readonly standing: readonly AssessedModel[];
  /** What fell out, each model once, by the first rule that it fell out by. */
  readonly fallen: readonly FallenGroup[];
  /** What the catalogue says of no model, though the brief may ask. */
  readonly neverSaid: readonly string[];
}

/** Every model of the catalogue held against a brief. */
export function shortlistModels(need: ModelRequirements, weights: ModelWeights = {}): Shortlist {
  const assessed = modelIds().map((id) => assessModel(id, need));
  const standing = assessed.filter(({ reasons }) => reasons.length === 0);
  const { ranking, silent } = rankModels(standing, weights);
  const places = new Map(ranking?.options.map(({ optionId }, place) => [optionId, place]));
  return {
    total: assessed.length,
    ranking,
    silent,
    standing: standing.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0)),
    fallen: selectionRules.flatMap((rule) => {
      const by = assessed.filter(({ reasons }) => reasons[0]?.rule === rule);
      return by.length === 0 ? [] : [{ rule, models: by }];
    }),
    neverSaid: neverSaid(need),
  };
}

function modelIds(): ModelId[] {
  return Object.keys(models).filter((id): id is ModelId => Object.hasOwn(models, id));
}

function neverSaid({ languages }: ModelRequirements): string[] {
  const named =
    languages.length === 0 ? "which languages it is good at" : `how good it is at ${listed(languages)}`;
  return [
    `${named.charAt(0).toUpperCase()}${named.slice(1)}: measure it on your own data.`,
    "Whether it reads pictures or sound: everything here is counted in tokens of text.",
    "Until when a host offers it: ask before you depend on it.",
  ];
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
