import { z } from "zod";

/** What work is grouped by to learn from it. */
export const cohortKinds = ["template", "technique", "discipline"] as const;
export type CohortKind = (typeof cohortKinds)[number];

export const cohortsInput = z.strictObject({ by: z.enum(cohortKinds) });

/** The id is that of a template, a technique or a discipline. */
export const cohortInput = cohortsInput.extend({ cohort: z.string().regex(/^[a-z0-9-]{1,60}$/) });
