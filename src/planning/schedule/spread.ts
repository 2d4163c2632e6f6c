import { quantile } from "../estimation/quantiles";

/** How a figure came out over the runs: enough to draw it and to answer what chance a limit has. */
export interface Spread {
  /** Where the first bin begins. */
  readonly from: number;
  /** Width of every bin, a round number in the figure's unit; 0 when every run gave the same. */
  readonly binWidth: number;
  /** Runs per bin, empty ones included. A bin holds what is above its beginning and not above its end. */
  readonly counts: readonly number[];
  /** Runs above the last bin: a few very large ones must not press all others into one bin. */
  readonly above: number;
  /** The figure at 0, 1, … 100 % of the runs, by nearest rank: what chanceOfAtMost reads. */
  readonly table: readonly number[];
}

const binsWanted = 30;

/** Where the rest is far out, the bins end at the smallest of these shares of the runs that it is far from. */
const binnedShares = [0.98, 0.95] as const;

/** From the runs' figures in ascending order. */
export function spreadOf(sorted: Float64Array): Spread {
  const least = sorted[0] ?? 0;
  const most = sorted.at(-1) ?? 0;
  const table = Array.from({ length: 101 }, (_, step) => quantile(sorted, step / 100));
  const last = lastBinned(sorted, least, most);
  const binWidth = roundWidth((last - least) / binsWanted);
  if (binWidth === 0) return { from: least, binWidth, counts: [sorted.length], above: 0, table };
  const first = binAbove(least, binWidth);
  const counts = new Array<number>(binAbove(last, binWidth) - first + 1).fill(0);
  let above = 0;
  for (const value of sorted) {
    const bin = binAbove(value, binWidth) - first;
    if (bin < counts.length) counts[bin] = (counts[bin] ?? 0) + 1;
    else above += 1;
  }
  return { from: first * binWidth, binWidth, counts, above, table };
}

/** The figure that the last bin holds: the largest, unless it is far from nearly all others. */
function lastBinned(sorted: Float64Array, least: number, most: number): number {
  let last = most;
  for (const share of binnedShares) {
    const nearlyAll = quantile(sorted, share);
    const isFar = last - nearlyAll > (nearlyAll - least) / 2;
    // Where nearly all are alike, there is nothing to draw but those that are not.
    if (isFar && roundWidth((nearlyAll - least) / binsWanted) > 0) last = nearlyAll;
  }
  return last;
}

/** The bin whose end is the first not below the value; rounding in sums must not push a whole number into the next. */
function binAbove(value: number, width: number): number {
  return Math.max(0, Math.ceil(value / width - 1e-9) - 1);
}

/** The next of 1, 2, 2.5 and 5 times a power of ten. */
function roundWidth(width: number): number {
  if (!(width > 1e-9)) return 0;
  const power = 10 ** Math.floor(Math.log10(width));
  const step = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= width * (1 - 1e-9)) ?? 10;
  return step * power;
}

/** The chance that the figure is not above a limit, 0 to 1, in steps of 1 %. */
export function chanceOfAtMost({ table }: Pick<Spread, "table">, limit: number): number {
  const notAbove = table.filter((value) => value <= limit).length;
  return notAbove === 0 ? 0 : (notAbove - 1) / (table.length - 1);
}
