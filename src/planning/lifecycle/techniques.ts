import { PlanningError } from "../planning-error";
import type { TaskStandard, Technique } from "./technique";
import { type TechniqueId, techniqueIds } from "./technique-ids";

export const techniques: readonly Technique[] = [];

const byId = new Map<string, Technique>(techniques.map((technique) => [technique.id, technique]));
const standardByKey = new Map<string, TaskStandard>(
  techniques.flatMap((technique) => technique.tasks.map((task) => [task.key, task])),
);

export function techniqueById(id: TechniqueId): Technique {
  const technique = byId.get(id);
  if (!technique) throw new PlanningError("unknown-id", "technique", `There is no technique "${id}".`);
  return technique;
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
