import { describe, expect, it } from "vitest";
import { checkEffect } from "../decisions/check-effect";
import { makePlan } from "../plan";
import { decidedDecision, planInput, suggestedDecisions } from "../testing/plan-inputs";
import { templateIds } from "./project-template";
import { techniqueById, techniques } from "./techniques";
import { templates } from "./templates";

describe("the templates", () => {
  it("each ask for the model in three ways and for something to decide in phase 3 or 4", () => {
    expect(templates.map((template) => template.id)).toEqual([...templateIds]);
    for (const { suggestedDecisions } of templates) {
      const model = suggestedDecisions.find((decision) => decision.key === "base-model");
      expect(model?.phase).toBe("model-selection");
      expect(model?.options.map((option) => option.title)).toEqual([
        "Existing hosted model",
        "Existing open model",
        "Train our own",
      ]);
      expect(new Set(suggestedDecisions.map((decision) => decision.key)).size).toBe(
        suggestedDecisions.length,
      );
      const later = ["model-alignment", "application-integration"];
      expect(suggestedDecisions.some((decision) => later.includes(decision.phase))).toBe(true);
    }
  });

  it("are made of techniques, in plan order; which method is left to decisions", () => {
    for (const template of templates) {
      const places = template.techniques.map((id) =>
        techniques.findIndex((technique) => technique.id === id),
      );
      expect(places).toEqual([...places].sort((a, b) => a - b));
      for (const id of template.techniques) expect(techniqueById(id).methodOf).toBeNull();
    }
  });

  it("suggest only effects that can be planned with, and every method somewhere but inference's", () => {
    const offered = new Set<string>();
    for (const template of templates)
      for (const decision of template.suggestedDecisions)
        for (const option of decision.options)
          option.effects.forEach((effect, place) => {
            checkEffect(effect, `${template.id}.${decision.key}.${place}`);
            if (effect.kind === "include-technique") offered.add(effect.technique);
          });
    const methods = techniques.filter((technique) => technique.methodOf !== null).map(({ id }) => id);
    expect(methods.filter((id) => !offered.has(id))).toEqual(["inference-optimisation"]);
  });

  it("compose without conflict with any choice of two options of different decisions", () => {
    for (const { id: template } of templates) {
      const decisions = suggestedDecisions(template);
      for (const first of decisions)
        for (const second of decisions) {
          if (first.id >= second.id) continue;
          for (const one of first.options)
            for (const other of second.options) {
              const plan = makePlan(
                planInput({
                  template,
                  decisions: [
                    decidedDecision(first.id, one.effects),
                    decidedDecision(second.id, other.effects),
                  ],
                }),
              );
              expect(plan.conflicts, `${template}: ${one.title} and ${other.title}`).toEqual([]);
            }
        }
    }
  });
});
