import { z } from "zod";
import { disciplineIds, type ExpertiseLevel, type IsoDate, isExpertiseLevel, isIsoDate } from "@/planning";
import { id, lineText, mutationId, version } from "@/platform/schema";
import { mostCompared } from "./limit-rules";

const day = z.custom<IsoDate>((value) => typeof value === "string" && isIsoDate(value));
const discipline = z.enum(disciplineIds);

const scheduledTask = z.object({
  taskKey: z.string(),
  name: z.string(),
  startOn: day,
  finishOn: day,
  personIds: z.array(z.string()),
  notBeforeOn: day.nullable(),
});

const scheduledProject = z.object({
  projectId: z.string(),
  isFixed: z.boolean(),
  beginsBefore: day,
  begins: day,
  finishBefore: day,
  finish: day,
  laterWorkingDays: z.number(),
  tasks: z.array(scheduledTask),
  /** What the plan was when it was scheduled. */
  fingerprint: z.string(),
});

/** A schedule of the portfolio as it is stored. */
export const scheduleContent = z.object({
  asOf: day,
  cost: z.number(),
  lowerBound: z.number(),
  schedules: z.number(),
  isProvenBest: z.boolean(),
  finishesBy: z.enum(["forecast", "shift"]),
  projects: z.array(scheduledProject),
  nobody: z.array(
    z.object({
      projectId: z.string(),
      taskKey: z.string(),
      name: z.string(),
      discipline,
      level: z.custom<ExpertiseLevel>((value) => typeof value === "number" && isExpertiseLevel(value)),
      effortPersonDays: z.number(),
    }),
  ),
  loads: z.array(
    z.object({
      discipline,
      effortPersonDays: z.number(),
      people: z.number(),
      capacityPersonDaysPerWeek: z.number(),
      mostPersonDays: z.number(),
      mostFromDay: z.number(),
    }),
  ),
});
export type ScheduleContent = z.output<typeof scheduleContent>;

/** What a run is about, in order of priority. */
export const runProjects = z.array(z.object({ id: z.string(), isFixed: z.boolean() }));

/** Counts the changes of the order; 0 while nobody has changed it. */
const orderVersion = z.int().min(0).max(2_000_000_000);

/** Puts a project right before another one, or last. */
export const prioritiseInput = z.strictObject({
  mutationId,
  projectId: id,
  beforeProjectId: id.nullable(),
  version: orderVersion,
});

/** Has a project's dates stay, or lets them move again. */
export const fixInput = z.strictObject({
  mutationId,
  projectId: id,
  fixed: z.boolean(),
  version: orderVersion,
});

export const runInput = z.strictObject({ mutationId });

const name = lineText(80);

export const keepScheduleInput = z.strictObject({ mutationId, name });
export const dropScheduleInput = z.strictObject({ mutationId, scheduleId: id, version });
export const restoreScheduleInput = z.strictObject({ mutationId, scheduleId: id });

export const compareSchedulesInput = z.strictObject({
  scheduleIds: z.array(id).min(1).max(mostCompared, `Please compare up to ${mostCompared}.`),
});

export const applyScheduleInput = z.strictObject({
  mutationId,
  scheduleId: id,
  version,
  /** Whether tasks that nobody has get the people the schedule gives them to. */
  assign: z.boolean(),
});

export const takeBackScheduleInput = z.strictObject({ mutationId, scheduleId: id, version });
