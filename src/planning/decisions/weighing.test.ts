import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { phaseIds } from "../lifecycle/phase-ids";
import { PlanningError } from "../planning-error";
import { scoreAgreement } from "./agreement";
import { type Coverage, isComplete, seesScores } from "./blindness";
import { rankOptions } from "./ranking";
import { movesBetween } from "./rounds";
import type { Criterion } from "./scored-decision";
import { typicalCriteria } from "./typical-criteria";
import { checkScale } from "./value-function";
import { importancesFor, importancesWithOneMore, importancesWithout } from "./weights";

const weightings = fc.constantFrom("swing" as const, "direct" as const);
const importances = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 20 })
  .filter((all) => all.some((importance) => importance > 0));
const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);

function criteriaOf(all: readonly number[]): Criterion[] {
  return all.map((importance, place) => ({
    id: `c${place}`,
    importance,
    scale: { worst: 1, best: 5, unit: "" },
  }));
}

describe("importances", () => {
  it("take the form their weighing asks for, and can be ranked with", () => {
    expect(importancesFor("direct", [100, 60, 40])).toEqual([0.5, 0.3, 0.2]);
    expect(importancesFor("swing", [50, 25])).toEqual([100, 50]);
    fc.assert(
      fc.property(weightings, importances, (weighting, raw) => {
        const formed = importancesFor(weighting, raw);
        expect(() =>
          rankOptions({ weighting, criteria: criteriaOf(formed), optionIds: ["a"], scores: [] }),
        ).not.toThrow();
        // The proportions stay.
        for (const [place, importance] of formed.entries())
          expect(importance * sum(raw)).toBeCloseTo((raw[place] ?? 0) * sum(formed), 4);
      }),
    );
  });

  it("stay in that form as criteria come and go", () => {
    fc.assert(
      fc.property(weightings, importances, fc.nat(), (weighting, raw, any) => {
        const more = importancesWithOneMore(weighting, importancesFor(weighting, raw));
        expect(more).toHaveLength(raw.length + 1);
        expect(more.at(-1)).toBeCloseTo(sum(more) / more.length, 6);
        const fewer = importancesWithout(weighting, more, any % more.length);
        expect(fewer).toHaveLength(raw.length);
        if (weighting === "direct") expect(sum(fewer)).toBeCloseTo(1, 9);
        else expect(Math.max(...fewer)).toBeCloseTo(100, 9);
      }),
    );
    expect(importancesWithOneMore("direct", [])).toEqual([1]);
    expect(importancesWithout("swing", [100, 0, 0], 0)).toEqual([100, 100]);
    expect(importancesWithout("swing", [100], 0)).toEqual([]);
  });

  it("can't all be nothing", () => {
    expect(() => importancesFor("swing", [0, 0])).toThrow(PlanningError);
    expect(() => importancesFor("direct", [0])).toThrow(PlanningError);
  });
});

describe("blindness", () => {
  const wanted: Coverage = { optionIds: ["a", "b"], criterionIds: ["x"] };

  it("ends with a complete set of one's own, or when the scores are revealed", () => {
    const viewer = { revealed: false, mayScore: true, given: null, wanted };
    expect(seesScores(viewer)).toBe(false);
    expect(seesScores({ ...viewer, given: wanted })).toBe(true);
    expect(seesScores({ ...viewer, revealed: true })).toBe(true);
    expect(seesScores({ ...viewer, given: wanted, mayScore: false })).toBe(false);
    expect(seesScores({ ...viewer, revealed: true, mayScore: false })).toBe(true);
  });

  it("comes back with an option or a criterion that was added, and not with one that was removed", () => {
    const grown = { optionIds: ["a", "b", "c"], criterionIds: ["x"] };
    expect(seesScores({ revealed: false, mayScore: true, given: wanted, wanted: grown })).toBe(false);
    expect(isComplete(wanted, { ...wanted, criterionIds: ["x", "y"] })).toBe(false);
    expect(isComplete(grown, wanted)).toBe(true);
  });
});

describe("two rounds", () => {
  const decision = { weighting: "swing" as const, criteria: criteriaOf([100, 50]), optionIds: ["a", "b"] };
  const by = (memberId: string, optionId: string, criterionId: string, score: number) => ({
    memberId,
    optionId,
    criterionId,
    score,
  });

  it("are compared where both have scores, the largest move first", () => {
    const before = scoreAgreement(decision, [
      by("m", "a", "c0", 1),
      by("n", "a", "c0", 5),
      by("m", "b", "c0", 4),
      by("m", "b", "c1", 2),
    ]);
    const after = scoreAgreement(decision, [
      by("m", "a", "c0", 5),
      by("n", "a", "c0", 5),
      by("m", "b", "c0", 3),
      by("m", "a", "c1", 2),
    ]);
    expect(movesBetween(decision.criteria, before, after)).toEqual([
      { optionId: "a", criterionId: "c0", before: 3, after: 5, gain: 0.5, agreementGain: 1 },
      { optionId: "b", criterionId: "c0", before: 4, after: 3, gain: -0.25, agreementGain: null },
    ]);
  });

  it("tell the mean beside the median", () => {
    const [cell] = scoreAgreement(decision, [
      by("m", "a", "c0", 1),
      by("n", "a", "c0", 1),
      by("o", "a", "c0", 4),
    ]);
    expect(cell).toMatchObject({ score: 1, mean: 2, lowest: 1, highest: 4 });
  });
});

describe("typical criteria", () => {
  it.each(phaseIds)(
    "of %s have distinct names, scales that can be used, and a word for each step",
    (phase) => {
      const criteria = typicalCriteria[phase];
      expect(criteria.length).toBeGreaterThanOrEqual(5);
      expect(new Set(criteria.map(({ name }) => name)).size).toBe(criteria.length);
      for (const { scale, words, name } of criteria) {
        checkScale(scale, name);
        if (words.length > 0) {
          expect(words).toHaveLength(5);
          expect(scale).toMatchObject({ worst: 1, best: 5 });
        } else expect(scale.unit).not.toBe("");
      }
    },
  );
});
