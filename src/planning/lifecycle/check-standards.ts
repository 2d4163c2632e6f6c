import { findDependencyCircle } from "../decisions/dependency-circle";
import { checkThreePoint } from "../estimation/three-point";
import { disciplineIds } from "../expertise/disciplines";
import { isExpertiseLevel } from "../expertise/levels";
import type { TaskExpertise } from "../expertise/task-expertise";
import { PlanningError } from "../planning-error";
import { phaseIds } from "./phase-ids";
import { phases } from "./phases";
import type { LifecycleStandards, OwnTask, TaskChange } from "./standards";
import type { TaskStandard } from "./technique";
import { isTechniqueId, taskStandardByKey, taskStandards } from "./techniques";

/** Throws a PlanningError at the first standard that can't stand; the field says which. */
export function checkStandards(standards: LifecycleStandards): void {
  const known = new Set([...taskStandards.map(({ key }) => key), ...Object.keys(standards.ownTasks)]);
  for (const [key, change] of Object.entries(standards.tasks)) checkTaskChange(key, change);
  for (const [key, task] of Object.entries(standards.ownTasks)) checkOwnTask(key, task, known);
  for (const id of Object.keys(standards.techniques)) checkTechniqueId(id, "techniques");
  for (const id of phaseIds) {
    const change = standards.gates[id];
    if (!change) continue;
    const criteria = phases.find((phase) => phase.id === id)?.gate.exitCriteria ?? [];
    for (const leftOut of change.leftOut)
      if (!criteria.some((criterion) => criterion.id === leftOut))
        throw new PlanningError("unknown-id", `gates.${id}.leftOut`, `There is no criterion "${leftOut}".`);
    for (const { evidence } of change.own) checkKnown(evidence, known, `gates.${id}.own`);
  }
}

function checkTaskChange(key: string, change: TaskChange): void {
  const field = `tasks.${key}`;
  taskStandardByKey(key);
  if (change.effortPersonDays) checkThreePoint(change.effortPersonDays, `${field}.effortPersonDays`);
  if (change.durationWorkingDays) checkThreePoint(change.durationWorkingDays, `${field}.durationWorkingDays`);
  if (change.discipline !== null) checkDiscipline(change.discipline, field);
  if (change.level !== null) checkLevel(change.level, field);
}

/** Who a task needs. */
export function checkExpertise({ discipline, level }: TaskExpertise, field: string): void {
  checkDiscipline(discipline, field);
  checkLevel(level, field);
}

function checkOwnTask(key: string, task: OwnTask, known: ReadonlySet<string>): void {
  const field = `ownTasks.${key}`;
  checkTechniqueId(task.technique, `${field}.technique`);
  if (!key.startsWith(`${task.technique}/own-`))
    throw new PlanningError("inconsistent", field, "An own task's key begins with its technique.");
  checkThreePoint(task.effortPersonDays, `${field}.effortPersonDays`);
  checkThreePoint(task.durationWorkingDays, `${field}.durationWorkingDays`);
  checkExpertise(task, field);
  checkKnown(task.after, known, `${field}.after`);
  checkKnown(task.before, known, `${field}.before`);
}

function checkTechniqueId(id: string, field: string): void {
  if (!isTechniqueId(id)) throw new PlanningError("unknown-id", field, `There is no technique "${id}".`);
}

function checkDiscipline(id: string, field: string): void {
  if (!disciplineIds.some((known) => known === id))
    throw new PlanningError("unknown-id", `${field}.discipline`, `There is no discipline "${id}".`);
}

function checkLevel(level: number, field: string): void {
  if (!isExpertiseLevel(level))
    throw new PlanningError("out-of-range", `${field}.level`, "Enter a level from 1 to 4.");
}

function checkKnown(keys: readonly string[], known: ReadonlySet<string>, field: string): void {
  for (const key of keys)
    if (!known.has(key)) throw new PlanningError("unknown-id", field, `There is no task "${key}".`);
}

/**
 * Tasks may not wait for each other in a circle, nor stand once between two tasks that are repeated on every pass: there would be no
 * order in which to do them.
 */
export function checkOrder(tasks: readonly TaskStandard[]): void {
  const byKey = new Map(tasks.map((task) => [task.key, task]));
  const waitsFor = ({ after, afterAcross }: TaskStandard) => [...after, ...afterAcross];
  const circle = findDependencyCircle(
    tasks.flatMap((task) => waitsFor(task).map((to) => ({ from: task.key, to }))),
  );
  if (circle) {
    const names = circle.map((key) => `“${byKey.get(key)?.name ?? key}”`).join(", ");
    throw new PlanningError("circular", "ownTasks", `These tasks would wait for each other: ${names}.`);
  }
  const followsLoop = new Map<string, boolean>();
  const dependsOnLoop = (task: TaskStandard): boolean => {
    const known = followsLoop.get(task.key);
    if (known !== undefined) return known;
    const depends = waitsFor(task).some((key) => {
      const before = byKey.get(key);
      return before !== undefined && (before.inLoop || dependsOnLoop(before));
    });
    followsLoop.set(task.key, depends);
    return depends;
  };
  for (const task of tasks.filter(({ inLoop }) => inLoop))
    for (const key of waitsFor(task)) {
      const before = byKey.get(key);
      if (before && !before.inLoop && dependsOnLoop(before))
        throw new PlanningError(
          "inconsistent",
          "ownTasks",
          `“${before.name}” stands between tasks that are repeated on every pass: repeat it, too, or move it.`,
        );
    }
}
