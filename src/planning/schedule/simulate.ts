import { type SamplingMethod, uniforms } from "../estimation/latin-hypercube";
import { normalQuantile } from "../estimation/normal";
import { randomStream } from "../estimation/random";
import { sharedFactorIds } from "../estimation/shared-factors";
import { blockFor, fillBlock, lanesPerBlock } from "./block";
import type { CompiledNetwork } from "./compile-network";
import { momentBounds } from "./day-counts";
import { loopPasses } from "./loop";
import { emptyResults, type Results } from "./results";
import { runBlock } from "./run-block";

/** Networks of one project with the runs that each of them is simulated in; every run belongs to one. */
export interface SimulatedNetwork {
  readonly compiled: CompiledNetwork;
  readonly runs: Int32Array;
}

export interface SimulationSampling {
  readonly seed: number;
  readonly runs: number;
  readonly method: SamplingMethod;
  /** Whether critical paths are followed and each task's luck is set beside the finish: otherwise only totals are to be read. */
  readonly asksWhy?: boolean;
}

export function simulate(
  networks: readonly SimulatedNetwork[],
  places: { readonly tasks: number; readonly effort: number },
  { seed, runs, method, asksWhy = true }: SimulationSampling,
): Results {
  const compiled = networks.map((network) => network.compiled);
  const results = emptyResults(runs, compiled, compiled.map(momentBounds), places);
  sharedFactorIds.forEach((factor, place) => {
    if (!compiled.some((network) => sharesFactor(network, place))) return;
    const scores = results.perRun.factors[place];
    const draws = uniforms(randomStream(seed, `factor ${factor}`), runs, method);
    if (scores) for (let run = 0; run < runs; run += 1) scores[run] = normalQuantile(draws[run] ?? 0);
  });
  const repeats = compiled.some(({ loopFrom, loopTo }) => loopTo > loopFrom);
  const passes = repeats ? uniforms(randomStream(seed, "loop passes"), runs, method) : [];
  const block = blockFor(compiled);
  const scratch = new Float64Array(lanesPerBlock);
  for (const { compiled, runs: own } of networks) {
    const { loopFrom, loopTo, network } = compiled;
    if (loopTo > loopFrom)
      for (const run of own)
        results.perRun.passes[run] = loopPasses(
          network.loop.budgetPasses,
          network.loop.pass,
          network.loop.chanceOfFurtherPass,
          passes[run] ?? 0,
        );
    for (let from = 0; from < own.length; from += lanesPerBlock) {
      fillBlock(block, compiled, own.subarray(from, from + lanesPerBlock), results);
      runBlock(compiled, block, scratch, results, asksWhy);
    }
  }
  return results;
}

/** A factor that touches no task needs no draws. */
function sharesFactor({ scoreWeights }: CompiledNetwork, factor: number): boolean {
  return scoreWeights.some(({ shared }) => (shared[factor] ?? 0) > 0);
}
