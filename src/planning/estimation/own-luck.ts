import { normalQuantile } from "./normal";
import { mixBits, type RandomStream } from "./random";

/**
 * A task's own luck in a run is one of 4,096 equally likely normal scores: each the mean of its slice of the normal
 * distribution, n · (φ(a) − φ(b)), so that the mean is exact and the variance within 10⁻⁴. It saves computing a normal
 * quantile for every draw, which would take longer than everything else about it.
 */
const levelBits = 12;
export const levelShift = 32 - levelBits;

export const scoreOfLevel: Float64Array = slices(2 ** levelBits);

function slices(count: number): Float64Array {
  const density = (place: number) => {
    if (place === 0 || place === count) return 0;
    return Math.exp(-(normalQuantile(place / count) ** 2) / 2) / Math.sqrt(2 * Math.PI);
  };
  return Float64Array.from({ length: count }, (_, place) => count * (density(place) - density(place + 1)));
}

/** What a run brings to every draw of it. */
export function luckOfRun(run: number): number {
  return mixBits(run + 1);
}

/** What a task brings to every draw in one of its passes, 1 for the first. */
export function luckOfPass(stream: RandomStream, pass: number): number {
  return mixBits(stream ^ Math.imul(pass, 0x9e3779b9));
}

export const firstMultiplier = 0x7feb352d;
export const secondMultiplier = 0x846ca68b;

/**
 * The level of a draw: run and pass meet by exclusive or, and two multiplications spread every bit to the top ones
 * ("lowbias32" of Chris Wellons' hash prospector, public domain, less the steps at its ends, whose work is done already:
 * both sides come mixed, and only the top bits are read).
 */
export function luckLevel(run: number, pass: number): number {
  const half = Math.imul(run ^ pass, firstMultiplier);
  return Math.imul(half ^ (half >>> 15), secondMultiplier) >>> levelShift;
}
