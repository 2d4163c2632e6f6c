import { checkPlanInput } from "./check-plan-input";
import { composeEffects, type PlanConflict } from "./decisions/compose";
import type { ParameterValues } from "./decisions/parameters";
import type { Distribution } from "./estimation/quantile-table";
import { lifecycleWith } from "./lifecycle/lifecycle";
import type { TemplateId } from "./lifecycle/project-template";
import type { Technique } from "./lifecycle/technique";
import { templateById } from "./lifecycle/templates";
import { planAssumptions } from "./plan-assumptions";
import type { PlanDecision, PlanInput, PlanStandards } from "./plan-input";
import { type PlannedTask, planTasks } from "./planned-task";
import { type IsoDate, type WorkingCalendar, workingCalendar } from "./schedule/calendar";

export type TechniqueReason =
  | { readonly by: "template" }
  | { readonly by: "decision"; readonly decisionId: string };

export interface PlannedTechnique {
  readonly technique: Technique;
  readonly because: TechniqueReason;
}

export interface Plan {
  readonly input: PlanInput;
  readonly template: TemplateId;
  readonly startsOn: IsoDate;
  readonly asOf: IsoDate;
  readonly standards: PlanStandards;
  readonly calendar: WorkingCalendar;
  readonly distribution: Distribution;
  readonly techniques: readonly PlannedTechnique[];
  readonly tasks: readonly PlannedTask[];
  readonly parameters: ParameterValues;
  readonly oneOffCostMinor: number;
  readonly monthlyCostMinor: number;
  readonly conflicts: readonly PlanConflict[];
  readonly assumptions: readonly string[];
  readonly openDecisions: readonly PlanDecision[];
}

/**
 * (template, decisions, the team's own figures, actuals) → plan. The order of decisions and records changes nothing.
 * Tasks of techniques that a decision left out stay in the plan, dropped, when work on them has begun: it was spent.
 */
export function makePlan(input: PlanInput): Plan {
  checkPlanInput(input);
  const lifecycle = lifecycleWith(input.standards.lifecycle);
  const decisions = [...input.decisions].sort((a, b) => (a.id < b.id ? -1 : 1));
  const records = [...input.tasks].sort((a, b) => (a.taskKey < b.taskKey ? -1 : 1));
  const composition = composeEffects(
    lifecycle.compositionOf(templateById(input.template)),
    decisions.flatMap((decision) => {
      const chosen = decision.options.find((option) => option.id === decision.chosenOptionId);
      return chosen ? [{ decisionId: decision.id, effects: chosen.effects }] : [];
    }),
  );
  const tasks = planTasks(
    composition,
    new Map(records.map((record) => [record.taskKey, record])),
    lifecycle,
    input.links ?? [],
    input.calibration,
  );
  const calendar = workingCalendar(input.holidays ?? []);
  return {
    input: { ...input, decisions, tasks: records },
    template: input.template,
    startsOn: input.startsOn,
    asOf: input.asOf,
    standards: input.standards,
    calendar,
    distribution: input.distribution ?? "pert-beta",
    techniques: composition.techniques.map(({ id, decisionId }) => ({
      technique: lifecycle.techniqueById(id),
      because: decisionId === null ? { by: "template" } : { by: "decision", decisionId },
    })),
    tasks,
    parameters: composition.parameters,
    oneOffCostMinor: composition.oneOffCostMinor,
    monthlyCostMinor: composition.monthlyCostMinor,
    conflicts: composition.conflicts,
    assumptions: planAssumptions(input, composition, tasks, calendar),
    openDecisions: decisions.filter((decision) => decision.state === "open"),
  };
}
