import { z } from "zod";
import { disciplineIds, type ExpertiseLevel, isExpertiseLevel, isIsoDate, isoDate } from "@/planning";

/** How sure the demand is meant to be: the median, or what it stays below in four of five runs. */
export const demandQuantiles = ["p50", "p80"] as const;
export type DemandQuantile = (typeof demandQuantiles)[number];

const level = z.custom<ExpertiseLevel>((value) => typeof value === "number" && isExpertiseLevel(value));

export const weeksInput = z.object({ quantile: z.enum(demandQuantiles) });

export const cellInput = weeksInput.extend({
  /** The Monday the week begins on. */
  weekOn: z
    .string()
    .refine(isIsoDate, "Please give a day such as 2026-11-23.")
    .transform((day) => isoDate(day)),
  discipline: z.enum(disciplineIds),
  level,
});
export type CellInput = z.output<typeof cellInput>;

/** What a stored row of demand says of the tasks that add up to it. */
export const demandTasks = z.array(
  z.object({ key: z.string(), name: z.string(), p50: z.number(), p80: z.number() }),
);
