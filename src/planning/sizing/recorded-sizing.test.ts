import { describe, expect, test } from "vitest";
import { modelFactChanges, modelFacts, searchModels } from "./catalogue/model-facts";
import { figuresDiffer, type RecordedSizing, sizingFigures } from "./recorded-sizing";

describe("a kept calculation", () => {
  test("gives the figures of the calculation that it names", () => {
    expect(
      sizingFigures({
        calculation: "serving-memory",
        model: "llama-3-8b",
        precision: "bf16",
        contextTokens: 8192,
        batch: 1,
      }).map(({ name, value, unit }) => [name, Number(value.toFixed(2)), unit]),
    ).toEqual([
      ["Weights", 16.06, "GB"],
      ["Keys and values", 1.07, "GB"],
      ["Together", 17.13, "GB"],
    ]);
    const called = sizingFigures({
      calculation: "hosted-price",
      model: "llama-3-8b",
      promptTokens: 1000,
      outputTokens: 200,
      requestsPerDay: 100_000,
    });
    expect(called.map(({ value }) => Number(value.toFixed(3)))).toEqual([21.6, 0.216]);
    const training = sizingFigures({
      calculation: "training-cost",
      parameters: 7e9,
      tokens: 140e9,
      accelerator: "a100-80gb",
    });
    expect(training.map(({ unit }) => unit)).toEqual(["USD", "accelerator-hours", "kWh", "FLOP"]);
    expect(Math.round((training[0]?.value ?? 0) / 100)).toBe(391);
  });

  test("names the input that cannot be", () => {
    const sizing: RecordedSizing = {
      calculation: "serving-fleet",
      model: "gpt-4o",
      precision: "bf16",
      accelerator: "a100-80gb",
      promptTokens: 1,
      outputTokens: 1,
      requestsPerDay: 1,
    };
    expect(() => sizingFigures(sizing)).toThrow(/architecture is not published/);
  });

  test("differs when a figure, its name or its unit does, and not by rounding", () => {
    const one = [{ name: "Rent", value: 66.96, unit: "USD a day" }] as const;
    expect(figuresDiffer(one, [{ ...one[0], value: 66.960000001 }])).toBe(false);
    expect(figuresDiffer(one, [{ ...one[0], value: 67 }])).toBe(true);
    expect(figuresDiffer(one, [{ ...one[0], unit: "USD" }])).toBe(true);
    expect(figuresDiffer(one, [])).toBe(true);
  });
});

describe("searching models", () => {
  test("finds by words of name and maker in any order, what begins so first", () => {
    const { found } = searchModels({ text: "meta llama 70b", access: "any", most: 10 });
    expect(found.length).toBeGreaterThan(1);
    expect(found.every(({ name, organization }) => /70B/.test(name) && organization === "Meta")).toBe(true);
    expect(searchModels({ text: "Llama 2 7B", access: "any", most: 1 }).found[0]?.name).toBe("Llama 2 7B");
  });

  test("keeps to hosted or open ones, and says how many there are", () => {
    const hosted = searchModels({ text: "", access: "hosted", most: 3 });
    expect(hosted.found).toHaveLength(3);
    expect(hosted.total).toBeGreaterThan(3);
    expect(hosted.found.every(({ access, memory }) => access === "hosted" && memory.length === 0)).toBe(true);
    expect(searchModels({ text: "no such model", access: "any", most: 3 })).toEqual({ found: [], total: 0 });
  });
});

describe("the facts of a model", () => {
  test("are the catalogue's, with less memory the narrower the weights", () => {
    const facts = modelFacts("llama-3-8b");
    expect(facts).toMatchObject({ name: "Llama 3 8B", organization: "Meta", access: "open-weights" });
    const [half, eight, four] = facts.memory.map(({ bytes }) => bytes);
    expect(Number(((half ?? 0) / 1e9).toFixed(2))).toBe(17.13);
    expect(half).toBeGreaterThan(eight ?? Number.NaN);
    expect(eight).toBeGreaterThan(four ?? Number.NaN);
  });

  test("tell what has changed since they were kept", () => {
    const facts = modelFacts("llama-3-8b");
    expect(modelFactChanges(facts)).toEqual([]);
    expect(modelFactChanges({ ...facts, licence: "None", price: null })).toEqual(["licence", "price"]);
    expect(modelFactChanges({ ...facts, model: "never-was" })).toEqual(["gone"]);
  });
});
