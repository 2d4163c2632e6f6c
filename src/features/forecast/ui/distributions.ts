import {
  addWorkingDays,
  type Forecast,
  isoDate,
  type Quantiles,
  type Spread,
  workingDaysBetween,
} from "@/planning";
import type { DistributionBin, DistributionMark } from "@/ui/charts/distribution";
import { formatDate, formatHours, formatMoney, formatPersonDays } from "@/ui/format";

// A forecast as its charts draw it: each figure on an axis of numbers, dates as working days since a Monday long ago.

type Drawn = Pick<
  Forecast,
  "finish" | "effortPersonDays" | "costMinor" | "machineHours" | "histogram" | "spread" | "runs"
>;

export const measureIds = ["finish", "effort", "cost", "machineHours"] as const;
export type MeasureId = (typeof measureIds)[number];

export type Measure = {
  readonly id: MeasureId;
  readonly name: string;
  readonly hint: string;
  readonly bins: (forecast: Drawn) => DistributionBin[];
  /** The quantiles on the axis. */
  readonly quantiles: (figures: Figures) => Quantiles;
  readonly nameAt: (value: number) => string;
  /** What the columns of its table are called. */
  readonly columns: readonly [string, string];
};

export type Figures = Pick<Drawn, "finish" | "effortPersonDays" | "costMinor" | "machineHours">;

const origin = isoDate("1970-01-05");

/** A day on the axis of dates. */
export function dayOnAxis(day: Forecast["finish"]["p50"]): number {
  return workingDaysBetween(origin, day);
}

/** The last working day not after a limit: what is finished on it keeps a limit that falls on a weekend. */
export function limitOnAxis(day: Forecast["finish"]["p50"]): number {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return dayOnAxis(isoDate(next.toISOString().slice(0, 10))) - 1;
}

export function measuresIn(currency: string): Readonly<Record<MeasureId, Measure>> {
  const money = (minor: number) => formatMoney(Math.round(minor), currency, { compact: true });
  const personDays = (days: number) => formatPersonDays(days, { short: true });
  const dayAt = (value: number) => addWorkingDays(origin, Math.round(value));
  return {
    finish: {
      id: "finish",
      name: "Finish",
      hint: "date",
      bins: finishBins,
      quantiles: ({ finish }) => ({
        p10: dayOnAxis(finish.p10),
        p50: dayOnAxis(finish.p50),
        p80: dayOnAxis(finish.p80),
        p95: dayOnAxis(finish.p95),
      }),
      nameAt: (value) => formatDate(dayAt(value)),
      columns: ["Finished", "Chance"],
    },
    effort: {
      id: "effort",
      name: "Effort",
      hint: "person-days",
      bins: ({ spread, runs }) => spreadBins(spread.effortPersonDays, runs, personDays),
      quantiles: ({ effortPersonDays }) => effortPersonDays,
      nameAt: personDays,
      columns: ["Effort", "Chance"],
    },
    cost: {
      id: "cost",
      name: "Cost",
      hint: "people, machines, one-off",
      bins: ({ spread, runs }) => spreadBins(spread.costMinor, runs, money),
      quantiles: ({ costMinor }) => costMinor,
      nameAt: money,
      columns: ["Cost", "Chance"],
    },
    machineHours: {
      id: "machineHours",
      name: "Machine time",
      hint: "accelerator-hours",
      bins: ({ spread, runs }) => spreadBins(spread.machineHours, runs, formatHours),
      quantiles: ({ machineHours }) => machineHours,
      nameAt: formatHours,
      columns: ["Machine time", "Chance"],
    },
  };
}

/** Where a mark of a limit or of a quantile stands. */
export function quantileMarks({ p10, p50, p80, p95 }: Quantiles): DistributionMark[] {
  return [
    { name: "P10", at: p10, look: "thin" },
    { name: "P50", at: p50, look: "solid" },
    { name: "P80", at: p80, look: "dashed" },
    { name: "P95", at: p95, look: "thin" },
  ];
}

function finishBins({ histogram, runs }: Drawn): DistributionBin[] {
  const begins = histogram.map(({ from }) => dayOnAxis(from));
  const first = begins[0] ?? 0;
  const width = Math.max(1, (begins[1] ?? first + 1) - first);
  let counted = 0;
  return histogram.map(({ count }, place) => {
    counted += count;
    const from = begins[place] ?? first;
    const to = begins[place + 1] ?? from + width;
    // A bin ends with the last working day before the next one begins.
    const name = `by ${formatDate(addWorkingDays(origin, to - 1))}`;
    return { from: from - 1, to: to - 1, share: count / runs, cumulative: counted / runs, name };
  });
}

function spreadBins(
  { from: first, binWidth, counts, above }: Spread,
  runs: number,
  format: (value: number) => string,
): DistributionBin[] {
  if (binWidth === 0) {
    const half = Math.max(1, Math.abs(first) * 0.05) / 2;
    return [
      { from: first - half, to: first + half, share: 1, cumulative: 1, name: `exactly ${format(first)}` },
    ];
  }
  let counted = 0;
  const bins = counts.map((count, place) => {
    counted += count;
    const from = first + place * binWidth;
    const to = from + binWidth;
    return { from, to, share: count / runs, cumulative: counted / runs, name: `up to ${format(to)}` };
  });
  const end = first + counts.length * binWidth;
  if (above === 0) return bins;
  // However far out they are, they are drawn as one bin beside the others.
  const rest = { from: end, to: end + binWidth, share: above / runs, cumulative: 1 };
  return [...bins, { ...rest, name: `above ${format(end)}` }];
}
