import { describe, expect, it } from "vitest";
import { type SamplingMethod, samplingMethods } from "../estimation/latin-hypercube";
import { threePoint } from "../estimation/three-point";
import { makePlan } from "../plan";
import { network, networkTask } from "../testing/networks";
import { onlyTasks, openDecision, planInput } from "../testing/plan-inputs";
import { networkCompiler } from "./compile-network";
import { finishToStart } from "./links";
import { defaultLoop } from "./loop";
import type { Network } from "./network";
import { simulate } from "./simulate";
import { planSimulator } from "./simulate-plan";

/**
 * 400,000 runs as 40 independent replicates of 10,000 with a seed each: the standard error comes from the replicates'
 * own spread, which holds for stratified sampling too, whose runs are not independent of each other.
 */
const replicates = 40;
const runsOfEach = 10_000;

function zScore(of: (seed: number) => number, expected: number): number {
  const means = Array.from({ length: replicates }, (_, replicate) => of(1000 + replicate));
  const mean = means.reduce((sum, value) => sum + value, 0) / replicates;
  const variance = means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (replicates - 1);
  return (mean - expected) / Math.sqrt(variance / replicates);
}

const meanOf = (values: Float64Array, statistic: (value: number) => number) =>
  values.reduce((sum, value) => sum + statistic(value), 0) / values.length;

function finishes(given: Network, seed: number, method: SamplingMethod): Float64Array {
  const compiler = networkCompiler(seed);
  const compiled = compiler.compile(given);
  const places = { tasks: compiler.taskIds().length, effort: compiler.effortIds().length };
  const runs = Int32Array.from({ length: runsOfEach }, (_, run) => run);
  const results = simulate([{ compiled, runs }], places, { seed, runs: runsOfEach, method });
  return results.perRun.finish.map((moment) => moment - given.base);
}

const chain = (changes: Partial<Network> = {}) =>
  network(
    [threePoint(1, 3, 8), threePoint(2, 5, 8), threePoint(0, 0, 10)].map((durationWorkingDays, place) =>
      networkTask(`task ${place}`, {
        durationWorkingDays,
        links: place === 0 ? [] : [finishToStart(`task ${place - 1}`)],
      }),
    ),
    changes,
  );

describe.each(samplingMethods)("400,000 %s runs", (method) => {
  it("of a chain have the sum of the means and of the variances", { timeout: 120_000 }, () => {
    // PERT-beta: mean (a + 4m + b) / 6, variance (mean − a)(b − mean) / 7.
    const estimates = [
      [1, 3, 8],
      [2, 5, 8],
      [0, 0, 10],
    ] as const;
    const means = estimates.map(([a, m, b]) => (a + 4 * m + b) / 6);
    const mean = means.reduce((sum, one) => sum + one, 0);
    const variance = estimates.reduce(
      (sum, [a, , b], place) => sum + (((means[place] ?? 0) - a) * (b - (means[place] ?? 0))) / 7,
      0,
    );
    expect(Math.abs(zScore((seed) => meanOf(finishes(chain(), seed, method), (x) => x), mean))).toBeLessThan(
      4,
    );
    const second = (seed: number) => meanOf(finishes(chain(), seed, method), (x) => (x - mean) ** 2);
    expect(Math.abs(zScore(second, variance))).toBeLessThan(4);
  });

  it("of a chain of triangular estimates have their mean and variance", { timeout: 120_000 }, () => {
    const mean = (1 + 3 + 8 + 2 + 5 + 8 + 0 + 0 + 10) / 3;
    const varianceOf = (a: number, m: number, b: number) =>
      (a * a + m * m + b * b - a * m - a * b - m * b) / 18;
    const variance = varianceOf(1, 3, 8) + varianceOf(2, 5, 8) + varianceOf(0, 0, 10);
    const given = chain({ distribution: "triangular" });
    expect(Math.abs(zScore((seed) => meanOf(finishes(given, seed, method), (x) => x), mean))).toBeLessThan(4);
    const second = (seed: number) => meanOf(finishes(given, seed, method), (x) => (x - mean) ** 2);
    expect(Math.abs(zScore(second, variance))).toBeLessThan(4);
  });

  it("of parallel tasks end with the longest", { timeout: 120_000 }, () => {
    // Beta(1, 5) on [0, 1] has the distribution 1 − (1 − x)⁵; the mean of the largest of three is ∫ 1 − F(x)³ dx
    // = 1 − Σ (−1)^k C(3, k) / (5k + 1), times 10 days.
    const longest = 10 * (1 - (1 - 3 / 6 + 3 / 11 - 1 / 16));
    const parallel = network(
      ["a", "b", "c"].map((id) => networkTask(id, { durationWorkingDays: threePoint(0, 0, 10) })),
    );
    expect(
      Math.abs(zScore((seed) => meanOf(finishes(parallel, seed, method), (x) => x), longest)),
    ).toBeLessThan(4);
    const late = (seed: number) => meanOf(finishes(parallel, seed, method), (x) => (x > 5 ? 1 : 0));
    expect(Math.abs(zScore(late, 1 - (1 - 0.5 ** 5) ** 3))).toBeLessThan(4);
  });

  it("of a loop take the passes that chance gives", { timeout: 120_000 }, () => {
    const loop = network(
      [networkTask("run", { inLoop: true, durationWorkingDays: threePoint(10, 10, 10) })],
      {
        loop: { ...defaultLoop, budgetPasses: 3, pass: 0 },
      },
    );
    const mean = 0.4 * 10 + 0.24 * 16 + 0.36 * 22;
    const share = (seed: number) => meanOf(finishes(loop, seed, method), (x) => x);
    if (method === "independent") expect(Math.abs(zScore(share, mean))).toBeLessThan(4);
    // Stratified, every replicate has the shares exactly but for the slices that the borders cut.
    else expect(Math.abs(share(1) - mean)).toBeLessThan(12 / runsOfEach);
  });

  it("of an open decision mix what its options give by their weights", { timeout: 120_000 }, () => {
    const frame = threePoint(0, 0, 10);
    const tasks = onlyTasks({ "use-case-scoping/frame": frame, "retrieval/ingest": threePoint(20, 20, 20) });
    const open = openDecision("documents", [[], [{ kind: "include-technique", technique: "retrieval" }]]);
    const weighted = {
      ...open,
      options: open.options.map((option, place) => ({ ...option, weight: 1 + place })),
    };
    const plan = makePlan(planInput({ tasks, decisions: [weighted] }));
    const durations = (seed: number) =>
      planSimulator(plan, seed)(runsOfEach, method).results.perRun.finish.map((moment) => moment - startOf);
    // Framing takes Beta(1, 5) · 10 days; in two thirds of the runs 20 days of ingesting follow.
    const mean = 10 / 6 + 20 * (2 / 3);
    const variance = ((10 / 6) * (10 - 10 / 6)) / 7 + 400 * (2 / 9);
    expect(Math.abs(zScore((seed) => meanOf(durations(seed), (x) => x), mean))).toBeLessThan(4);
    const second = (seed: number) => meanOf(durations(seed), (x) => (x - mean) ** 2);
    expect(Math.abs(zScore(second, variance))).toBeLessThan(4);
  });
});

/** Monday 2026-11-23 as a working-day index. */
const startOf = 14_840;
