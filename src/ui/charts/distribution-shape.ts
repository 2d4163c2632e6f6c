export type DistributionBin = {
  /** On the axis; the bin holds what is above `from` and not above `to`. */
  readonly from: number;
  readonly to: number;
  /** Share of all runs in it, 0 to 1. */
  readonly share: number;
  /** Share of all runs in it and below. */
  readonly cumulative: number;
  /** Its end in words, like "by 9 Apr 2027". */
  readonly name: string;
};

export type DistributionMark = {
  /** Short, like "P80". */
  readonly name: string;
  /** On the axis. */
  readonly at: number;
  readonly look: "solid" | "dashed" | "thin" | "target" | "reference";
};

/** From where to where the axis goes, so that all series are on it. */
export function domainOf(series: readonly (readonly DistributionBin[])[]): readonly [number, number] {
  const all = series.flat();
  const from = Math.min(...all.map((bin) => bin.from));
  const to = Math.max(...all.map((bin) => bin.to));
  return all.length > 0 && to > from ? [from, to] : [0, 1];
}

/** Share of runs per unit of the axis: series with bins of different widths compare by it. */
export function densitiesOf(bins: readonly DistributionBin[]): number[] {
  return bins.map(({ from, to, share }) => (to > from ? share / (to - from) : 0));
}

const point = (x: number, y: number) => `${round(x * 100)},${round(100 - y * 100)}`;
const round = (value: number) => Math.round(value * 1000) / 1000;

/** The outline of the bars in a square of 100 by 100, from its lower left. */
export function outlineOf(
  bins: readonly DistributionBin[],
  at: (value: number) => number,
  most: number,
): string {
  const densities = densitiesOf(bins);
  const tops = bins.flatMap(({ from, to }, place) => {
    const height = (densities[place] ?? 0) / most;
    return [point(at(from), height), point(at(to), height)];
  });
  const first = bins[0];
  const last = bins.at(-1);
  if (first === undefined || last === undefined) return "";
  return [point(at(first.from), 0), ...tops, point(at(last.to), 0)].join(" ");
}

/** The chance not to exceed, as a line through the ends of the bins. */
export function stairsOf(bins: readonly DistributionBin[], at: (value: number) => number): string {
  const first = bins[0];
  const last = bins.at(-1);
  if (first === undefined || last === undefined) return "";
  return [
    point(at(first.from), 0),
    ...bins.map((bin) => point(at(bin.to), bin.cumulative)),
    point(Math.max(1, at(last.to)), 1),
  ].join(" ");
}

/** On which line each label stands so that none covers another; `at` is a share of the width. */
export function linesOf(marks: readonly { readonly at: number; readonly name: string }[]): number[] {
  const ends: number[] = [];
  const inOrder = marks.map((mark, place) => ({ ...mark, place })).sort((a, b) => a.at - b.at);
  const lines = new Array<number>(marks.length).fill(0);
  for (const { at, name, place } of inOrder) {
    const half = (name.length * widthOfLetter) / 2;
    const found = ends.findIndex((end) => end <= at - half);
    const line = found === -1 ? ends.length : found;
    ends[line] = at + half;
    lines[place] = line;
  }
  return lines;
}

/** Of the narrowest chart, as a share of its width. */
const widthOfLetter = 0.026;
