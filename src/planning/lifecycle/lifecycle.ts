import { PlanningError } from "../planning-error";
import { checkOrder, checkStandards } from "./check-standards";
import type { ExitCriterion, Phase } from "./phase";
import type { PhaseId } from "./phase-ids";
import { phases } from "./phases";
import type { ProjectTemplate } from "./project-template";
import { cite } from "./sources";
import {
  type GateChange,
  type LifecycleStandards,
  noStandards,
  type OwnTask,
  type TaskChange,
} from "./standards";
import type { TaskStandard, Technique } from "./technique";
import type { TechniqueId } from "./technique-ids";
import { techniqueById, techniques } from "./techniques";

/** The lifecycle as one organization plans with it. */
export interface Lifecycle {
  /** In plan order, each with the organization's own tasks after the default ones. */
  readonly techniques: readonly Technique[];
  readonly phases: readonly Phase[];
  /** In plan order. */
  readonly tasks: readonly TaskStandard[];
  /** Keys of own tasks for which there is no new work. */
  readonly retiredTasks: ReadonlySet<string>;
  readonly taskByKey: (key: string) => TaskStandard;
  readonly techniqueById: (id: TechniqueId) => Technique;
  readonly phaseById: (id: PhaseId) => Phase;
  /** The techniques with which plans of a template begin. */
  readonly compositionOf: (template: ProjectTemplate) => ProjectTemplate;
}

const made = new WeakMap<LifecycleStandards, Lifecycle>();

/**
 * The defaults with an organization's standards over them. The order of standards changes nothing; with none it is the
 * default lifecycle. Throws a PlanningError naming the standard that can't be planned with: an unknown task or technique, an
 * estimate out of order, own tasks that wait for each other.
 */
export function lifecycleWith(standards: LifecycleStandards = noStandards): Lifecycle {
  const known = made.get(standards);
  if (known) return known;
  checkStandards(standards);
  const lifecycle = merge(standards);
  if (Object.keys(standards.ownTasks).length > 0) checkOrder(lifecycle.tasks);
  made.set(standards, lifecycle);
  return lifecycle;
}

function merge(standards: LifecycleStandards): Lifecycle {
  const own = Object.entries(standards.ownTasks).sort(([a], [b]) => (a < b ? -1 : 1));
  const waitFor = new Map<string, string[]>();
  for (const [key, task] of own)
    for (const later of task.before) waitFor.set(later, [...(waitFor.get(later) ?? []), key]);
  const merged = techniques.map((technique): Technique => {
    const change = standards.techniques[technique.id];
    const tasks = [
      ...technique.tasks.map((task) => changeTask(task, standards.tasks[task.key])),
      ...own.filter(([, task]) => task.technique === technique.id).map(([key, task]) => ownTask(key, task)),
    ];
    return {
      ...technique,
      name: change?.name ?? technique.name,
      summary: change?.summary ?? technique.summary,
      tasks: tasks.map((task) => ({
        ...task,
        afterAcross: [...task.afterAcross, ...(waitFor.get(task.key) ?? [])],
      })),
    };
  });
  const byId = new Map(merged.map((technique) => [technique.id, technique]));
  const tasks = merged.flatMap((technique) => technique.tasks);
  const byKey = new Map(tasks.map((task) => [task.key, task]));
  const changedPhases = phases.map((phase) => changeGate(phase, standards.gates[phase.id]));
  return {
    techniques: merged,
    tasks,
    phases: changedPhases,
    retiredTasks: new Set(own.filter(([, task]) => task.retired).map(([key]) => key)),
    taskByKey: (key) => {
      const task = byKey.get(key);
      if (!task) throw new PlanningError("unknown-id", "taskKey", `There is no task "${key}".`);
      return task;
    },
    techniqueById: (id) => byId.get(id) ?? techniqueById(id),
    phaseById: (id) => {
      const phase = changedPhases.find((candidate) => candidate.id === id);
      if (!phase) throw new PlanningError("unknown-id", "phase", `There is no phase "${id}".`);
      return phase;
    },
    compositionOf: (template) => ({
      ...template,
      techniques: merged
        .map(({ id }) => id)
        .filter((id) => {
          const inclusion = standards.techniques[id]?.inclusion ?? "as-template";
          return inclusion === "always" || (inclusion === "as-template" && template.techniques.includes(id));
        }),
    }),
  };
}

function changeTask(task: TaskStandard, change: TaskChange | undefined): TaskStandard {
  if (!change) return task;
  return {
    ...task,
    effortPersonDays: change.effortPersonDays ?? task.effortPersonDays,
    durationWorkingDays: change.durationWorkingDays ?? task.durationWorkingDays,
    discipline: change.discipline ?? task.discipline,
    level: change.level ?? task.level,
    assumption: changedFigures(change)
      ? `The workspace's own standard. In its place Phasewise says: ${task.assumption}`
      : task.assumption,
    // Days of one's own stand in the place of the formula's; machine time still follows from it.
    sizing:
      task.sizing !== null && change.durationWorkingDays !== null
        ? "pre-training-machine-hours"
        : task.sizing,
  };
}

const changedFigures = (change: TaskChange) =>
  change.effortPersonDays !== null || change.durationWorkingDays !== null;

function ownTask(key: string, task: OwnTask): TaskStandard {
  return {
    key,
    name: task.name,
    technique: task.technique,
    discipline: task.discipline,
    level: task.level,
    effortPersonDays: task.effortPersonDays,
    durationWorkingDays: task.durationWorkingDays,
    machineHours: null,
    after: task.after,
    afterAcross: [],
    inLoop: task.inLoop,
    deliverable: task.deliverable,
    assumption: "The workspace's own task and figures.",
    sources: [cite("workspace")],
    scaling: [],
    sizing: null,
  };
}

function changeGate(phase: Phase, change: GateChange | undefined): Phase {
  if (!change) return phase;
  const own = change.own.map(
    ({ text, evidence }, place): ExitCriterion => ({
      id: `own-${place + 1}`,
      text,
      evidence,
      appliesWith: [],
      sources: [cite("workspace")],
    }),
  );
  const kept = phase.gate.exitCriteria.filter((criterion) => !change.leftOut.includes(criterion.id));
  return { ...phase, gate: { ...phase.gate, exitCriteria: [...kept, ...own] } };
}
