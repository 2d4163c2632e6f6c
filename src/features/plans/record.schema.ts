import { z } from "zod";
import { disciplineIds, type Forecast, type PlanDifference, phaseIds, techniqueIds } from "@/planning";
import { expertiseLevel, finishQuantiles, quantiles } from "./schema";

const planFigures = z.object({
  finish: finishQuantiles,
  effortPersonDays: quantiles,
  costMinor: quantiles,
  machineCostMinor: quantiles,
  monthlyCostMinor: quantiles,
  expertisePeak: expertiseLevel,
});

const taskSize = z.object({
  effortPersonDays: z.number(),
  durationWorkingDays: z.number(),
  level: expertiseLevel,
});

/** What has a default was not kept in the first records. */
const planDifference = z.object({
  finishP50WorkingDays: z.number(),
  finishP80WorkingDays: z.number(),
  effortPersonDays: z.number(),
  costMinor: z.number(),
  machineCostMinor: z.number(),
  monthlyCostMinor: z.number(),
  machineHours: z.number().default(0),
  phases: z.array(z.object({ phase: z.enum(phaseIds), before: z.number(), after: z.number() })).default([]),
  expertise: z.array(
    z.object({
      discipline: z.enum(disciplineIds),
      level: expertiseLevel,
      before: z.number(),
      after: z.number(),
    }),
  ),
  techniquesAdded: z.array(z.enum(techniqueIds)),
  techniquesRemoved: z.array(z.enum(techniqueIds)),
  tasksAdded: z.array(z.string()),
  tasksRemoved: z.array(z.string()),
  tasksChanged: z.array(z.object({ key: z.string(), before: taskSize, after: taskSize })).default([]),
});

/** What a change did to the plan, as kept with an outcome: both sides and the difference. */
export const planRecord = z.object({
  before: planFigures,
  after: planFigures,
  difference: planDifference,
}) satisfies z.ZodType<PlanRecord>;

export type PlanFigures = Pick<
  Forecast,
  "finish" | "effortPersonDays" | "costMinor" | "machineCostMinor" | "monthlyCostMinor" | "expertisePeak"
>;

export type PlanRecord = {
  readonly before: PlanFigures;
  readonly after: PlanFigures;
  readonly difference: PlanDifference;
};
