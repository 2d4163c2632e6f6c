import { z } from "zod";
import {
  checkEffect,
  disciplineIds,
  type EstimateAtFinish,
  type Forecast,
  type IsoDate,
  isIsoDate,
  linkKinds,
  type OptionEffect,
  type PlanCalibration,
  PlanningError,
  parameterIds,
  phaseIds,
  type TaskExpertise,
  taskStatuses,
  techniqueIds,
} from "@/planning";
import { id, isoDate, lineText, moneyMinor, mutationId, version } from "@/platform/schema";

const technique = z.enum(techniqueIds);

/** One effect of an option on the plan; the vocabulary is planning's. */
const optionEffect = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("include-technique"), technique }),
  z.strictObject({ kind: z.literal("exclude-technique"), technique }),
  z.strictObject({
    kind: z.literal("set-parameter"),
    parameter: z.enum(parameterIds),
    value: z.number(),
  }),
  z.strictObject({ kind: z.literal("scale-effort"), technique, factor: z.number() }),
  z.strictObject({ kind: z.literal("shift-level"), technique, levels: z.number() }),
  z.strictObject({ kind: z.literal("add-cost"), costMinor: moneyMinor }),
  z.strictObject({ kind: z.literal("add-monthly-cost"), costMinor: moneyMinor }),
]) satisfies z.ZodType<OptionEffect>;

const soundEffect = optionEffect.superRefine((effect, context) => {
  try {
    checkEffect(effect, effect.kind);
  } catch (error) {
    if (!(error instanceof PlanningError)) throw error;
    context.addIssue({ code: "custom", message: error.reason });
  }
});

export const optionEffects = z.array(soundEffect).max(20, "Please keep to 20 effects per option.");

/** A calendar day as planning counts it. */
const planDate = z.custom<IsoDate>((value) => typeof value === "string" && isIsoDate(value));

const personDays = z
  .number("Please give a number of days.")
  .min(0, "Please give 0 or more.")
  .max(10_000, "Please give at most 10,000 days.");

const machineHours = z
  .number("Please give a number of hours.")
  .min(0, "Please give 0 or more.")
  .max(100_000_000, "Please give at most 100 million hours.");

const threePoint = z
  .strictObject({ optimistic: personDays, mostLikely: personDays, pessimistic: personDays })
  .refine((e) => e.optimistic <= e.mostLikely && e.mostLikely <= e.pessimistic, {
    message: "Please order them: optimistic ≤ most likely ≤ pessimistic.",
  });

const expertiseLevels = z.union(
  [z.literal(1), z.literal(2), z.literal(3), z.literal(4)],
  "Please choose a level.",
);

const taskExpertise = z.strictObject({
  discipline: z.enum(disciplineIds, "Please choose a discipline."),
  level: expertiseLevels,
}) satisfies z.ZodType<TaskExpertise>;

export const editTaskInput = z.strictObject({
  mutationId,
  projectId: id,
  taskKey: z
    .string()
    .max(120)
    .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, "This is not a task of a plan."),
  /** The version the person saw; 0 when nobody had settled anything about the task yet. */
  version: z.union([z.literal(0), version]),
  effortPersonDays: threePoint.nullable(),
  durationWorkingDays: threePoint.nullable(),
  status: z.enum(taskStatuses),
  startedOn: isoDate.nullable(),
  finishedOn: isoDate.nullable(),
  actualEffortPersonDays: personDays.nullable(),
  /** Accelerator-hours so far. Left out, what is on record stays. */
  actualMachineHours: machineHours.nullable().optional(),
  assigneeId: id.nullable(),
  /** Who it needs instead of whom the standard says. Left out, what is on record stays. */
  expertise: taskExpertise.nullable().optional(),
  /** The day before which it is not begun, as the portfolio's schedule has it. Left out, what is on record stays. */
  notBeforeOn: planDate.nullable().optional(),
});

/** Several tasks at once: all of them, or none. */
export const editTasksInput = z.strictObject({
  mutationId,
  projectId: id,
  tasks: z
    .array(editTaskInput.omit({ mutationId: true, projectId: true }))
    .min(1, "There is nothing to change.")
    .max(500, "Please keep to 500 tasks at once.")
    .refine((tasks) => new Set(tasks.map((task) => task.taskKey)).size === tasks.length, {
      message: "Each task can be changed once.",
    }),
});

/** A task of a plan, as "technique/slug". */
const taskKey = editTaskInput.shape.taskKey;

export const projectTaskContent = z.strictObject({
  technique,
  name: lineText(120, 2),
  deliverable: lineText(200),
  discipline: z.enum(disciplineIds),
  level: expertiseLevels,
  effortPersonDays: threePoint,
  durationWorkingDays: threePoint,
  inLoop: z.boolean(),
  /** Taken out of the plan, but for what was spent on it. */
  retired: z.boolean(),
});

export const addTaskInput = z.strictObject({
  mutationId,
  projectId: id,
  content: projectTaskContent,
  /** Tasks that must be finished first. */
  after: z.array(taskKey).max(20, "Please keep to 20 tasks."),
});

export const changeTaskInput = z.strictObject({
  mutationId,
  projectId: id,
  taskKey,
  version,
  content: projectTaskContent,
});

