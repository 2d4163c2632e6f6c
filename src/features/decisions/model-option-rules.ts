import type { ModelFacts, OptionEffect } from "@/planning";
import { formatDate } from "@/ui/format";

/** What a model of the catalogue fills in of an option. The plan knows the size of the model that is tuned; of hosted ones nobody does. */
export function optionOfModel(facts: ModelFacts): {
  readonly title: string;
  readonly description: string;
  readonly effects: OptionEffect[];
} {
  const { access, organization, published, parameters } = facts;
  const billions = parameters === null ? null : Math.round(parameters / 1e8) / 10;
  return {
    title: facts.name,
    description: `${access === "hosted" ? "Hosted model" : "Open weights"} by ${organization}${published === null ? "" : `, published ${formatDate(published)}`}.`,
    effects:
      billions === null || billions < 0.1 || billions > 2_000
        ? []
        : [{ kind: "set-parameter", parameter: "model-parameters-billions", value: billions }],
  };
}
