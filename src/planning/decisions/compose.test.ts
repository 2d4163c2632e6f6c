import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { techniqueIds } from "../lifecycle/technique-ids";
import { templateById } from "../lifecycle/templates";
import { composeEffects, type DecidedEffects } from "./compose";
import type { OptionEffect } from "./effects";

const template = templateById("prompt-hosted-model");

const anyEffect: fc.Arbitrary<OptionEffect> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("include-technique", "exclude-technique"),
    technique: fc.constantFrom(...techniqueIds),
  }),
  fc.record({
    kind: fc.constant("set-parameter" as const),
    parameter: fc.constantFrom("languages", "loop-passes"),
    value: fc.integer({ min: 1, max: 10 }),
  }),
  fc.record({
    kind: fc.constant("scale-effort" as const),
    technique: fc.constantFrom(...techniqueIds),
    factor: fc.double({ min: 0.1, max: 10, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant("shift-level" as const),
    technique: fc.constantFrom("evaluation", "retrieval"),
    levels: fc.constantFrom(-3, -2, -1, 1, 2, 3),
  }),
  fc.record({
    kind: fc.constantFrom("add-cost", "add-monthly-cost"),
    costMinor: fc.integer({ min: 0, max: 1_000_000 }),
  }),
);

const anyDecisions: fc.Arbitrary<DecidedEffects[]> = fc
  .array(fc.array(anyEffect, { maxLength: 6 }), { maxLength: 6 })
  .map((lists) => lists.map((effects, place) => ({ decisionId: `decision-${place}`, effects })));

/** Decisions, and the same ones in any other order, each with its effects in any other order. */
const anyPermutation = anyDecisions.chain((decided) =>
  fc.tuple(
    fc.constant(decided),
    fc
      .tuple(
        ...decided.map(({ decisionId, effects }) =>
          permutation(effects).map((turned) => ({ decisionId, effects: turned })),
        ),
      )
      .chain(permutation),
  ),
);

function permutation<T>(values: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...values], { minLength: values.length });
}

describe("composing effects", () => {
  it("does not depend on the order of decisions or of effects", () => {
    fc.assert(
      fc.property(anyPermutation, ([decided, permuted]) => {
        expect(composeEffects(template, permuted)).toEqual(composeEffects(template, decided));
      }),
    );
  });

  it("does not depend on it in the last bit of a product either", () => {
    const factors = [0.1, 0.2, 0.3].map(
      (factor) => ({ kind: "scale-effort", technique: "evaluation", factor }) as const,
    );
    const product = (effects: readonly OptionEffect[]) =>
      composeEffects(template, [{ decisionId: "a", effects }]).effortFactors.get("evaluation");
    expect(product(factors)).toBe(product(factors.toReversed()));
  });

  it("reports who includes and who excludes the same technique, and leaves it out", () => {
    const { techniques, conflicts } = composeEffects(template, [
      { decisionId: "b", effects: [{ kind: "include-technique", technique: "retrieval" }] },
      { decisionId: "a", effects: [{ kind: "exclude-technique", technique: "retrieval" }] },
    ]);
    expect(conflicts).toEqual([
      {
        kind: "technique",
        technique: "retrieval",
        includedBy: ["b"],
        excludedBy: ["a"],
        resolution: "excluded",
      },
    ]);
    expect(techniques.map(({ id }) => id)).not.toContain("retrieval");
  });

  it("reports different values of one parameter and takes the larger; the same value is no conflict", () => {
    const set = (decisionId: string, value: number): DecidedEffects => ({
      decisionId,
      effects: [{ kind: "set-parameter", parameter: "languages", value }],
    });
    const differing = composeEffects(template, [set("b", 2), set("a", 5)]);
    expect(differing.parameters.languages).toBe(5);
    expect(differing.conflicts).toEqual([
      {
        kind: "parameter",
        parameter: "languages",
        values: [
          { decisionId: "a", value: 5 },
          { decisionId: "b", value: 2 },
        ],
        resolution: 5,
      },
    ]);
    expect(composeEffects(template, [set("b", 2), set("a", 2)]).conflicts).toEqual([]);
  });

  it("lets a decision leave out what the template brings: that is no conflict", () => {
    const { techniques, conflicts } = composeEffects(template, [
      { decisionId: "a", effects: [{ kind: "exclude-technique", technique: "guardrails" }] },
    ]);
    expect(techniques.map(({ id }) => id)).not.toContain("guardrails");
    expect(conflicts).toEqual([]);
  });

  it("adds level shifts of all decisions up", () => {
    const shift = (decisionId: string, levels: number): DecidedEffects => ({
      decisionId,
      effects: [{ kind: "shift-level", technique: "evaluation", levels }],
    });
    const composed = composeEffects(template, [shift("a", 2), shift("b", -3), shift("c", 3)]);
    expect(composed.levelShifts.get("evaluation")).toBe(2);
    expect(composed.conflicts).toEqual([]);
  });

  it("adds costs and multiplies factors", () => {
    const composed = composeEffects(template, [
      {
        decisionId: "a",
        effects: [
          { kind: "add-cost", costMinor: 300 },
          { kind: "add-monthly-cost", costMinor: 20 },
          { kind: "scale-effort", technique: "evaluation", factor: 2 },
        ],
      },
      {
        decisionId: "b",
        effects: [
          { kind: "add-cost", costMinor: 50 },
          { kind: "scale-effort", technique: "evaluation", factor: 1.5 },
        ],
      },
    ]);
    expect(composed.oneOffCostMinor).toBe(350);
    expect(composed.monthlyCostMinor).toBe(20);
    expect(composed.effortFactors.get("evaluation")).toBe(3);
  });
});

