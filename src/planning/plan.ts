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
import { type PlannedTask, taskPlanner } from "./planned-task";
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
  const { planWith, calendar, lifecycle } = planner(input);
  const plan = planWith(input.decisions);
  return { ...plan, assumptions: planAssumptions(input, plan, plan.tasks, calendar, lifecycle) };
}

/** A plan without the sentences for its readers. */
export type SilentPlan = Omit<Plan, "assumptions">;

/**
 * The plans of an input as its open decisions are settled this way and that, by options that they have: whatever hangs on no decision
 * is checked and made once, and a task that is the same in several of the plans is the same object.
 */
export function plansOf(input: PlanInput): (decisions: readonly PlanDecision[]) => SilentPlan {
  return planner(input).planWith;
}

function planner(input: PlanInput) {
  checkPlanInput(input);
  const lifecycle = lifecycleWith(input.standards.lifecycle);
  const template = lifecycle.compositionOf(templateById(input.template));
  const records = [...input.tasks].sort((a, b) => (a.taskKey < b.taskKey ? -1 : 1));
  const { sound, setAside } = soundLinks(lifecycle.tasks, input.links ?? []);
  const calendar = workingCalendar(input.holidays ?? []);
  const tasksOf = taskPlanner(
    new Map(records.map((record) => [record.taskKey, record])),
    lifecycle,
    sound,
    input.calibration,
    input.standards.accelerator,
  );
  const planWith = (inAnyOrder: readonly PlanDecision[]): SilentPlan => {
    const decisions = [...inAnyOrder].sort((a, b) => (a.id < b.id ? -1 : 1));
    const composition = composeEffects(
      template,
      decisions.flatMap((decision) => {
        const chosen = decision.options.find((option) => option.id === decision.chosenOptionId);
        return chosen ? [{ decisionId: decision.id, effects: chosen.effects }] : [];
      }),
    );
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
      tasks: tasksOf(composition),
      parameters: composition.parameters,
      oneOffCostMinor: composition.oneOffCostMinor,
      monthlyCostMinor: composition.monthlyCostMinor,
      conflicts: composition.conflicts,
      setAsideLinks: setAside,
      openDecisions: decisions.filter((decision) => decision.state === "open"),
    };
  };
  return { planWith, calendar, lifecycle };
}
