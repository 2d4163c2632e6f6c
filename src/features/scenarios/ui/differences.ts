import { formatCount, formatDate, formatDays, formatMoney, formatPercent } from "@/ui/format";
import type { ScenarioComparison, ScenarioFigures } from "../compare.queries";

export type Column = ScenarioComparison["columns"][number];

/** A row of the comparison: the figure of each plan, and in words how a scenario's differs from today's. */
export type Measure = {
  readonly name: string;
  readonly figure: (of: ScenarioFigures) => string;
  readonly difference: (of: Column) => string;
};

export const asToday = "as today";

/** What is compared, in the order in which it is read. Chances are told where there is a limit to keep. */
export function measuresOf(
  comparison: Pick<ScenarioComparison, "today" | "targetOn" | "budgetMinor">,
  currency: string,
): Measure[] {
  const { today, targetOn, budgetMinor } = comparison;
  const money = (minor: number) => formatMoney(minor, currency, { compact: true });
  const dearer = (minor: number) => inWords(minor, money, "more", "less");
  const hours = (count: number) => `${formatDays(count)} h`;
  const measures: Measure[] = [
    {
      name: "Finish, P50",
      figure: ({ finish }) => formatDate(finish.p50),
      difference: ({ move }) => later(move.finishP50WorkingDays),
    },
    {
      name: "Finish, P80",
      figure: ({ finish }) => formatDate(finish.p80),
      difference: ({ move }) => later(move.finishP80WorkingDays),
    },
  ];
  if (targetOn !== null) {
    measures.push(chance(`Chance to finish by ${formatDate(targetOn)}`, today, (of) => of.chanceByTarget));
  }
  for (const quantile of ["p50", "p80"] as const) {
    measures.push({
      name: `Effort, ${quantile.toUpperCase()}, person-days`,
      figure: ({ effortPersonDays }) => formatDays(effortPersonDays[quantile]),
      difference: ({ figures }) =>
        inWords(
          figures.effortPersonDays[quantile] - today.effortPersonDays[quantile],
          formatDays,
          "more",
          "less",
        ),
    });
  }
  for (const quantile of ["p50", "p80"] as const) {
    measures.push({
      name: `Cost, ${quantile.toUpperCase()}`,
      figure: ({ costMinor }) => money(costMinor[quantile]),
      difference: ({ figures }) => dearer(figures.costMinor[quantile] - today.costMinor[quantile]),
    });
  }
  if (budgetMinor !== null) {
    measures.push(
      chance(`Chance to stay within ${money(budgetMinor)}`, today, (of) => of.chanceWithinBudget),
    );
  }
  return [
    ...measures,
    {
      name: "Machine time, P50, accelerator-hours",
      figure: ({ machineHours }) => hours(machineHours.p50),
      difference: ({ figures }) =>
        inWords(figures.machineHours.p50 - today.machineHours.p50, hours, "more", "less"),
    },
    {
      name: "Running cost per month, P50",
      figure: ({ monthlyCostMinor }) => money(monthlyCostMinor.p50),
      difference: ({ figures }) => dearer(figures.monthlyCostMinor.p50 - today.monthlyCostMinor.p50),
    },
  ];
}

function chance(
  name: string,
  today: ScenarioFigures,
  of: (figures: ScenarioFigures) => number | null,
): Measure {
  const points = (share: number) => formatCount(Math.round(share * 100), "point");
  return {
    name,
    figure: (figures) => formatPercent(of(figures) ?? 0),
    difference: ({ figures }) => inWords((of(figures) ?? 0) - (of(today) ?? 0), points, "higher", "lower"),
  };
}

function later(workingDays: number): string {
  return inWords(workingDays, (days) => formatCount(days, "working day"), "later", "earlier");
}

/** A difference that rounds to nothing is none. */
function inWords(
  difference: number,
  format: (magnitude: number) => string,
  more: string,
  less: string,
): string {
  const magnitude = format(Math.abs(difference));
  if (!/[1-9]/.test(magnitude)) return asToday;
  return `${magnitude} ${difference > 0 ? more : less}`;
}
