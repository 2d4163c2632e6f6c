import { checkRange } from "./decisions/check-effect";
import { type CalibrationPair, type Correction, calibrate, fitCalibration } from "./estimation/calibration";
import type { TaskEstimate } from "./estimation/standard-estimate";
import type { ThreePoint } from "./estimation/three-point";
import type { DisciplineId } from "./expertise/disciplines";
import type { TaskStandard } from "./lifecycle/technique";
import type { TechniqueId } from "./lifecycle/technique-ids";
import { taskStandards } from "./lifecycle/techniques";
import { endMoment, type IsoDate, startMoment } from "./schedule/calendar";

/** What the standard said about a task when it was finished: kept from then on, whatever the plan becomes. */
export interface EstimateAtFinish {
  readonly technique: TechniqueId;
  readonly discipline: DisciplineId;
  readonly effortPersonDays: ThreePoint;
  /** Null where days say nothing about the estimate: machines set the pace, or they span several passes. */
  readonly durationWorkingDays: ThreePoint | null;
  /** Accelerator-hours. Null where none are planned or a sizing gives them; left out by what was finished before they were kept. */
  readonly machineHours?: ThreePoint | null | undefined;
}

/** A finished task: its estimate as it stood, and what it took. */
export interface FinishedTask extends EstimateAtFinish {
  /** Whose work it was: tasks of one team are corrected alike. */
  readonly team: string;
  readonly actualEffortPersonDays: number | null;
  readonly actualMachineHours?: number | null | undefined;
  readonly startedOn: IsoDate | null;
  readonly finishedOn: IsoDate | null;
}

/** What a team's plan takes from finished work: how to correct the standard's estimates, by kind of work. */
export interface PlanCalibration {
  readonly effortPairs: number;
  readonly durationPairs: number;
  /** Left out where no finished task has taught anything about machine time. */
  readonly machinePairs?: number | undefined;
  readonly corrections: readonly {
    readonly technique: TechniqueId;
    readonly discipline: DisciplineId;
    readonly effort: Correction;
    readonly duration: Correction;
    readonly machineHours?: Correction | undefined;
  }[];
}

/** Learns from the finished tasks of all teams how to correct a team's estimates. */
export function learnFromFinishedTasks(tasks: readonly FinishedTask[]): (team: string) => PlanCalibration {
  const pairs = pairsOf(tasks);
  const effort = fitCalibration(pairs.effort);
  const duration = fitCalibration(pairs.duration);
  const machineHours = pairs.machineHours.length === 0 ? null : fitCalibration(pairs.machineHours);
  return (team) => ({
    effortPairs: pairs.effort.length,
    durationPairs: pairs.duration.length,
    ...(machineHours === null ? {} : { machinePairs: pairs.machineHours.length }),
    corrections: kindsOfWork.map(({ technique, discipline }) => ({
      technique,
      discipline,
      effort: effort({ technique, discipline, team }),
      duration: duration({ technique, discipline, team }),
      ...(machineHours === null ? {} : { machineHours: machineHours({ technique, discipline, team }) }),
    })),
  });
}

/**
 * What was estimated and what it took, by quantity. A task without actual effort teaches nothing about effort, one without dates
 * nothing about duration, one without machine hours nothing about machine time. Days are whole: work from one day to another is
 * taken to have begun and ended in the middle of what the days leave open, half a day less than they count.
 */
export function pairsOf(tasks: readonly FinishedTask[]) {
  const effortPairs = tasks.flatMap((task) =>
    pairOf(task, task.effortPersonDays, task.actualEffortPersonDays ?? 0),
  );
  const durationPairs = tasks.flatMap((task) => {
    const { startedOn, finishedOn, durationWorkingDays } = task;
    if (startedOn === null || finishedOn === null || durationWorkingDays === null) return [];
    const days = endMoment(finishedOn) - startMoment(startedOn) - 0.5;
    return pairOf(task, durationWorkingDays, Math.max(0.5, days));
  });
  const machinePairs = tasks.flatMap((task) =>
    task.machineHours ? pairOf(task, task.machineHours, task.actualMachineHours ?? 0) : [],
  );
  return { effort: effortPairs, duration: durationPairs, machineHours: machinePairs };
}

function pairOf(task: FinishedTask, estimate: ThreePoint, actual: number): CalibrationPair[] {
  if (actual === 0 || estimate.pessimistic === 0) return [];
  const { technique, discipline, team } = task;
  return [{ technique, discipline, team, estimate, actual }];
}

const kindsOfWork = taskStandards.filter(
  ({ technique, discipline }, place) =>
    taskStandards.findIndex((other) => other.technique === technique && other.discipline === discipline) ===
    place,
);

/** The standard's estimate as finished work corrects it. Machine time that a sizing gives stays as it was computed. */
export function correctEstimate(
  estimate: TaskEstimate,
  standard: TaskStandard,
  calibration: PlanCalibration | undefined,
): TaskEstimate {
  const correction = calibration && correctionOf(calibration, standard);
  if (!correction) return estimate;
  return {
    ...estimate,
    effortPersonDays: calibrate(estimate.effortPersonDays, correction.effort),
    durationWorkingDays: isMachinePaced(standard)
      ? estimate.durationWorkingDays
      : calibrate(estimate.durationWorkingDays, correction.duration),
    machineHours:
      estimate.machineHours && correction.machineHours && standard.sizing === null
        ? calibrate(estimate.machineHours, correction.machineHours)
        : estimate.machineHours,
  };
}

export function correctionOf(
  calibration: PlanCalibration,
  { technique, discipline }: Pick<TaskStandard, "technique" | "discipline">,
): PlanCalibration["corrections"][number] | undefined {
  return calibration.corrections.find(
    (correction) => correction.technique === technique && correction.discipline === discipline,
  );
}

/** Machines set the pace: days say nothing about people's estimates. */
export function isMachinePaced(standard: TaskStandard): boolean {
  return standard.sizing === "pre-training-estimate";
}

/** Throws a PlanningError for corrections that can't be planned with. */
export function checkCalibration(calibration: PlanCalibration): void {
  calibration.corrections.forEach(({ effort, duration, machineHours }, place) => {
    for (const [quantity, correction] of Object.entries({ effort, duration, machineHours })) {
      if (correction === undefined) continue;
      const field = `calibration.corrections.${place}.${quantity}`;
      checkRange(correction.factor, 0.01, 100, `${field}.factor`);
      checkRange(correction.deviation, 0, 10, `${field}.deviation`);
      checkRange(correction.spread, 0, 100, `${field}.spread`);
      checkRange(correction.learned, 0, 1, `${field}.learned`);
    }
  });
}
