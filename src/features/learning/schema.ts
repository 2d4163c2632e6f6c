import { z } from "zod";

/** What work is grouped by to learn from it. */
export const cohortKinds = ["template", "technique", "discipline", "team"] as const;
export type CohortKind = (typeof cohortKinds)[number];

export const cohortsInput = z.strictObject({ by: z.enum(cohortKinds) });

/** The id is that of a template, a technique, a discipline or a team; "none" for the projects without a team. */
export const cohortInput = cohortsInput.extend({ cohort: z.string().regex(/^[a-z0-9-]{1,60}$/) });
