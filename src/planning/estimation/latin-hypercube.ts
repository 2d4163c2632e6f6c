import { type RandomStream, uniformAt } from "./random";

/**
 * How the draws of a run that touch every task are made: "stratified" cuts each of them into as many slices as there are
 * runs and visits every slice once, in an order of its own (Latin hypercube sampling, McKay, Beckman & Conover 1979), so
 * that tails are always there and quantiles settle with fewer runs; "independent" is plain random sampling.
 */
export const samplingMethods = ["stratified", "independent"] as const;
export type SamplingMethod = (typeof samplingMethods)[number];

/** Uniform draws in (0, 1), one per run. In plain loops: `from` and `map` call a function per draw. */
export function uniforms(stream: RandomStream, count: number, method: SamplingMethod): Float64Array {
  const draws = new Float64Array(count);
  for (let run = 0; run < count; run += 1) draws[run] = uniformAt(stream, run);
  if (method === "independent") return draws;
  const slices = new Int32Array(count);
  for (let slice = 0; slice < count; slice += 1) slices[slice] = slice;
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(uniformAt(stream, count + last) * (last + 1));
    const slice = slices[last] ?? 0;
    slices[last] = slices[other] ?? 0;
    slices[other] = slice;
  }
  for (let run = 0; run < count; run += 1) draws[run] = ((slices[run] ?? 0) + (draws[run] ?? 0)) / count;
  return draws;
}
