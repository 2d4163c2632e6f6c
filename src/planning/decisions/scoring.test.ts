import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PlanningError } from "../planning-error";
import { aggregateScores, scoreAgreement } from "./agreement";
import { dominances } from "./dominance";
import { rankOptions } from "./ranking";
import type { ScoredDecision } from "./scored-decision";
import { type Scale, scoreValue } from "./value-function";
import { weightFlips } from "./weight-sensitivity";

const points: Scale = { worst: 0, best: 10, unit: "points" };

/** Options a, b, c … by criteria x, y, z …; undefined is a missing score. */
function decision(
  importances: readonly number[],
  scores: readonly (readonly (number | undefined)[])[],
  scale = points,
): ScoredDecision {
  const criteria = importances.map((importance, place) => ({ id: "xyz".charAt(place), importance, scale }));
  const optionIds = scores.map((_, place) => "abcdefgh".charAt(place));
  return {
    weighting: importances.includes(100) ? "swing" : "direct",
    criteria,
    optionIds,
    scores: scores.flatMap((row, option) =>
      row.flatMap((score, criterion) =>
        score === undefined
          ? []
          : [{ optionId: optionIds[option] ?? "", criterionId: criteria[criterion]?.id ?? "", score }],
      ),
    ),
  };
}

const anyScore = fc.option(fc.double({ min: 0, max: 10, noNaN: true }), { nil: undefined, freq: 4 });
const anyDecision = fc
  .tuple(
    fc.tuple(fc.constant(100), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })),
    fc.array(fc.tuple(anyScore, anyScore, anyScore), { minLength: 2, maxLength: 6 }),
  )
  .map(([importances, scores]) => decision(importances, scores));

describe("the value of a score", () => {
  it("grows evenly from worst to best, whichever is larger, and stays within the scale", () => {
    const seconds: Scale = { worst: 10, best: 0, unit: "s" };
    expect([12, 10, 4, 0, -1].map((score) => scoreValue(seconds, score))).toEqual([0, 0, 0.6, 1, 1]);
  });

  it("goes straight from point to point", () => {
    const steep: Scale = { worst: 10, best: 0, unit: "s", points: [{ score: 8, value: 0.6 }] };
    expect(scoreValue(steep, 9)).toBeCloseTo(0.3, 12);
    expect(scoreValue(steep, 8)).toBeCloseTo(0.6, 12);
    expect(scoreValue(steep, 4)).toBeCloseTo(0.8, 12);
  });
});

describe("a ranking", () => {
  it("weighs swings by their part of the largest, and names a winner beyond the margin", () => {
    const { options, verdict } = rankOptions(
      decision(
        [100, 50],
        [
          [9, 3],
          [3, 9],
        ],
      ),
    );
    expect(options.map(({ optionId }) => optionId)).toEqual(["a", "b"]);
    expect(options[0]?.low).toBeCloseTo(0.7, 12);
    expect(options[1]?.low).toBeCloseTo(0.5, 12);
    expect(verdict).toMatchObject({ kind: "clear-winner", optionId: "a" });
    expect(verdict.kind === "clear-winner" && verdict.leadAtLeast).toBeCloseTo(0.2, 12);
  });

  it("has no clear winner within the margin, whose reason it tells", () => {
    const close = decision(
      [0.5, 0.5],
      [
        [6, 5],
        [5, 5.4],
        [1, 1],
      ],
    );
    expect(rankOptions(close).verdict).toEqual({
      kind: "no-clear-winner",
      among: ["a", "b"],
      because: "margin",
    });
    expect(rankOptions(close).margin.reason).toContain("judgements");
    expect(rankOptions(close, { value: 0.01, reason: "measured" }).verdict.kind).toBe("clear-winner");
  });

  it("leaves open what missing scores leave open, and never takes them for zero", () => {
    const { options, verdict } = rankOptions(
      decision(
        [0.8, 0.2],
        [
          [9, 9],
          [9, undefined],
          [0, undefined],
        ],
      ),
    );
    const [a, b, c] = options;
    expect(a).toMatchObject({ optionId: "a", bestPlace: 1, worstPlace: 2 });
    expect(b).toMatchObject({ optionId: "b", bestPlace: 1, worstPlace: 2, missing: ["y"] });
    expect(b?.low).toBeCloseTo(0.72, 12);
    expect(b?.high).toBeCloseTo(0.92, 12);
    expect(c).toMatchObject({ bestPlace: 3, worstPlace: 3 });
    expect(verdict).toEqual({ kind: "no-clear-winner", among: ["a", "b"], because: "missing-scores" });
  });

  it("holds every completed decision within its ranges of value and place", () => {
    fc.assert(
      fc.property(
        anyDecision,
        fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 18, maxLength: 18 }),
        (open, fill) => {
          const before = rankOptions(open);
          const missing = before.options.flatMap(({ optionId, missing: ids }) =>
            ids.map((criterionId) => ({ optionId, criterionId })),
          );
          const scores = [
            ...open.scores,
            ...missing.map((cell, place) => ({ ...cell, score: fill[place] ?? 0 })),
          ];
          const after = rankOptions({ ...open, scores });
          for (const option of before.options) {
            const settled = after.options.find(({ optionId }) => optionId === option.optionId);
            expect(settled?.low).toBeGreaterThanOrEqual(option.low - 1e-9);
            expect(settled?.high).toBeLessThanOrEqual(option.high + 1e-9);
            expect(settled?.bestPlace).toBeGreaterThanOrEqual(option.bestPlace);
            expect(settled?.worstPlace).toBeLessThanOrEqual(option.worstPlace);
          }
          if (before.verdict.kind === "clear-winner")
            expect(after.verdict).toMatchObject({ kind: "clear-winner", optionId: before.verdict.optionId });
        },
      ),
    );
  });

  it("does not depend on the order of options, criteria or scores", () => {
    fc.assert(
      fc.property(anyDecision, (given) => {
        const turned = {
          ...given,
          criteria: given.criteria.toReversed(),
          optionIds: given.optionIds.toReversed(),
          scores: given.scores.toReversed(),
        };
        const order = (of: ScoredDecision) =>
          rankOptions(of).options.map(({ optionId, bestPlace, worstPlace }) => [
            optionId,
            bestPlace,
            worstPlace,
          ]);
        expect(order(turned)).toEqual(order(given));
        expect(dominances(turned)).toHaveLength(dominances(given).length);
      }),
    );
  });
});

