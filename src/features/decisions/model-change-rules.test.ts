import { describe, expect, test } from "vitest";
import { modelFacts } from "@/planning";
import { modelChanges } from "./model-change-rules";

const now = modelFacts("llama-3-8b");

describe("what the catalogue says otherwise of a model", () => {
  test("is nothing where it says the same, also where only our own memory formula has changed", () => {
    expect(modelChanges(now)).toEqual([]);
    expect(modelChanges({ ...now, memory: [] })).toEqual([]);
  });

  test("is told as before and after, in words", () => {
    const price = {
      host: "somebody",
      usdPerMillionInputTokens: 0.05,
      usdPerMillionOutputTokens: 1_250,
      source: "",
      asOf: "2025-01-01",
    };
    expect(modelChanges({ ...now, licence: "MIT", contextTokens: 2_048, price })).toEqual([
      { what: "licence", before: "MIT", after: now.licence },
      { what: "context", before: "2,048 tokens", after: "8,192 tokens" },
      {
        what: "price",
        before: "US$0.05 in and US$1,250.00 out per million tokens",
        after: expect.stringMatching(/ in and .* out per million tokens$|^no list price$/),
      },
    ]);
  });

  test("is that it is gone, where it is", () => {
    expect(modelChanges({ ...now, model: "never-was", name: "Never Was", licence: "MIT" })).toEqual([
      { what: "gone", before: "Never Was", after: "" },
    ]);
  });
});
