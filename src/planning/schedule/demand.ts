import { disciplineIds } from "../expertise/disciplines";
import type { ExpertiseLevel } from "../expertise/levels";
import { phaseIds } from "../lifecycle/phase-ids";
import { taskStandards, techniqueById, techniques } from "../lifecycle/techniques";
import type { DemandRow, Forecast } from "./forecast-result";
import { demandSlot, type RunResults } from "./run-results";

type Demand = Pick<
  Forecast,
  | "effortByPhase"
  | "effortByTechnique"
  | "demand"
  | "effortMeanPersonDays"
  | "remainingEffortMeanPersonDays"
  | "expertisePeak"
>;

/** Mean effort per task over all runs, added up three ways; a task in half of the runs counts half. */
export function demandOf(results: RunResults): Demand {
  const levels = [1, 2, 3, 4] as const;
  const efforts = taskStandards.flatMap(({ technique, discipline }, place) =>
    levels.map((level) => ({
      technique,
      discipline,
      level,
      phase: techniqueById(technique).phase,
      effortPersonDays: (results.effortSum[demandSlot(place, level)] ?? 0) / results.runs,
    })),
  );
  const sumOf = (matches: (task: (typeof efforts)[number]) => boolean) =>
    efforts.reduce((sum, task) => sum + (matches(task) ? task.effortPersonDays : 0), 0);
  const demand: DemandRow[] = disciplineIds.flatMap((discipline) =>
    levels.map((level) => ({
      discipline,
      level,
      effortPersonDays: sumOf((task) => task.discipline === discipline && task.level === level),
    })),
  );
  return {
    effortByPhase: phaseIds.map((phase) => ({
      phase,
      effortPersonDays: sumOf((task) => task.phase === phase),
    })),
    effortByTechnique: techniques
      .map(({ id, phase }) => ({
        technique: id,
        phase,
        effortPersonDays: sumOf((task) => task.technique === id),
      }))
      .filter((row) => row.effortPersonDays > 0),
    demand: demand.filter((row) => row.effortPersonDays > 0),
    effortMeanPersonDays: sumOf(() => true),
    remainingEffortMeanPersonDays: results.totals.remainingEffortPersonDays / results.runs,
    expertisePeak: efforts.reduce<ExpertiseLevel>(
      (peak, task) => (task.effortPersonDays > 0 && task.level > peak ? task.level : peak),
      1,
    ),
  };
}
