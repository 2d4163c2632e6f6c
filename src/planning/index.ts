/** The pure planning core's one door: no I/O, no framework, the same answer everywhere. */

export { checkEffect, effortFactorLimits, levelShiftLimit } from "./decisions/check-effect";
export type { PlanConflict } from "./decisions/compose";
export { type DependencyEdge, findDependencyCircle } from "./decisions/dependency-circle";
export { describeEffect } from "./decisions/describe-effect";
export { type OptionEffect, type OptionEffectKind, optionEffectKinds } from "./decisions/effects";
export {
  defaultParameters,
  type Parameter,
  type ParameterId,
  type ParameterValues,
  parameterById,
  parameterIds,
  parameters,
} from "./decisions/parameters";
export {
  type DecidableDecision,
  type DecisionRefusal,
  decisionRefusal,
  decisionRefusals,
  type ReopenRefusal,
  reopenRefusal,
  type SupersedeRefusal,
  supersedeRefusal,
} from "./decisions/refusal";
export { differencePlans, type PlanDifference, type PlannedForecast } from "./difference";
export {
  addThreePoints,
  scaleThreePoint,
  type ThreePoint,
  threePoint,
  threePointMean,
} from "./estimation/three-point";
export {
  type Discipline,
  type DisciplineId,
  disciplineIds,
  disciplineName,
  disciplines,
} from "./expertise/disciplines";
export { type ExpertiseGapRow, expertiseGap, type Skill } from "./expertise/gap";
export {
  type ExpertiseLevel,
  expertiseLevelName,
  expertiseLevels,
  isExpertiseLevel,
} from "./expertise/levels";
export {
  type CheatSheet,
  type CheatSheetColumn,
  type CheatSheetRow,
  type CheatSheetRowId,
  cheatSheet,
  cheatSheetRowIds,
} from "./lifecycle/cheat-sheet";
export { type Evidence, gateReadiness } from "./lifecycle/gate-readiness";
export {
  type LifecycleMap,
  type LifecycleMapInput,
  lifecycleMap,
  type StationState,
} from "./lifecycle/lifecycle-map";
export type { Deliverable, ExitCriterion, Gate, Phase } from "./lifecycle/phase";
export { type PhaseId, phaseIds } from "./lifecycle/phase-ids";
export { phaseById, phases } from "./lifecycle/phases";
export {
  type ProjectTemplate,
  type SuggestedDecision,
  type SuggestedOption,
  type TemplateId,
  templateIds,
} from "./lifecycle/project-template";
export { type Role, type RoleId, roleById, roleOfDiscipline, roles } from "./lifecycle/roles";
export {
  type Citation,
  type Source,
  type SourceId,
  sourceById,
  sources,
  tellCitation,
} from "./lifecycle/sources";
export type { ScaledQuantity, TaskScaling, TaskStandard, Technique } from "./lifecycle/technique";
export {
  type CheatSheetColumnId,
  cheatSheetColumnIds,
  type TechniqueId,
  techniqueIds,
} from "./lifecycle/technique-ids";
export {
  isTechniqueId,
  methodsOf,
  taskStandardByKey,
  taskStandards,
  techniqueById,
  techniques,
} from "./lifecycle/techniques";
export { isTemplateId, templateById, templates } from "./lifecycle/templates";
export { makePlan, type Plan, type PlannedTechnique, type TechniqueReason } from "./plan";
export {
  type PlanDecision,
  type PlanInput,
  type PlanOption,
  type PlanStandards,
  type TaskRecord,
  type TaskStatus,
  taskStatuses,
} from "./plan-input";
export type { PlannedTask } from "./planned-task";
export { PlanningError, type PlanningErrorCode, planningErrorCodes } from "./planning-error";
export { previewOption } from "./preview";
export {
  addWorkingDays,
  type IsoDate,
  isIsoDate,
  isoDate,
  workingDaysBetween,
} from "./schedule/calendar";
export { chanceToFinishBy } from "./schedule/chance";
export { forecastPlan } from "./schedule/forecast";
export type {
  DemandRow,
  Forecast,
  ForecastDriver,
  ForecastTask,
  OpenDecisionForecast,
  Quantiles,
  Sampling,
} from "./schedule/forecast-result";
