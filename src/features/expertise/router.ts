import { organizationProcedure, router } from "@/platform/trpc/procedures";
import { cell, weeks } from "./queries";
import { cellInput, weeksInput } from "./schema";

export const expertiseRouter = router({
  weeks: organizationProcedure("project.read", weeksInput).query(
    async ({ ctx, input }) => await weeks(ctx.db, input.quantile),
  ),
  cell: organizationProcedure("project.read", cellInput).query(
    async ({ ctx, input }) => await cell(ctx.db, input),
  ),
});
