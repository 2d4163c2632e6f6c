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
}

/** A finished task: its estimate as it stood, and what it took. */
export interface FinishedTask extends EstimateAtFinish {
  /** Whose work it was: tasks of one team are corrected alike. */
  readonly team: string;
  readonly actualEffortPersonDays: number | null;
  readonly startedOn: IsoDate | null;
  readonly finishedOn: IsoDate | null;
}

/** What a team's plan takes from finished work: how to correct the standard's estimates, by kind of work. */
export interface PlanCalibration {
  readonly effortPairs: number;
  readonly durationPairs: number;
  readonly corrections: readonly {
    readonly technique: TechniqueId;
    readonly discipline: DisciplineId;
    readonly effort: Correction;
    readonly duration: Correction;
  }[];
}

/**
 * Learns from the finished tasks of all teams how to correct a team's estimates. A task without actual effort teaches
 * nothing about effort, one without dates nothing about duration. Days are whole: work from one day to another is taken
 * to have begun and ended in the middle of what the days leave open, half a day less than they count.
 */
export function learnFromFinishedTasks(tasks: readonly FinishedTask[]): (team: string) => PlanCalibration {
  const effortPairs = tasks.flatMap((task) =>
    pairOf(task, task.effortPersonDays, task.actualEffortPersonDays ?? 0),
  );
  const durationPairs = tasks.flatMap((task) => {
    const { startedOn, finishedOn, durationWorkingDays } = task;
    if (startedOn === null || finishedOn === null || durationWorkingDays === null) return [];
    const days = endMoment(finishedOn) - startMoment(startedOn) - 0.5;
    return pairOf(task, durationWorkingDays, Math.max(0.5, days));
  });
  const effort = fitCalibration(effortPairs);
  const duration = fitCalibration(durationPairs);
  return (team) => ({
    effortPairs: effortPairs.length,
    durationPairs: durationPairs.length,
    corrections: kindsOfWork.map(({ technique, discipline }) => ({
      technique,
      discipline,
      effort: effort({ technique, discipline, team }),
      duration: duration({ technique, discipline, team }),
    })),
  });
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

/** The standard's estimate as finished work corrects it. Machine time stays: nobody records what it took. */
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
  calibration.corrections.forEach(({ effort, duration }, place) => {
    for (const [quantity, correction] of Object.entries({ effort, duration })) {
      const field = `calibration.corrections.${place}.${quantity}`;
      checkRange(correction.factor, 0.01, 100, `${field}.factor`);
      checkRange(correction.deviation, 0, 10, `${field}.deviation`);
      checkRange(correction.spread, 0, 100, `${field}.spread`);
      checkRange(correction.learned, 0, 1, `${field}.learned`);
    }
  });
}
