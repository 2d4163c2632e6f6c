import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disciplineIds } from "../expertise/disciplines";
import { type TechniqueId, techniqueIds } from "../lifecycle/technique-ids";
import { PlanningError } from "../planning-error";
import { type CalibrationPair, calibrate, fitCalibration } from "./calibration";
import { normalQuantile } from "./normal";
import { quantileTable, valueAt } from "./quantile-table";
import { randomStream, uniformAt } from "./random";
import { threePoint } from "./three-point";

const tuning = { technique: "fine-tuning", discipline: "fine-tuning", team: "ours" } as const;
const serving = { technique: "deployment", discipline: "serving", team: "theirs" } as const;
const estimate = threePoint(6, 10, 18);
const took = (actual: number, count: number, cell: Omit<CalibrationPair, "estimate" | "actual"> = tuning) =>
  Array.from({ length: count }, (): CalibrationPair => ({ ...cell, estimate, actual }));

/** Neutral: about the median of the estimate's distribution. */
const asEstimated = 10.4;

describe("calibration", () => {
  it("without finished work leaves estimates as they are", () => {
    const correction = fitCalibration([])(tuning);
    expect(correction).toMatchObject({ factor: 1, spread: 1, learned: 0, pairs: 0 });
    const { optimistic, mostLikely, pessimistic } = calibrate(estimate, correction);
    expect([optimistic, mostLikely, pessimistic].map((point) => Math.round(point * 1e9) / 1e9)).toEqual([
      6, 10, 18,
    ]);
  });

  it("moves little by one pair, less for other work, and near to the truth by many", () => {
    const truth = Math.log(1.6);
    const moved = (pairs: number, cell: Parameters<ReturnType<typeof fitCalibration>>[0]) =>
      Math.log(fitCalibration(took(1.6 * asEstimated, pairs))(cell).factor) / truth;
    expect(moved(1, tuning)).toBeLessThan(0.5);
    expect(moved(1, serving)).toBeLessThan(0.3);
    const path = [1, 2, 4, 8, 16, 32].map((pairs) => moved(pairs, tuning));
    expect(path).toEqual([...path].sort((a, b) => a - b));
    expect(path.at(-1)).toBeGreaterThan(0.95);
    expect(path.at(-1)).toBeLessThan(1.05);
  });

  it("keeps apart what differs between techniques, and lends to a new one what they share", () => {
    const correctionFor = fitCalibration([...took(1.8 * asEstimated, 15), ...took(asEstimated, 15, serving)]);
    const fresh = correctionFor({
      technique: "retrieval",
      discipline: "data-engineering",
      team: "new",
    }).factor;
    expect(correctionFor(tuning).factor).toBeGreaterThan(1.6);
    expect(correctionFor(serving).factor).toBeLessThan(1.15);
    expect(fresh).toBeGreaterThan(correctionFor(serving).factor);
    expect(fresh).toBeLessThan(correctionFor(tuning).factor);
    expect(correctionFor(tuning).pairs).toBe(15);
  });

  it("narrows ranges that were too wide and widens those that were too narrow", () => {
    const ratio = (actuals: readonly number[]) => {
      const pairs = actuals.flatMap((actual) => took(actual, 6));
      const { optimistic, pessimistic } = calibrate(estimate, fitCalibration(pairs)(tuning));
      return pessimistic / optimistic;
    };
    expect(ratio([10, 10.5, 11])).toBeLessThan(2);
    expect(ratio([3, 10, 35])).toBeGreaterThan(6);
  });

  it("depends on no order of pairs, and keeps the order of an estimate's points", () => {
    const pair = fc.record({
      technique: fc.constantFrom(...techniqueIds),
      discipline: fc.constantFrom(...disciplineIds),
      team: fc.constantFrom("a", "b"),
      estimate: fc
        .tuple(
          fc.double({ min: 0, max: 20, noNaN: true }),
          fc.double({ min: 0, max: 20, noNaN: true }),
          fc.double({ min: 0.01, max: 20, noNaN: true }),
        )
        .map(([low, more, most]) => threePoint(low, low + more, low + more + most)),
      actual: fc.double({ min: 0.01, max: 500, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 30 }), (pairs) => {
        const one = fitCalibration(pairs)(tuning);
        const other = fitCalibration(pairs.toReversed())(tuning);
        expect(other.factor).toBeCloseTo(one.factor, 6);
        expect(other.spread).toBeCloseTo(one.spread, 6);
        for (const { estimate: given } of pairs) {
          const { optimistic, mostLikely, pessimistic } = calibrate(given, one);
          expect(optimistic).toBeGreaterThanOrEqual(0);
          expect(mostLikely).toBeGreaterThanOrEqual(optimistic);
          expect(pessimistic).toBeGreaterThanOrEqual(mostLikely);
          expect(Number.isFinite(pessimistic)).toBe(true);
        }
      }),
    );
  });

  it("does not let a typing error move everything", () => {
    const wild = fitCalibration([...took(asEstimated, 5), ...took(100_000, 1)])(tuning);
    expect(wild.factor).toBeCloseTo(
      fitCalibration([...took(asEstimated, 5), ...took(105, 1)])(tuning).factor,
      2,
    );
  });

  it("refuses pairs that can't be compared, by field", () => {
    const refused = (change: Partial<CalibrationPair>) => {
      try {
        fitCalibration([...took(10, 1), { ...tuning, estimate, actual: 1, ...change }]);
      } catch (error) {
        if (error instanceof PlanningError) return `${error.code} ${error.field}`;
        throw error;
      }
      return null;
    };
    expect(refused({ actual: Number.NaN })).toBe("not-a-number pairs.1.actual");
    expect(refused({ actual: 0 })).toBe("out-of-range pairs.1.actual");
    expect(refused({ actual: -1 })).toBe("negative pairs.1.actual");
    expect(refused({ estimate: threePoint(0, 0, 0) })).toBe("out-of-range pairs.1.estimate");
    expect(refused({ estimate: threePoint(2, 1, 3) })).toBe("not-ordered pairs.1.estimate");
    expect(refused(JSON.parse('{ "technique": "magic" }'))).toBe("unknown-id pairs.1.technique");
    expect(refused(JSON.parse('{ "discipline": "magic" }'))).toBe("unknown-id pairs.1.discipline");
  });
});

