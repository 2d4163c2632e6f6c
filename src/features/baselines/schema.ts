import { z } from "zod";
import { finishQuantiles, quantiles } from "@/features/plans/schema";
import { canBePlanned, type PlanInput, type PlanSnapshot, phaseIds, taskStatuses } from "@/planning";
import { id, lineText, mutationId, projectKey, version } from "@/platform/schema";

export const baselinesInput = z.strictObject({ projectKey });

export const compareInput = z.strictObject({ projectKey, baselineId: id });

export const makeBaselineInput = z.strictObject({ mutationId, projectId: id, name: lineText(80) });

/** Whether the project's forecast is held against it. */
export const setReferenceInput = z.strictObject({
  mutationId,
  baselineId: id,
  version,
  isReference: z.boolean(),
});

export const deleteBaselineInput = z.strictObject({ mutationId, baselineId: id, version });

export const restoreBaselineInput = z.strictObject({ mutationId, baselineId: id });

const phase = z.enum(phaseIds);

/** The figures kept with a baseline. */
export const snapshotSchema = z.object({
  finish: finishQuantiles,
  effortPersonDays: quantiles,
  costMinor: quantiles,
  machineHours: quantiles,
  machineCostMinor: quantiles,
  monthlyCostMinor: quantiles,
  runs: z.number(),
  phases: z.array(z.object({ phase, effortPersonDays: z.number(), peopleCostMinor: z.number() })),
  tasks: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      phase,
      status: z.enum(taskStatuses),
      effortPersonDays: z.number(),
      durationWorkingDays: z.number(),
      peopleCostMinor: z.number(),
    }),
  ),
  decisions: z.array(z.object({ id: z.string(), chosenOptionId: z.string().nullable() })),
}) satisfies z.ZodType<PlanSnapshot>;

/** The part of them that lists show. */
export const snapshotFigures = snapshotSchema.pick({
  finish: true,
  effortPersonDays: true,
  costMinor: true,
  machineHours: true,
});

/** What the plan was made from; what this version can't plan with does not parse. */
export const keptInputSchema = z.custom<PlanInput>((value) =>
  canBePlanned(JSON.parse(JSON.stringify(value ?? null))),
);
