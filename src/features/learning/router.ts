import { organizationProcedure, router } from "@/platform/trpc/procedures";
import { cohort, cohorts } from "./queries";
import { cohortInput, cohortsInput } from "./schema";

export const learningRouter = router({
  cohorts: organizationProcedure("project.read", cohortsInput).query(
    async ({ ctx, input }) => await cohorts(ctx.db, input.by),
  ),
  cohort: organizationProcedure("project.read", cohortInput).query(
    async ({ ctx, input }) => await cohort(ctx.db, input),
  ),
});
