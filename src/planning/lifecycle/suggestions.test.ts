import { describe, expect, it } from "vitest";
import { checkEffect } from "../decisions/check-effect";
import { checkScoredDecision } from "../decisions/scored-decision";
import { makePlan } from "../plan";
import { decidedDecision, planInput } from "../testing/plan-inputs";
import { phaseIds } from "./phase-ids";
import { suggestedCriteria, suggestionByKey, suggestions, suggestionsFor } from "./suggestions";
import { templates } from "./templates";

const keysFor = (techniques: Parameters<typeof suggestionsFor>[0]["techniques"], asked: string[] = []) =>
  suggestionsFor({ techniques, asked }).map(({ key }) => key);

describe("what the lifecycle suggests", () => {
  it("has something for every phase, in order, each with two options or more and its sources", () => {
    expect(new Set(suggestions.map(({ phase }) => phase))).toEqual(new Set(phaseIds));
    expect(new Set(suggestions.map(({ key }) => key)).size).toBe(suggestions.length);
    const places = suggestions.map(({ phase }) => phaseIds.indexOf(phase));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const { key, question, context, options, sources } of suggestions) {
      expect(question, key).toMatch(/\?$/);
      expect(context, key).not.toBe("");
      expect(options.length, key).toBeGreaterThan(1);
      expect(sources.length, key).toBeGreaterThan(0);
      expect(new Set(options.map(({ title }) => title)).size, key).toBe(options.length);
    }
  });

  it("can be planned with, whichever option is chosen, in every plan it is suggested for", () => {
    for (const { key, options } of suggestions)
      for (const option of options)
        option.effects.forEach((effect, place) => {
          checkEffect(effect, `${key}.${place}`);
        });
    for (const { id: template, techniques, suggestedDecisions } of templates) {
      const asked = suggestedDecisions.map(({ key }) => key);
      for (const suggestion of suggestionsFor({ techniques, asked }))
        for (const { title, effects } of suggestion.options) {
          const plan = makePlan(planInput({ template, decisions: [decidedDecision("x", effects)] }));
          expect(plan.conflicts, `${template}: ${title}`).toEqual([]);
          const included = plan.techniques.map(({ technique }) => technique.id);
          for (const effect of effects)
            if (effect.kind === "include-technique") expect(included, title).toContain(effect.technique);
        }
    }
  });

  it("compares by criteria that options can be scored by", () => {
    for (const { key, criteria } of suggestions) {
      expect(criteria.length, key).toBeGreaterThan(1);
      checkScoredDecision({
        weighting: "swing",
        criteria: criteria.map(({ key: id, scale, importance }) => ({ id, scale, importance })),
        optionIds: ["a", "b"],
        scores: [],
      });
      for (const { sources } of criteria) expect(sources.length, key).toBeGreaterThan(0);
    }
    expect(suggestedCriteria("base-model").map(({ key }) => key)).toContain("monthly-cost");
    expect(suggestedCriteria("autonomy")).toEqual(suggestedCriteria("human-oversight"));
    expect(suggestedCriteria("of nobody")).toEqual([]);
  });
});

describe("what is suggested", () => {
  it("follows what the plan contains", () => {
    expect(keysFor([])).toContain("quality-bar");
    expect(keysFor([])).not.toContain("passages-freshness");
    expect(keysFor(["retrieval"])).toContain("passages-freshness");
    expect(keysFor(["agents"])).toContain("tools-rights");
    expect(keysFor(["model-comparison"])).toContain("model-withdrawal");
    expect(keysFor(["model-comparison", "pre-training"])).not.toContain("model-withdrawal");
  });

  it("is not what was asked already, by this name or by a template's", () => {
    expect(keysFor([], ["quality-bar"])).not.toContain("quality-bar");
    expect(keysFor([], ["actions"])).not.toContain("human-oversight");
    expect(keysFor([], ["base-model"])).not.toContain("base-model");
    expect(keysFor([])).toContain("base-model");
  });

  it("is looked up by its key", () => {
    expect(suggestionByKey("launch-steps")?.phase).toBe("application-integration");
    expect(suggestionByKey("of nobody")).toBeNull();
  });

  it("names templates' decisions that there are", () => {
    const known = templates.flatMap(({ suggestedDecisions }) => suggestedDecisions.map(({ key }) => key));
    for (const key of suggestions.flatMap(({ sameAs }) => sameAs)) expect(known).toContain(key);
  });
});
