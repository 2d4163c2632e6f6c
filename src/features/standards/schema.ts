import { z } from "zod";
import { disciplineIds, inclusions, isAcceleratorId, phaseIds, techniqueIds } from "@/planning";
import { isoDate, lineText, longText, mutationId, version } from "@/platform/schema";

const days = z
  .number("Please give a number of days.")
  .min(0, "Please give 0 or more.")
  .max(10_000, "Please give at most 10,000 days.");

const threePoint = z
  .strictObject({ optimistic: days, mostLikely: days, pessimistic: days })
  .refine((e) => e.optimistic <= e.mostLikely && e.mostLikely <= e.pessimistic, {
    message: "Please order them: optimistic ≤ most likely ≤ pessimistic.",
  });

const technique = z.enum(techniqueIds);
const discipline = z.enum(disciplineIds);
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

const taskKey = z
  .string()
  .max(120)
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, "This is not a task of the lifecycle.");

const taskKeys = z.array(taskKey).max(10, "Please keep to 10 tasks.");

/** The version the person saw; 0 when the default stood. */
const seenVersion = z.union([z.literal(0), version]);

/** The contents of stored standards, by kind. Null, an empty list or "as-template" is the default. */
export const taskContent = z.strictObject({
  effortPersonDays: threePoint.nullable(),
  durationWorkingDays: threePoint.nullable(),
  discipline: discipline.nullable(),
  level: level.nullable(),
});

export const techniqueContent = z.strictObject({
  name: lineText(60).nullable(),
  summary: longText(400, 1).nullable(),
  inclusion: z.enum(inclusions),
});

export const ownTaskContent = z.strictObject({
  technique,
  name: lineText(120, 2),
  deliverable: lineText(200),
  discipline,
  level,
  effortPersonDays: threePoint,
  durationWorkingDays: threePoint,
  after: taskKeys,
  before: taskKeys,
  inLoop: z.boolean(),
  retired: z.boolean(),
});

export const gateContent = z.strictObject({
  leftOut: z
    .array(
      z
        .string()
        .max(60)
        .regex(/^[a-z0-9-]+$/, "This is not a criterion."),
    )
    .max(30),
  own: z
    .array(z.strictObject({ text: lineText(300, 2), evidence: taskKeys }))
    .max(20, "Please keep to 20 criteria of your own."),
});

const mostHolidays = 400;

export const holidaysContent = z.strictObject({
  days: z
    .array(z.strictObject({ on: isoDate, name: lineText(80) }))
    .max(mostHolidays, `Please keep to ${mostHolidays} days.`)
    .superRefine((days, context) => {
      const seen = new Set<string>();
      days.forEach(({ on }, place) => {
        if (seen.has(on))
          context.addIssue({
            code: "custom",
            path: [place, "on"],
            message: "This day is in the list already.",
          });
        seen.add(on);
      });
    }),
});

const share = (most: number) =>
  z
    .number("Please give a percentage.")
    .min(0, "Please give 0 % or more.")
    .max(most, `Please give at most ${most * 100} %.`);

export const loopContent = z.strictObject({
  chanceOfFurtherPass: share(1).nullable(),
  laterPassShare: share(2).nullable(),
});

export const correlationContent = z.strictObject({
  teamShareOfDataWork: share(0.95).nullable(),
  dataShareOfDataWork: share(0.95).nullable(),
  teamShareOfOtherWork: share(0.95).nullable(),
});

export const acceleratorContent = z.strictObject({
  accelerator: z.string().max(60).refine(isAcceleratorId, "Please choose one of the catalogue.").nullable(),
});

export const setTaskInput = z.strictObject({
  mutationId,
  taskKey,
  version: seenVersion,
  content: taskContent,
});

export const setTechniqueInput = z.strictObject({
  mutationId,
  technique,
  version: seenVersion,
  content: techniqueContent,
});

export const addTaskInput = z.strictObject({ mutationId, content: ownTaskContent });

export const editTaskInput = z.strictObject({ mutationId, taskKey, version, content: ownTaskContent });

export const setGateInput = z.strictObject({
  mutationId,
  phase: z.enum(phaseIds),
  version: seenVersion,
  content: gateContent,
});

export const setHolidaysInput = z.strictObject({
  mutationId,
  version: seenVersion,
  content: holidaysContent,
});

export const setLoopInput = z.strictObject({ mutationId, version: seenVersion, content: loopContent });

export const setCorrelationInput = z.strictObject({
  mutationId,
  version: seenVersion,
  content: correlationContent,
});

export const setAcceleratorInput = z.strictObject({
  mutationId,
  version: seenVersion,
  content: acceleratorContent,
});
