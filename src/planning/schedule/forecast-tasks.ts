import type { Plan } from "../plan";
import { dateOfWorkingDay } from "./calendar";
import { dayAt } from "./day-counts";
import { sensitivityTo } from "./drivers";
import type { ForecastTask } from "./forecast-result";
import type { PlanSimulation } from "./simulate-plan";

/** When each task begins and ends, over the runs it was part of, and how much the finish hangs on it. */
export function forecastTasks(
  { calendar }: Plan,
  { tasks, results }: PlanSimulation,
  base: number,
): ForecastTask[] {
  const sensitivity = sensitivityTo(results.perRun.finish, base);
  return tasks
    .filter((task) => task.results.present > 0)
    .map(({ task, results: kept }) => {
      const startAt = (share: number) => dayAt(kept.startDays, share, kept.present);
      const start = startAt(0.5);
      // What takes no time at all is finished on its first day.
      const finishAt = (share: number, from = start) =>
        dateOfWorkingDay(Math.max(dayAt(kept.finishDays, share, kept.present), from), calendar);
      return {
        key: task.key,
        name: task.name,
        technique: task.technique,
        phase: task.phase,
        startP10: dateOfWorkingDay(startAt(0.1), calendar),
        startP50: dateOfWorkingDay(start, calendar),
        finishP10: finishAt(0.1, startAt(0.1)),
        finishP50: finishAt(0.5),
        finishP80: finishAt(0.8),
        finishP95: finishAt(0.95),
        criticality: kept.critical / results.runs,
        sensitivity: sensitivity(kept),
        presence: kept.present / results.runs,
      };
    });
}