describe("after 30 finished tasks of a biased history", () => {
  it("the calibrated 80 % interval holds 75 to 85 % of what comes next", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.4, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 0.3, noNaN: true }),
        fc.integer({ min: 0, max: 1_000_000 }),
        (bias, techniqueDeviation, seed) => {
          const covered = coverage({ bias, techniqueDeviation, seed, pairs: 30, histories: 800 });
          expect(covered).toBeGreaterThan(0.75);
          expect(covered).toBeLessThan(0.85);
        },
      ),
      { numRuns: 5 },
    );
  }, 30_000);

  it("where uncalibrated intervals fail", () => {
    const covered = coverage({ bias: 1.6, techniqueDeviation: 0.1, seed: 1, pairs: 0, histories: 800 });
    expect(covered).toBeLessThan(0.4);
  });
});

interface Simulated {
  readonly bias: number;
  /** How much the bias differs between techniques, as a deviation of its logarithm. */
  readonly techniqueDeviation: number;
  readonly seed: number;
  readonly pairs: number;
  readonly histories: number;
}

/** Draws teams' histories, calibrates on each, and counts how often five tasks to come fall within P10 and P90. */
function coverage({ bias, techniqueDeviation, seed, pairs, histories }: Simulated): number {
  let within = 0;
  for (let history = 0; history < histories; history += 1) {
    const work = worker(bias, techniqueDeviation, seed * 1_000 + history);
    const correctionFor = fitCalibration(Array.from({ length: pairs }, work));
    for (let task = 0; task < 5; task += 1) {
      const next = work();
      const sampler = quantileTable(calibrate(next.estimate, correctionFor(next)), "pert-beta");
      const tail = normalQuantile(0.9);
      if (next.actual >= valueAt(sampler, -tail) && next.actual <= valueAt(sampler, tail)) within += 1;
    }
  }
  return within / (histories * 5);
}

/** People whose estimates have the right range and a bias: each call is one more finished task. */
function worker(bias: number, techniqueDeviation: number, seed: number): () => CalibrationPair {
  const stream = randomStream(seed, "history");
  let count = 0;
  const uniform = () => {
    count += 1;
    return uniformAt(stream, count);
  };
  const oneOf = <T>(values: readonly [T, ...T[]]): T =>
    values[Math.floor(uniform() * values.length)] ?? values[0];
  const ownBias = new Map<string, number>();
  return () => {
    const technique = oneOf<TechniqueId>([
      "fine-tuning",
      "evaluation",
      "retrieval",
      "deployment",
      "application",
    ]);
    const known = ownBias.get(technique) ?? Math.exp(techniqueDeviation * normalQuantile(uniform()));
    ownBias.set(technique, known);
    const mostLikely = 1 + 19 * uniform();
    const given = threePoint(
      mostLikely * (0.4 + 0.5 * uniform()),
      mostLikely,
      mostLikely * (1.2 + 1.5 * uniform()),
    );
    return {
      technique,
      discipline: oneOf(["fine-tuning", "evaluation", "serving", "data-engineering"]),
      team: oneOf(["a", "b", "c"]),
      estimate: given,
      actual: bias * known * valueAt(quantileTable(given, "pert-beta"), normalQuantile(uniform())),
    };
  };
}
