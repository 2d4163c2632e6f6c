/** The pure planning core's one door: no I/O, no framework, the same answer everywhere. */

export {
  dayPlus,
  daysOfWeek,
  hoursPerPersonDay,
  isForgotten,
  longestTimerHours,
  mostHoursPerDay,
  personDaysOf,
  sumOfHours,
  timedHours,
} from "./booked-time";
export { checkPlanStandards } from "./check-plan-standards";
export {
  aggregateScores,
  type MemberScore,
  type ScoreAgreement,
  scoreAgreement,
} from "./decisions/agreement";
export { type Coverage, isComplete, seesScores } from "./decisions/blindness";
export { checkEffect, effortFactorLimits, levelShiftLimit } from "./decisions/check-effect";
export type { PlanConflict } from "./decisions/compose";
export { type DependencyEdge, findDependencyCircle } from "./decisions/dependency-circle";
export { describeEffect } from "./decisions/describe-effect";
export { type Dominance, dominances } from "./decisions/dominance";
export { type OptionEffect, type OptionEffectKind, optionEffectKinds } from "./decisions/effects";
export { type LeftOpenOrder, leftOpenOrders, moneyBetween, orderLeftOpen } from "./decisions/left-open";
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
  type DecisionProcess,
  decisionProcesses,
  goesAgainst,
  positionRefusal,
  type Stance,
  type StandingPosition,
  stances,
  type Tally,
  tallyVotes,
  unansweredObjections,
} from "./decisions/process";
export {
  defaultMargin,
  type Margin,
  type RankedOption,
  type Ranking,
  rankOptions,
  type Verdict,
} from "./decisions/ranking";
export {
  type Choice,
  type DecidableDecision,
  type DecisionRefusal,
  decisionRefusal,
  decisionRefusals,
  type ReopenRefusal,
  reopenRefusal,
  type SupersedeRefusal,
  supersedeRefusal,
} from "./decisions/refusal";
export { type Move, movesBetween } from "./decisions/rounds";
export {
  type Criterion,
  cellOf,
  criterionWeights,
  type Score,
  type ScoredDecision,
} from "./decisions/scored-decision";
export { type TypicalCriterion, typicalCriteria } from "./decisions/typical-criteria";
export { checkScale, type Scale, scoreValue } from "./decisions/value-function";
export { type WeightFlip, weightFlips } from "./decisions/weight-sensitivity";
export { importancesFor, importancesWithOneMore, importancesWithout } from "./decisions/weights";
export { differencePlans, type PlanDifference, type PlannedForecast } from "./difference";
export {
  type CalibrationCell,
  type CalibrationPair,
  type Correction,
  calibrate,
  fitCalibration,
} from "./estimation/calibration";
export { type Distribution, distributions } from "./estimation/quantile-table";
export { type CorrelationStandard, defaultCorrelation } from "./estimation/shared-factors";
export {
  addThreePoints,
  scaleThreePoint,
  splitThreePoint,
  type ThreePoint,
  threePoint,
  threePointMean,
} from "./estimation/three-point";
export { type Absence, absencesFrom, workingDaysAway } from "./expertise/absence";
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
export { firstToJoin, type OnlyOne, onlyOnes } from "./expertise/only-one";
export type { TaskExpertise } from "./expertise/task-expertise";
export { skillsOn, type Training, trainingsAfter } from "./expertise/training";
export { estimateAtFinish } from "./finished-task";
export {
  type Health,
  type HealthReason,
  type HealthState,
  healthStates,
  projectHealth,
} from "./health";
export { type LearnedTechnique, learnedInWords, whatWasLearned } from "./learned";
export { effortRatio, fewestTasks } from "./learning/effort-ratio";
export { phaseStays } from "./learning/phase-stays";
export { type LevellingOptions, levelWork } from "./levelling/level-work";
export { levellingFaults } from "./levelling/levelling-faults";
export type {
  FixedPlace,
  LevellingInput,
  LevellingPerson,
  LevellingProject,
  LevellingTask,
  TaskNeed,
} from "./levelling/levelling-input";
export type {
  Assignment,
  ExpertiseShortage,
  GapRemedies,
  LevelledTask,
  Levelling,
  LevellingConflict,
} from "./levelling/levelling-result";
export { peopleByWeek } from "./levelling/people-by-week";
export {
  closeWeeklyGap,
  personDaysIn,
  type WeeklyRemedies,
  type WeekOfDemand,
  weeklyGaps,
} from "./levelling/weekly-gaps";
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
  type GateCriterionStatus,
  type GateStanding,
  type GateVerdict,
  gateCriterionStatuses,
  gateRefusal,
  gateStanding,
  gatesBetween,
  gateVerdicts,
  openCriteria,
} from "./lifecycle/gate-verdict";
export { type Lifecycle, lifecycleWith } from "./lifecycle/lifecycle";
export {
  type LifecycleMap,
  type LifecycleMapInput,
  lifecycleMap,
  type StationState,
} from "./lifecycle/lifecycle-map";
export { phaseNames, techniqueNames } from "./lifecycle/names";
export { type NextPassOption, nextPassOptions } from "./lifecycle/next-pass";
export type { Deliverable, ExitCriterion, Gate, Phase } from "./lifecycle/phase";
export { type PhaseId, phaseIds } from "./lifecycle/phase-ids";
export { phaseById, phases } from "./lifecycle/phases";
export {
  type ProjectTemplate,
  type SuggestedCriterion,
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
export {
  type GateChange,
  type Inclusion,
  inclusions,
  type LifecycleStandards,
  noStandards,
  type OwnTask,
  type TaskChange,
  type TechniqueChange,
} from "./lifecycle/standards";
export type { LifecycleSuggestion } from "./lifecycle/suggestion";
export { suggestedCriteria, suggestionByKey, suggestionsFor } from "./lifecycle/suggestions";
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
export type { Assumption, AssumptionSubject } from "./plan-assumptions";
export {
  type EstimateAtFinish,
  type FinishedTask,
  learnFromFinishedTasks,
  type PlanCalibration,
} from "./plan-calibration";
export {
  type PlanDecision,
  type PlanInput,
  type PlanLink,
  type PlanOption,
  type PlanStandards,
  type TaskRecord,
  type TaskStatus,
  taskStatuses,
} from "./plan-input";
export {
  type PhaseSize,
  type PlanSnapshot,
  phaseMoves,
  type SnapshotTask,
  snapshotPlan,
  type TaskMove,
  type TaskMoveKind,
  taskMoves,
} from "./plan-snapshot";
export {
  canBePlanned,
  changedParts,
  isSameForecast,
  moveBetween,
  type PlanMove,
  type PlanPart,
  takeParts,
} from "./plan-steps";
export type { PlannedTask } from "./planned-task";
export { PlanningError, type PlanningErrorCode, planningErrorCodes } from "./planning-error";
export { closeGap, type GapAnswer, type GapOrder, type MovedFinish } from "./portfolio/close-gap";
export type { DisciplineLoad } from "./portfolio/discipline-loads";
export type { GapOption, PortfolioGap } from "./portfolio/gap-options";
export {
  type FinishesBy,
  levelPortfolio,
  type NobodysTask,
  type PortfolioOptions,
  type PortfolioProgress,
  type PortfolioSchedule,
  type ScheduledProject,
  type ScheduledTask,
} from "./portfolio/level-portfolio";
export type { PortfolioInput, PortfolioProject } from "./portfolio/portfolio-input";
export { portfolioLevellingInput } from "./portfolio/portfolio-levelling-input";
export { previewOption } from "./preview";
export {
  broughtUpToDate,
  readScenario,
  type ScenarioContent,
  type ScenarioFault,
  type ScenarioReading,
  type TaskOverride,
  unknownTask,
} from "./scenario";
export {
  addWorkingDays,
  calendarDaysBetween,
  type IsoDate,
  isIsoDate,
  isoDate,
  type WorkingCalendar,
  workingCalendar,
  workingDaysBetween,
} from "./schedule/calendar";
export { chanceToFinishBy } from "./schedule/chance";
export { criticalPath, type TaskSlack } from "./schedule/critical-path";
export {
  type Effort,
  type EffortDimension,
  type EffortPart,
  effortDimensions,
} from "./schedule/effort-parts";
export { expectedReduction } from "./schedule/expected-reduction";
export {
  type ForecastTotals,
  forecastPlan,
  forecastWithDemand,
  totalsForecaster,
} from "./schedule/forecast";
export type {
  DemandRow,
  Forecast,
  ForecastDriver,
  ForecastTask,
  OpenDecisionForecast,
  OptionForecast,
  Quantiles,
  Sampling,
  UsedCalibration,
} from "./schedule/forecast-result";
export { type LinkKind, linkKinds, type TaskLink } from "./schedule/links";
export { defaultLoop, type LoopStandard } from "./schedule/loop";
export { chanceOfAtMost, type Spread } from "./schedule/spread";
export type { DemandInWeek } from "./schedule/weekly-demand";
export { addWeeks, mondayOf, workingDaysLeftInWeek } from "./schedule/weeks";
export {
  type DataAtHand,
  type Hosting,
  hostings,
  type Labelling,
  type LicenceNeed,
  labellings,
  licenceNeeds,
  type ScopingBrief,
  type Sensitivity,
  sensitivities,
} from "./scoping/brief";
export {
  type Comparison,
  comparisons,
  comparisonWords,
  meetsTarget,
  parseTarget,
  type SuccessCriterion,
  tellTarget,
} from "./scoping/criterion";
export { type Narrowness, type NarrownessLevel, narrownessOf } from "./scoping/narrowness";
export { type RaisedDecision, raisedDecisions } from "./scoping/raised-decisions";
export { assessRisk, isAsked, type RiskAssessment, riskClassNames } from "./scoping/risk-class";
export {
  type RiskAnswer,
  type RiskAnswers,
  type RiskQuestionId,
  riskAnswerValues,
  riskGroups,
  riskQuestionIds,
  riskQuestions,
} from "./scoping/risk-questions";
export { type BriefPart, type VaguePart, vaguenessOf } from "./scoping/vagueness";
export {
  type AssessedModel,
  assessModel,
  type SelectionRule,
  type Unsaid,
} from "./selection/assess-model";
export { licenceTerms } from "./selection/licence-terms";
export { type ModelCriterionId, type ModelWeights, modelCriteria } from "./selection/model-criteria";
export type { Ranged } from "./selection/model-numbers";
export {
  judgeOwnModel,
  type OwnModelCase,
  type OwnModelQuestion,
  ownModelCase,
} from "./selection/own-model";
export { cheapestUsdPerMonth } from "./selection/rank-models";
export {
  type ModelRequirements,
  requirementsOf,
  type ServedPrecision,
  servedPrecisions,
  type TriedLimits,
  withLimits,
} from "./selection/requirements";
export { shortlistModels } from "./selection/shortlist";
export type { Recomputation } from "./sizing/activation-memory";
export {
  type CatalogueEntry,
  type SizingAnswer,
  type SizingFigure,
  tell,
  tellRough,
} from "./sizing/answers/answer";
export { type CurvePoint, type SizingCurve, sizingCurve } from "./sizing/answers/curve";
export { tellFigure, tellSizing } from "./sizing/answers/tell-sizing";
export type { Architecture, Attention } from "./sizing/architecture";
export { type Calculation, calculationNames, calculations } from "./sizing/calculations";
export type { Accelerator, RentPrice } from "./sizing/catalogue/accelerator";
export {
  type AcceleratorId,
  acceleratorById,
  accelerators,
  isAcceleratorId,
} from "./sizing/catalogue/accelerators";
export type { Model, ModelPrice } from "./sizing/catalogue/model";
export {
  type ModelFactChange,
  type ModelFacts,
  modelFactChanges,
  modelFacts,
  searchModels,
} from "./sizing/catalogue/model-facts";
export { isModelId, type ModelId, modelById, models } from "./sizing/catalogue/models";
export { benchmarkNames, publishedBenchmarks } from "./sizing/catalogue/published-benchmarks";
export { computeOptimalModel, computeOptimalTokens } from "./sizing/compute-optimal";
export { type CountableShape, countParameters } from "./sizing/count-parameters";
export { type HostOrCall, type HostOrCallInput, hostOrCall } from "./sizing/host-or-call";
export { type HostedPrice, type HostedPriceInput, hostedPrice } from "./sizing/hosted-price";
export {
  type FeedbackMethod,
  feedbackMethods,
  type HumanFeedback,
  type HumanFeedbackInput,
  humanFeedback,
} from "./sizing/human-feedback";
export {
  type InferenceMemory,
  type InferenceMemoryInput,
  inferenceMemory,
} from "./sizing/inference-memory";
export { fewestToServe, largestBatch } from "./sizing/largest-batch";
export type { Optimizer } from "./sizing/optimizer";
export { defaultAccelerator, hoursAgainstDefault } from "./sizing/plan-accelerator";
export { type PreTrainOrAdapt, preTrainOrAdapt } from "./sizing/pre-train-or-adapt";
export {
  type DomainDistance,
  domainDistances,
  type PreTrainOrAdaptInput,
  type PreTrainVerdict,
  type VerdictReason,
} from "./sizing/pre-train-reasons";
export { type Precision, precisions } from "./sizing/precision";
export type { QuantileRange } from "./sizing/quantile-range";
export {
  answerSizing,
  figuresDiffer,
  type RecordedSizing,
  sizingFigures,
} from "./sizing/recorded-sizing";
export { type ServingFleet, type ServingFleetInput, servingFleet } from "./sizing/serving-fleet";
export { type ServingLoad, type ServingLoadInput, servingLoad } from "./sizing/serving-load";
export { type ServingInput, type ServingRates, servingRates } from "./sizing/throughput";
export {
  type TrainingCompute,
  type TrainingComputeInput,
  trainingCompute,
} from "./sizing/training-compute";
export { type TrainingCost, type TrainingCostInput, trainingCost } from "./sizing/training-cost";
export {
  type TrainingFit,
  type TrainingFitInput,
  trainingFit,
  usableMemoryShare,
} from "./sizing/training-fit";
export {
  type TrainingMemory,
  type TrainingMemoryInput,
  type TrainingMethod,
  trainingMemory,
  trainingMethods,
  type ZeroStage,
  zeroStages,
} from "./sizing/training-memory";
export { type TrainingTime, type TrainingTimeInput, trainingTime } from "./sizing/training-time";
export { utilizationFit, utilizationRange } from "./sizing/utilization";
export { type WhatIf, withWhatIf } from "./what-if";