describe("sensitivity", () => {
  it("finds the smallest change per criterion that flips the first place", () => {
    const flips = weightFlips(
      decision(
        [0.6, 0.4],
        [
          [8, 4],
          [4, 8],
        ],
      ),
    );
    // Even weights make both 6: 0.1 less of x is 0.1 more of y.
    expect(flips.map(({ criterionId }) => criterionId).sort()).toEqual(["x", "y"]);
    for (const { flip } of flips) {
      expect(flip?.atWeight).toBeCloseTo(0.5, 12);
      expect(flip?.newFirst).toBe("b");
    }
  });

  it("says so where no weight flips it", () => {
    expect(
      weightFlips(
        decision(
          [0.6, 0.4],
          [
            [8, 8],
            [4, 7],
          ],
        ),
      ).map(({ flip }) => flip),
    ).toEqual([null, null]);
  });

  it("is right: at the weight the two are level, just before it the first is first", () => {
    fc.assert(
      fc.property(anyDecision, (given) => {
        const middled = {
          ...given,
          scores: given.optionIds.flatMap((optionId) =>
            given.criteria.map(
              ({ id }) =>
                given.scores.find((score) => score.optionId === optionId && score.criterionId === id) ?? {
                  optionId,
                  criterionId: id,
                  score: 5,
                },
            ),
          ),
        };
        const first = rankOptions(middled).options;
        for (const { criterionId, weight, flip } of weightFlips(given)) {
          if (!flip || weight > 0.999 || Math.abs(flip.change) < 1e-6) continue;
          const at = (to: number) => {
            const criteria = middled.criteria.map((criterion) => {
              const total = middled.criteria.reduce((sum, { importance }) => sum + importance, 0);
              const share = criterion.importance / total;
              return {
                ...criterion,
                importance:
                  criterion.id === criterionId ? to : Math.min(1, (share * (1 - to)) / (1 - weight)),
              };
            });
            return new Map(
              rankOptions({ ...middled, weighting: "direct", criteria }).options.map((option) => [
                option.optionId,
                option.low,
              ]),
            );
          };
          const flipped = at(flip.atWeight);
          const best = Math.max(...flipped.values());
          expect(flipped.get(flip.newFirst)).toBeCloseTo(best, 6);
          const halfway = at(weight + flip.change / 2);
          expect(halfway.get(first[0]?.optionId ?? "")).toBeCloseTo(Math.max(...halfway.values()), 6);
        }
      }),
    );
  });
});

