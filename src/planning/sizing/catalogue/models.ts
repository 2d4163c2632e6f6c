import { PlanningError } from "../../planning-error";
import type { Architecture } from "../architecture";
import { deepseekMoonshotOpenaiModels } from "./deepseek-moonshot-openai-models";
import { googleMicrosoftModels } from "./google-microsoft-models";
import { hostedModels } from "./hosted-models";
import { metaModels } from "./meta-models";
import { mistralModels } from "./mistral-models";
import type { HostedModelFacts, Model, OpenModelFacts } from "./model";
import { modelPrices } from "./model-prices";
import { otherOrganizationsModels } from "./other-organizations-models";
import { qwenModels } from "./qwen-models";

const facts = {
  ...metaModels,
  ...mistralModels,
  ...qwenModels,
  ...googleMicrosoftModels,
  ...deepseekMoonshotOpenaiModels,
  ...otherOrganizationsModels,
  ...hostedModels,
} as const;

export type ModelId = keyof typeof facts;

/** Every model the sizing knows, by id, with its prices. */
export const models: Readonly<Record<ModelId, Model>> = /* @__PURE__ */ withPrices();

export function isModelId(id: string): id is ModelId {
  return Object.hasOwn(models, id);
}

/** The model of this id; throws a PlanningError naming `field` when there is none. */
export function modelById(id: string, field = "model"): Model {
  if (!isModelId(id))
    throw new PlanningError("unknown-id", field, `There is no model "${id}" in the catalogue.`);
  return models[id];
}

/** The model's architecture; throws when its makers do not publish it, for then nothing can be sized from it. */
export function architectureOf(id: string, field = "model"): Architecture {
  const { architecture, name } = modelById(id, field);
  if (!architecture)
    throw new PlanningError(
      "inconsistent",
      field,
      `${name} is only called: its architecture is not published.`,
    );
  return architecture;
}

function withPrices(): Readonly<Record<ModelId, Model>> {
  const all: Readonly<Record<string, OpenModelFacts | HostedModelFacts>> = facts;
  const priced = Object.fromEntries(
    Object.entries(all).map(([id, model]): [string, Model] => [
      id,
      { ...model, prices: modelPrices[id] ?? [] },
    ]),
  );
  if (!isComplete(priced)) throw new Error("the catalogue of models lost an entry");
  return priced;
}

function isComplete(all: Readonly<Record<string, Model>>): all is Readonly<Record<ModelId, Model>> {
  return Object.keys(facts).every((id) => Object.hasOwn(all, id));
}
