import { checkPlanInput } from "./check-plan-input";
import { composeEffects, type PlanConflict } from "./decisions/compose";
import type { ParameterValues } from "./decisions/parameters";
import type { Distribution } from "./estimation/quantile-table";
import { lifecycleWith } from "./lifecycle/lifecycle";
import type { TemplateId } from "./lifecycle/project-template";
import type { Technique } from "./lifecycle/technique";
import { templateById } from "./lifecycle/templates";
import { type Assumption, planAssumptions } from "./plan-assumptions";
import type { PlanDecision, PlanInput, PlanStandards } from "./plan-input";
import { type PlannedTask, planTasks } from "./planned-task";
import { type IsoDate, type WorkingCalendar, workingCalendar } from "./schedule/calendar";
import { type SetAsideLink, soundLinks } from "./schedule/sound-links";

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
  /** The team's links that can't hold any more, each with the reason. */
  readonly setAsideLinks: readonly SetAsideLink[];
  readonly assumptions: readonly Assumption[];
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
  const { sound, setAside } = soundLinks(lifecycle.tasks, input.links ?? []);
  const tasks = planTasks(
    composition,
    new Map(records.map((record) => [record.taskKey, record])),
    lifecycle,
    sound,
    input.calibration,
    input.standards.accelerator,
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
    setAsideLinks: setAside,
    assumptions: planAssumptions(input, composition, tasks, calendar, lifecycle),
    openDecisions: decisions.filter((decision) => decision.state === "open"),
  };
}