describe("dominance", () => {
  it("needs to be as good by everything and better by something", () => {
    expect(
      dominances(
        decision(
          [0.5, 0.5],
          [
            [8, 5],
            [8, 4],
            [8, 5],
          ],
        ),
      ),
    ).toEqual([
      { optionId: "a", dominates: "b" },
      { optionId: "c", dominates: "b" },
    ]);
  });

  it("holds for incomplete scores only where they can't matter", () => {
    expect(
      dominances(
        decision(
          [0.5, 0.5],
          [
            [8, 10],
            [4, undefined],
          ],
        ),
      ),
    ).toEqual([{ optionId: "a", dominates: "b" }]);
    expect(
      dominances(
        decision(
          [0.5, 0.5],
          [
            [8, 9],
            [4, undefined],
          ],
        ),
      ),
    ).toEqual([]);
    expect(
      dominances(
        decision(
          [0.5, 0.5],
          [
            [8, undefined],
            [4, undefined],
          ],
        ),
      ),
    ).toEqual([]);
  });
});

describe("members' scores", () => {
  const given = decision([0.5, 0.5], [[], []]);
  const by = (memberId: string, optionId: string, criterionId: string, score: number) => ({
    memberId,
    optionId,
    criterionId,
    score,
  });

  it("come together as the median, missing where nobody scored", () => {
    const scores = [by("m", "a", "x", 2), by("n", "a", "x", 9), by("o", "a", "x", 3), by("m", "b", "y", 4)];
    expect(aggregateScores(given, scores)).toEqual(
      expect.arrayContaining([
        { optionId: "a", criterionId: "x", score: 3 },
        { optionId: "b", criterionId: "y", score: 4 },
      ]),
    );
    expect(aggregateScores(given, scores)).toHaveLength(2);
  });

  it("tell how far they agree, and who differs where", () => {
    const scores = [
      ...["m", "n", "o"].map((member) => by(member, "a", "x", 7)),
      by("m", "a", "y", 2),
      by("n", "a", "y", 3),
      by("o", "a", "y", 9),
      by("m", "b", "x", 1),
    ];
    const [torn, ...rest] = scoreAgreement(given, scores);
    expect(torn).toMatchObject({
      optionId: "a",
      criterionId: "y",
      score: 3,
      lowest: 2,
      highest: 9,
      members: 3,
    });
    expect(torn?.agreement).toBe(0);
    expect(torn?.differing[0]).toMatchObject({ memberId: "o", score: 9 });
    expect(torn?.differing[0]?.distance).toBeCloseTo(0.65, 12);
    expect(rest.find(({ criterionId, optionId }) => criterionId === "x" && optionId === "a")).toMatchObject({
      agreement: 1,
      differing: [],
    });
    expect(rest.find(({ optionId }) => optionId === "b")).toMatchObject({ agreement: null, differing: [] });
  });
});

describe("what can't be ranked", () => {
  const refused = (change: Partial<ScoredDecision>) => {
    try {
      rankOptions({
        ...decision(
          [0.5, 0.5],
          [
            [1, 2],
            [3, 4],
          ],
        ),
        ...change,
      });
    } catch (error) {
      if (error instanceof PlanningError) return `${error.code} ${error.field}`;
      throw error;
    }
    return null;
  };
  const criterion = (importance: number, scale: Scale = points) => ({ id: "x", importance, scale });
  const score = (value: number, optionId = "a", criterionId = "x") => ({
    optionId,
    criterionId,
    score: value,
  });

  it("is refused by field and reason", () => {
    expect(refused({})).toBeNull();
    expect(refused({ criteria: [] })).toBe("out-of-range criteria");
    expect(refused({ optionIds: [] })).toBe("out-of-range optionIds");
    expect(refused({ criteria: [criterion(0)], scores: [] })).toBe("inconsistent criteria");
    expect(refused({ criteria: [criterion(0.7)], scores: [] })).toBe("inconsistent criteria");
    expect(refused({ weighting: "swing", criteria: [criterion(80)], scores: [] })).toBe(
      "inconsistent criteria",
    );
    expect(refused({ criteria: [criterion(Number.NaN)] })).toBe("not-a-number criteria.x.importance");
    expect(refused({ criteria: [criterion(-1)] })).toBe("negative criteria.x.importance");
    expect(refused({ criteria: [criterion(1, { ...points, best: 0 })] })).toBe(
      "out-of-range criteria.x.scale.best",
    );
    expect(refused({ criteria: [criterion(1, { ...points, points: [{ score: 11, value: 0.5 }] })] })).toBe(
      "not-ordered criteria.x.scale.points.0",
    );
    expect(refused({ scores: [score(Number.NaN)] })).toBe("not-a-number scores.a.x");
    expect(refused({ scores: [score(1, "q")] })).toBe("unknown-id scores.q.x");
    expect(refused({ scores: [score(1, "a", "q")] })).toBe("unknown-id scores.a.q");
    expect(refused({ scores: [score(1), score(2)] })).toBe("duplicate-id scores");
    expect(() => rankOptions(decision([1], [[1]]), { value: 0.1, reason: " " })).toThrow(/Say why/);
  });
});
