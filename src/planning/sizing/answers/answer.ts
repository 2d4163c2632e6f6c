import type { QuantileRange } from "../quantile-range";

/** One figure of an answer. With `low` and `high` its value is the median, or what is most likely. */
export interface SizingFigure {
  readonly name: string;
  readonly value: number;
  /** "GB", "EUR a day": written behind the value. */
  readonly unit: string;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** A formula as its docstring has it, and the same with the numbers put in. */
export interface FormulaStep {
  readonly name: string;
  readonly formula: string;
  readonly numbers: string;
  readonly result: string;
}

/** An entry of a catalogue that the answer rests on, with where it is from and when it was read. */
export interface CatalogueEntry {
  readonly what: string;
  readonly source: string;
  readonly asOf: string | null;
}

/** Everything that is to be said about a calculation: the one place that computes and words it. */
export interface SizingAnswer {
  /** The first one is what was asked for. */
  readonly figures: readonly SizingFigure[];
  /** What `low` and `high` mean; null where the figures are counted and have no spread. */
  readonly range: string | null;
  readonly steps: readonly FormulaStep[];
  readonly sources: readonly string[];
  readonly entries: readonly CatalogueEntry[];
  /** What was taken because nobody said otherwise. */
  readonly assumptions: readonly string[];
  readonly validity: readonly string[];
  /** The measured error, in a sentence. */
  readonly validation: string;
}

export const inEightOfTen = "From P10 to P90: one run in ten ends below, one in ten above.";
export const withinFactorTwo = "From twice the computed throughput to half of it.";

export function ranged(name: string, { p10, p50, p90 }: QuantileRange, unit: string): SizingFigure {
  return p10 === p90 ? { name, value: p50, unit } : { name, value: p50, unit, low: p10, high: p90 };
}

const significant = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 4 });
const whole = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/** `tell(2345.678)` → "2,346"; `tell(5.88e21)` → "5.88 × 10²¹" */
export function tell(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e9 || size < 1e-3)) return withPower(value);
  return (size >= 10_000 ? whole : significant).format(value).replace("-", "−");
}

const rounded = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 3 });

/** A figure with a range, in no more digits than it deserves: `tellRough(0.10543)` → "0.105" */
export function tellRough(value: number): string {
  const size = Math.abs(value);
  return size >= 100 || size < 1e-3 ? tell(value) : rounded.format(value).replace("-", "−");
}

function withPower(value: number): string {
  const [digits = "", power = "0"] = value.toExponential(2).split("e");
  const raised = [...String(Number(power))].map((sign) => superscripts[sign] ?? sign).join("");
  return `${Number(digits)} × 10${raised}`.replace("-", "−");
}

const superscripts: Readonly<Record<string, string>> = {
  "-": "⁻",
  0: "⁰",
  1: "¹",
  2: "²",
  3: "³",
  4: "⁴",
  5: "⁵",
  6: "⁶",
  7: "⁷",
  8: "⁸",
  9: "⁹",
};

export function tellRange({ p10, p50, p90 }: QuantileRange, unit: string): string {
  return p10 === p90 ? `${tell(p50)} ${unit}` : `${tell(p50)} ${unit} (${tell(p10)} to ${tell(p90)})`;
}

export function tellShares({ p10, p50, p90 }: QuantileRange): string {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  return p10 === p90 ? percent(p50) : `${percent(p50)} (${percent(p10)} to ${percent(p90)})`;
}
