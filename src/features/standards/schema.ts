import { z } from "zod";
import { disciplineIds, inclusions, phaseIds, techniqueIds } from "@/planning";
import { lineText, longText, mutationId, version } from "@/platform/schema";

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