/** Part of a task's work becomes a task of its own. */
export const splitTaskInput = z.strictObject({
  mutationId,
  projectId: id,
  taskKey,
  version: editTaskInput.shape.version,
  /** Of the new part. */
  name: projectTaskContent.shape.name,
  /** How much of effort and duration goes into the new part. */
  share: z
    .number("Please give a share between 5 and 95 percent.")
    .min(0.05, "Please give at least 5 percent.")
    .max(0.95, "Please give at most 95 percent."),
  /** Whether the new part is begun after what stays, or beside it. */
  order: z.enum(["after", "beside"]),
});

export const linkTasksInput = z.strictObject({
  mutationId,
  projectId: id,
  taskKey,
  after: taskKey,
  kind: z.enum(linkKinds),
  lagWorkingDays: z
    .number("Please give a number of days.")
    .min(-1_000, "Please give at least −1,000 days.")
    .max(1_000, "Please give at most 1,000 days."),
});

export const unlinkTasksInput = z.strictObject({ mutationId, projectId: id, taskKey, after: taskKey });

export const quantiles = z.object({ p10: z.number(), p50: z.number(), p80: z.number(), p95: z.number() });
export const expertiseLevel = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

export const finishQuantiles = z.object({ p10: planDate, p50: planDate, p80: planDate, p95: planDate });

const threePointSchema = z.object({
  optimistic: z.number(),
  mostLikely: z.number(),
  pessimistic: z.number(),
});

/** What the standard said about a task when it was finished, as kept with the task. */
export const estimateAtFinishSchema = z.object({
  technique,
  discipline: z.enum(disciplineIds),
  effortPersonDays: threePointSchema,
  durationWorkingDays: threePointSchema.nullable(),
  machineHours: threePointSchema.nullable().optional(),
}) satisfies z.ZodType<EstimateAtFinish>;

const correction = z.object({
  factor: z.number(),
  deviation: z.number(),
  spread: z.number(),
  learned: z.number(),
  pairs: z.number(),
});

/** The calibration kept with a stored forecast. */
export const planCalibrationSchema = z.object({
  effortPairs: z.number(),
  durationPairs: z.number(),
  machinePairs: z.number().optional(),
  corrections: z.array(
    z.object({
      technique,
      discipline: z.enum(disciplineIds),
      effort: correction,
      duration: correction,
      machineHours: correction.optional(),
    }),
  ),
}) satisfies z.ZodType<PlanCalibration>;

const spread = z.object({
  from: z.number(),
  binWidth: z.number(),
  counts: z.array(z.number()),
  above: z.number(),
  table: z.array(z.number()),
});

/** A stored forecast. One that an older version wrote in another shape does not parse and is computed anew. */
export const forecastSchema = z.object({
  asOf: planDate,
  seed: z.number(),
  runs: z.number(),
  calibration: z.object({ effortPairs: z.number(), durationPairs: z.number() }).nullable(),
  finish: finishQuantiles,
  durationWorkingDays: quantiles,
  effortPersonDays: quantiles,
  machineHours: quantiles,
  costMinor: quantiles,
  machineCostMinor: quantiles,
  monthlyCostMinor: quantiles,
  effortByPhase: z.array(z.object({ phase: z.enum(phaseIds), effortPersonDays: z.number() })),
  effortByTechnique: z.array(z.object({ technique, phase: z.enum(phaseIds), effortPersonDays: z.number() })),
  demand: z.array(
    z.object({ discipline: z.enum(disciplineIds), level: expertiseLevel, effortPersonDays: z.number() }),
  ),
  effortMeanPersonDays: z.number(),
  remainingEffortMeanPersonDays: z.number(),
  expertisePeak: expertiseLevel,
  histogram: z.array(z.object({ from: planDate, count: z.number() })),
  finishTable: z.array(planDate),
  spread: z.object({ effortPersonDays: spread, machineHours: spread, costMinor: spread }),
  drivers: z.array(
    z.object({
      kind: z.enum(["decision", "task", "loop", "factor"]),
      id: z.string(),
      name: z.string(),
      share: z.number(),
    }),
  ),
  tasks: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      technique,
      phase: z.enum(phaseIds),
      startP10: planDate,
      startP50: planDate,
      finishP10: planDate,
      finishP50: planDate,
      finishP80: planDate,
      finishP95: planDate,
      criticality: z.number(),
      sensitivity: z.number(),
      presence: z.number(),
    }),
  ),
  openDecisions: z.array(
    z.object({
      decisionId: z.string(),
      share: z.number(),
      costShare: z.number(),
      spreadWorkingDays: z.number(),
      options: z.array(
        z.object({
          optionId: z.string(),
          chance: z.number(),
          finishP50: planDate,
          finishP80: planDate,
          effortP50PersonDays: z.number(),
          effortP80PersonDays: z.number(),
          costP50Minor: z.number(),
          costP80Minor: z.number(),
          machineCostP50Minor: z.number(),
        }),
      ),
    }),
  ),
}) satisfies z.ZodType<Forecast>;

/** What lists over many projects read of a forecast. */
export const forecastSummarySchema = forecastSchema.omit({
  tasks: true,
  finishTable: true,
  histogram: true,
  spread: true,
  drivers: true,
});

export type ForecastSummary = Omit<Forecast, "tasks" | "finishTable" | "histogram" | "spread" | "drivers">;
