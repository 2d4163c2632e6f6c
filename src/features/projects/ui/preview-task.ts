import type { TaskPreviewInput } from "@/features/plans/queries";
import {
  type ForecastTotals,
  makePlan,
  PlanningError,
  type TaskRecord,
  totalsForecaster,
  withWhatIf,
  workingCalendar,
  workingDaysBetween,
} from "@/planning";

export type TaskPreviewAnswer =
  | {
      readonly kind: "figures";
      readonly runs: number;
      /** The server makes this many: the figures are those it would store. */
      readonly isRefined: boolean;
      readonly before: ForecastTotals;
      readonly after: ForecastTotals;
      readonly laterWorkingDays: { readonly p50: number; readonly p80: number };
    }
  /** No plan can be made with what was typed. */
  | { readonly kind: "refused" };

/** The same luck before and after: few runs tell the difference well, all of them what the server would store. */
export function taskPreviewer({ input, seed, runs: allRuns }: TaskPreviewInput) {
  const calendar = workingCalendar(input.holidays ?? []);
  const totalsNow = totalsForecaster(makePlan(input), seed);
  const nowByRuns = new Map<number, ForecastTotals>();
  /** The plan as it is, once for each number of runs. */
  const before = (runsAtMost: number): ForecastTotals => {
    const runs = Math.min(runsAtMost, allRuns);
    const totals = nowByRuns.get(runs) ?? totalsNow(runs);
    nowByRuns.set(runs, totals);
    return totals;
  };
  /** Tells what the records would do, from so many runs and then from more. */
  const previewOf = (records: readonly TaskRecord[]): ((runsAtMost: number) => TaskPreviewAnswer) => {
    const totalsThen = forecasterOrNone(() =>
      makePlan(withWhatIf(input, { startsOn: input.startsOn, tasks: records, choices: [] })),
    );
    return (runsAtMost) => {
      if (totalsThen === null) return { kind: "refused" };
      const runs = Math.min(runsAtMost, allRuns);
      const [now, then] = [before(runs), totalsThen(runs)];
      const later = (of: "p50" | "p80") => workingDaysBetween(now.finish[of], then.finish[of], calendar);
      const laterWorkingDays = { p50: later("p50"), p80: later("p80") };
      return {
        kind: "figures",
        runs,
        isRefined: runs === allRuns,
        before: now,
        after: then,
        laterWorkingDays,
      };
    };
  };
  const forecasterOrNone = (plan: () => ReturnType<typeof makePlan>) => {
    try {
      return totalsForecaster(plan(), seed);
    } catch (error) {
      if (error instanceof PlanningError) return null;
      throw error;
    }
  };
  return { before, previewOf };
}
