import { disciplineIds } from "../expertise/disciplines";
import { type ExpertiseLevel, expertiseLevels } from "../expertise/levels";
import { phaseIds } from "../lifecycle/phase-ids";
import type { PlannedTask } from "../planned-task";
import type { DemandRow, Forecast } from "./forecast-result";
import type { PlanSimulation } from "./simulate-plan";

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
export function demandOf({ efforts, results }: PlanSimulation): Demand {
  const sumOf = (matches: (task: PlannedTask) => boolean) =>
    efforts.reduce((sum, { task, effortPersonDays }) => sum + (matches(task) ? effortPersonDays : 0), 0);
  const demand: DemandRow[] = disciplineIds.flatMap((discipline) =>
    expertiseLevels.map(({ level }) => ({
      discipline,
      level,
      effortPersonDays: sumOf((task) => task.discipline === discipline && task.level === level),
    })),
  );
  const techniques = new Map(efforts.map(({ task }) => [task.technique, task.phase]));
  return {
    effortByPhase: phaseIds.map((phase) => ({
      phase,
      effortPersonDays: sumOf((task) => task.phase === phase),
    })),
    effortByTechnique: [...techniques]
      .map(([technique, phase]) => ({
        technique,
        phase,
        effortPersonDays: sumOf((task) => task.technique === technique),
      }))
      .filter((row) => row.effortPersonDays > 0),
    demand: demand.filter((row) => row.effortPersonDays > 0),
    effortMeanPersonDays: sumOf(() => true),
    remainingEffortMeanPersonDays: results.remainingEffortPersonDays / results.runs,
    expertisePeak: efforts.reduce<ExpertiseLevel>(
      (peak, { task, effortPersonDays }) => (effortPersonDays > 0 && task.level > peak ? task.level : peak),
      1,
    ),
  };
}