describe("a method", () => {
  const include = (technique: (typeof techniqueIds)[number]) =>
    ({ kind: "include-technique", technique }) as const;
  const exclude = (technique: (typeof techniqueIds)[number]) =>
    ({ kind: "exclude-technique", technique }) as const;
  const composed = (...lists: OptionEffect[][]) =>
    composeEffects(
      template,
      lists.map((effects, place) => ({ decisionId: `decision-${place}`, effects })),
    );

  it("brings the technique it is a way of doing", () => {
    const { techniques } = composed([include("qlora")]);
    expect(techniques).toContainEqual({ id: "fine-tuning", decisionId: "decision-0" });
    expect(techniques).toContainEqual({ id: "qlora", decisionId: "decision-0" });
  });

  it("goes with its technique when that is left out, which contradicts nothing", () => {
    const { techniques, conflicts } = composed([include("qlora")], [exclude("fine-tuning")]);
    const ids = techniques.map(({ id }) => id);
    expect(ids).not.toContain("fine-tuning");
    expect(ids).not.toContain("qlora");
    expect(conflicts).toEqual([]);
  });

  it("brings nothing when it is itself left out", () => {
    const { techniques, conflicts } = composed([include("qlora")], [exclude("qlora")]);
    expect(techniques.map(({ id }) => id)).not.toContain("fine-tuning");
    expect(conflicts.map(({ kind }) => kind)).toEqual(["technique"]);
  });

  it("is scaled and shifted with its technique", () => {
    const { effortFactors, levelShifts } = composed([
      { kind: "shift-level", technique: "fine-tuning", levels: 1 },
      { kind: "scale-effort", technique: "fine-tuning", factor: 2 },
      { kind: "scale-effort", technique: "lora", factor: 3 },
    ]);
    expect(effortFactors.get("fine-tuning")).toBe(2);
    expect(effortFactors.get("lora")).toBe(6);
    expect(effortFactors.get("qlora")).toBe(2);
    expect(levelShifts.get("lora")).toBe(1);
    expect(levelShifts.get("evaluation")).toBe(0);
  });
});
