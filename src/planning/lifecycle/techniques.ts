import { PlanningError } from "../planning-error";
import { agents } from "./agents-technique";
import { applicationTechniques } from "./application-techniques";
import { augmentationTechniques } from "./augmentation-techniques";
import { compressionMethods } from "./compression-methods";
import { evaluationMethods } from "./evaluation-methods";
import { fineTuningMethods } from "./fine-tuning-methods";
import { humanFeedbackMethods } from "./human-feedback-methods";
import { inferenceOptimisation } from "./inference-optimisation-technique";
import { modelAlignmentTechniques } from "./model-alignment-techniques";
import { modelSelectionTechniques } from "./model-selection-techniques";
import { scopingTechniques } from "./scoping-techniques";
import { servingTechniques } from "./serving-techniques";
import type { TaskStandard, Technique } from "./technique";
import { type TechniqueId, techniqueIds } from "./technique-ids";

/** Every technique we know, in the order in which a plan lists them. */
export const techniques: readonly Technique[] = inPlanOrder([
  ...scopingTechniques,
  ...modelSelectionTechniques,
  ...modelAlignmentTechniques,
  ...fineTuningMethods,
  ...humanFeedbackMethods,
  ...evaluationMethods,
  ...servingTechniques,
  ...compressionMethods,
  inferenceOptimisation,
  ...augmentationTechniques,
  agents,
  ...applicationTechniques,
]);

function inPlanOrder(unordered: readonly Technique[]): Technique[] {
  return techniqueIds.map((id) => {
    const technique = unordered.find((candidate) => candidate.id === id);
    if (!technique) throw new Error(`technique ${id} has no definition`);
    return technique;
  });
}

const byId = new Map<string, Technique>(techniques.map((technique) => [technique.id, technique]));
const standardByKey = new Map<string, TaskStandard>(
  techniques.flatMap((technique) => technique.tasks.map((task) => [task.key, task])),
);

export function techniqueById(id: TechniqueId): Technique {
  const technique = byId.get(id);
  if (!technique) throw new PlanningError("unknown-id", "technique", `There is no technique "${id}".`);
  return technique;
}

/** The ways of doing a technique; empty for most. */
export function methodsOf(id: TechniqueId): readonly Technique[] {
  return techniques.filter((technique) => technique.methodOf === id);
}

export function isTechniqueId(id: string): id is TechniqueId {
  return techniqueIds.some((known) => known === id);
}

export const taskStandards: readonly TaskStandard[] = [...standardByKey.values()];

export function taskStandardByKey(key: string): TaskStandard {
  const standard = standardByKey.get(key);
  if (!standard) throw new PlanningError("unknown-id", "taskKey", `There is no task "${key}".`);
  return standard;
}
