import type { TaskPreviewInput } from "@/features/plans/queries";
import {
  type Forecast,
  forecastPlan,
  keepingItsDay,
  makePlan,
  PlanningError,
  type TaskRecord,
  workingCalendar,
  workingDaysBetween,
} from "@/planning";

export type PreviewFigures = Pick<Forecast, "finish" | "effortPersonDays">;

export type TaskPreviewAnswer =
  | {
      readonly kind: "figures";
      readonly runs: number;
      /** The server makes this many: the figures are those it would store. */
      readonly isRefined: boolean;
      readonly before: PreviewFigures;
      readonly after: PreviewFigures;
      readonly laterWorkingDays: { readonly p50: number; readonly p80: number };
    }
  /** No plan can be made with what was typed. */
  | { readonly kind: "refused" };

/** The same luck before and after: few runs tell the difference well, all of them what the server would store. */
export function taskPreviewer({ input, seed, runs: allRuns }: TaskPreviewInput) {
  const figures = (tasks: readonly TaskRecord[], runs: number): PreviewFigures => {
    const { finish, effortPersonDays } = forecastPlan(makePlan({ ...input, tasks }), { seed, runs });
    return { finish, effortPersonDays };
  };
  const beforeByRuns = new Map<number, PreviewFigures>();
  const calendar = workingCalendar(input.holidays ?? []);
  return (record: TaskRecord, runsAtMost: number): TaskPreviewAnswer => {
    const runs = Math.min(runsAtMost, allRuns);
    const before = beforeByRuns.get(runs) ?? figures(input.tasks, runs);
    beforeByRuns.set(runs, before);
    const known = input.tasks.find(({ taskKey }) => taskKey === record.taskKey);
    const others = input.tasks.filter(({ taskKey }) => taskKey !== record.taskKey);
    try {
      const after = figures([...others, keepingItsDay(record, known)], runs);
      const later = (of: "p50" | "p80") => workingDaysBetween(before.finish[of], after.finish[of], calendar);
      const laterWorkingDays = { p50: later("p50"), p80: later("p80") };
      return { kind: "figures", runs, isRefined: runs === allRuns, before, after, laterWorkingDays };
    } catch (error) {
      if (error instanceof PlanningError) return { kind: "refused" };
      throw error;
    }
  };
}
