import type { ParameterId } from "../decisions/parameters";
import { type ThreePoint, threePoint } from "../estimation/three-point";
import type { DisciplineId } from "../expertise/disciplines";
import type { ExpertiseLevel } from "../expertise/levels";
import type { PhaseId } from "./phase-ids";
import type { RoleId } from "./roles";
import { type Citation, cite } from "./sources";
import type { CheatSheetColumnId, TechniqueId } from "./technique-ids";

export const scaledQuantities = ["effort", "duration", "machine-hours"] as const;
export type ScaledQuantity = (typeof scaledQuantities)[number];

/**
 * How a parameter changes a task: factor = fixedShare + (1 − fixedShare) · value / default of the parameter.
 * Several scalings multiply. At the parameter's default the factor is 1.
 */
export interface TaskScaling {
  readonly parameter: ParameterId;
  readonly of: readonly ScaledQuantity[];
  readonly fixedShare: number;
}

/** A unit of planned work as our standard has it, before parameters, decisions and the team's own figures. */
export interface TaskStandard {
  /** "technique/slug", stable: records of teams point to it. */
  readonly key: string;
  readonly name: string;
  readonly technique: TechniqueId;
  readonly discipline: DisciplineId;
  readonly level: ExpertiseLevel;
  readonly effortPersonDays: ThreePoint;
  readonly durationWorkingDays: ThreePoint;
  /** Accelerator-hours (one accelerator for one hour); null when none are used. */
  readonly machineHours: ThreePoint | null;
  /** Keys of tasks of the same technique that must be finished first. */
  readonly after: readonly string[];
  /** Keys of tasks of other techniques that must be finished first when they are in the plan. */
  readonly afterAcross: readonly string[];
  /** Repeated on every adapt-and-evaluate pass. */
  readonly inLoop: boolean;
  readonly deliverable: string;
  /** Where the figures come from: "Phasewise default: why" or a source. */
  readonly assumption: string;
  /** What the assumption rests on. */
  readonly sources: readonly Citation[];
  readonly scaling: readonly TaskScaling[];
  /** A formula that replaces machine time and duration, or machine time alone (see sizing/), or null. */
  readonly sizing: "pre-training-estimate" | "pre-training-machine-hours" | null;
}

export interface Technique {
  readonly id: TechniqueId;
  readonly name: string;
  readonly phase: PhaseId;
  readonly summary: string;
  readonly cheatSheetColumn: CheatSheetColumnId | null;
  readonly expertise: ExpertiseLevel;
  /** The technique this is a way of doing: its tasks come on top of that one's. Null for a technique of its own. */
  readonly methodOf: TechniqueId | null;
  /** Keys of tasks that are not needed where this technique is in the plan. */
  readonly replaces: readonly string[];
  /** Who accepts what the tasks deliver; who does them follows from each task's discipline. */
  readonly approvedBy: RoleId;
  readonly tasks: readonly TaskStandard[];
  readonly sources: readonly Citation[];
}

type Range = readonly [optimistic: number, mostLikely: number, pessimistic: number];

interface TaskDraft {
  readonly slug: string;
  readonly name: string;
  readonly discipline: DisciplineId;
  readonly level: ExpertiseLevel;
  readonly effort: Range;
  readonly duration: Range;
  readonly machineHours?: Range;
  readonly after?: readonly string[];
  readonly afterAcross?: readonly string[];
  readonly inLoop?: true;
  readonly deliverable: string;
  readonly assumption: string;
  /** "Phasewise default" when left out. */
  readonly sources?: readonly Citation[];
  readonly scaling?: readonly TaskScaling[];
  readonly sizing?: "pre-training-estimate";
}

interface TechniqueDraft extends Omit<Technique, "tasks" | "methodOf" | "replaces"> {
  readonly methodOf?: TechniqueId;
  readonly replaces?: readonly string[];
  readonly tasks: readonly TaskDraft[];
}

/** Writes out a technique from a short form: slugs become keys, missing lists empty. */
export function defineTechnique(draft: TechniqueDraft): Technique {
  return {
    ...draft,
    methodOf: draft.methodOf ?? null,
    replaces: draft.replaces ?? [],
    tasks: draft.tasks.map((task) => ({
      key: `${draft.id}/${task.slug}`,
      name: task.name,
      technique: draft.id,
      discipline: task.discipline,
      level: task.level,
      effortPersonDays: threePoint(...task.effort),
      durationWorkingDays: threePoint(...task.duration),
      machineHours: task.machineHours ? threePoint(...task.machineHours) : null,
      after: (task.after ?? []).map((slug) => `${draft.id}/${slug}`),
      afterAcross: task.afterAcross ?? [],
      inLoop: task.inLoop ?? false,
      deliverable: task.deliverable,
      assumption: task.assumption,
      sources: task.sources ?? [cite("phasewise")],
      scaling: task.scaling ?? [],
      sizing: task.sizing ?? null,
    })),
  };
}
