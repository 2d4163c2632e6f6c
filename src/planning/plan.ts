import type { PlanConflict } from "./decisions/compose";
import type { ParameterValues } from "./decisions/parameters";
import type { ThreePoint } from "./estimation/three-point";
import type { DisciplineId } from "./expertise/disciplines";
import type { ExpertiseLevel } from "./expertise/levels";
import type { PhaseId } from "./lifecycle/phase-ids";
import type { TemplateId } from "./lifecycle/project-template";
import type { Technique } from "./lifecycle/technique";
import type { TechniqueId } from "./lifecycle/technique-ids";
import type { PlanDecision, PlanInput, PlanStandards, TaskStatus } from "./plan-input";
import type { IsoDate } from "./schedule/calendar";

export type TechniqueReason =
  | { readonly by: "template" }
  | { readonly by: "decision"; readonly decisionId: string };

export interface PlannedTechnique {
  readonly technique: Technique;
  readonly because: TechniqueReason;
}

export interface PlannedTask {
  readonly key: string;
  readonly name: string;
  readonly technique: TechniqueId;
  readonly phase: PhaseId;
  readonly discipline: DisciplineId;
  readonly level: ExpertiseLevel;
  readonly deliverable: string;
  readonly assumption: string;
  readonly inLoop: boolean;
  /** Keys of tasks of this plan that must be finished first. */
  readonly after: readonly string[];
  readonly effortPersonDays: ThreePoint;
  readonly durationWorkingDays: ThreePoint;
  readonly machineHours: ThreePoint | null;
  /** Whose figures these are: the standard's, or in part or whole the team's own. */
  readonly estimatedBy: "standard" | "team";
  readonly status: TaskStatus;
  readonly startedOn: IsoDate | null;
  readonly finishedOn: IsoDate | null;
  readonly actualEffortPersonDays: number | null;
}

export interface Plan {
  readonly input: PlanInput;
  readonly template: TemplateId;
  readonly startsOn: IsoDate;
  readonly asOf: IsoDate;
  readonly standards: PlanStandards;
  readonly techniques: readonly PlannedTechnique[];
  readonly tasks: readonly PlannedTask[];
  readonly parameters: ParameterValues;
  readonly oneOffCostMinor: number;
  readonly monthlyCostMinor: number;
  readonly conflicts: readonly PlanConflict[];
  readonly assumptions: readonly string[];
  readonly openDecisions: readonly PlanDecision[];
}

export function makePlan(input: PlanInput): Plan {
  throw new Error(`planning ${input.template} is being built`);
}
