import { type CalibrationPair, fitCalibration } from "./estimation/calibration";
import type { TechniqueId } from "./lifecycle/technique-ids";
import { techniqueIds } from "./lifecycle/technique-ids";
import { type FinishedTask, pairsOf } from "./plan-calibration";

/** What plans take from finished work about one quantity of a technique. */
export interface LearnedFactor {
  /** What plans multiply the standard's estimate with, at the median. */
  readonly factor: number;
  /** How many finished tasks of the technique it comes from. */
  readonly tasks: number;
}

export interface LearnedTechnique {
  readonly technique: TechniqueId;
  /** Null where no finished task says anything about it. */
  readonly effort: LearnedFactor | null;
  readonly duration: LearnedFactor | null;
  readonly machineHours: LearnedFactor | null;
}

/**
 * What finished tasks taught about each technique, for a team that has finished nothing yet: the same corrections that plans use,
 * as one factor per technique, the geometric mean over its finished tasks. Techniques without a finished task are left out.
 */
export function whatWasLearned(tasks: readonly FinishedTask[]): LearnedTechnique[] {
  const pairs = pairsOf(tasks);
  const effort = factorsBy(pairs.effort);
  const duration = factorsBy(pairs.duration);
  const machineHours = factorsBy(pairs.machineHours);
  return techniqueIds
    .map((technique) => ({
      technique,
      effort: effort(technique),
      duration: duration(technique),
      machineHours: machineHours(technique),
    }))
    .filter(
      (learned) => learned.effort !== null || learned.duration !== null || learned.machineHours !== null,
    );
}

function factorsBy(pairs: readonly CalibrationPair[]): (technique: TechniqueId) => LearnedFactor | null {
  const correction = fitCalibration(pairs);
  return (technique) => {
    const own = pairs.filter((pair) => pair.technique === technique);
    if (own.length === 0) return null;
    const logs = own.map(({ discipline }) =>
      Math.log(correction({ technique, discipline, team: "" }).factor),
    );
    return { factor: Math.exp(logs.reduce((sum, log) => sum + log, 0) / own.length), tasks: own.length };
  };
}

const quantities = [
  ["effort", "effort"],
  ["duration", "time"],
  ["machineHours", "machine time"],
] as const satisfies readonly (readonly [keyof LearnedTechnique, string])[];

/** Smaller corrections are not worth a sentence. */
const leastNotable = 0.1;

/** "takes 1.6 × the standard's effort, from 11 finished tasks"; null where all is about as the standard says. */
export function learnedInWords(learned: LearnedTechnique): string | null {
  const parts = quantities.flatMap(([quantity, name]) => {
    const known = learned[quantity];
    if (known === null || Math.abs(known.factor - 1) < leastNotable) return [];
    const from = `from ${known.tasks} finished ${known.tasks === 1 ? "task" : "tasks"}`;
    return [`${known.factor.toFixed(1)} × the standard's ${name}, ${from}`];
  });
  const last = parts.at(-1);
  if (last === undefined) return null;
  return `takes ${parts.length < 2 ? last : `${parts.slice(0, -1).join("; ")}; and ${last}`}`;
}
