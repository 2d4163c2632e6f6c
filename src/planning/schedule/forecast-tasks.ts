import { quantile } from "../estimation/quantiles";
import { taskStandards, techniqueById } from "../lifecycle/techniques";
import { dateOfWorkingDay } from "./calendar";
import { finishDate } from "./finish-days";
import type { ForecastTask } from "./forecast-result";
import type { RunResults } from "./run-results";

/** When each task begins and ends, over the runs it was part of. */
export function forecastTasks(results: RunResults): ForecastTask[] {
  return taskStandards.flatMap((standard, place) => {
    const present = results.present[place] ?? 0;
    if (present === 0) return [];
    const range = [place * results.runs, (place + 1) * results.runs] as const;
    const finish = results.finish.subarray(...range).filter((moment) => moment >= 0);
    const start = results.start.subarray(...range);
    const starts = present === results.runs ? start.slice() : startsWhenPresent(start, results, place);
    starts.sort();
    finish.sort();
    const startP50 = quantile(starts, 0.5);
    return {
      key: standard.key,
      name: standard.name,
      technique: standard.technique,
      phase: techniqueById(standard.technique).phase,
      startP50: dateOfWorkingDay(startP50),
      finishP50: finishDate(quantile(finish, 0.5), startP50),
      finishP80: finishDate(quantile(finish, 0.8), startP50),
      finishP95: finishDate(quantile(finish, 0.95), startP50),
      criticality: (results.critical[place] ?? 0) / results.runs,
      presence: present / results.runs,
    };
  });
}

function startsWhenPresent(start: Float64Array, results: RunResults, place: number): Float64Array {
  return start.filter((_, run) => (results.finish[place * results.runs + run] ?? -1) >= 0);
}
