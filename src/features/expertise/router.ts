import { organizationProcedure, router } from "@/platform/trpc/procedures";
import { closing } from "./closing.queries";
import { cell, weeks } from "./queries";
import { cellInput, weeksInput } from "./schema";

export const expertiseRouter = router({
  weeks: organizationProcedure("project.read", weeksInput).query(
    async ({ ctx, input }) => await weeks(ctx.db, input.quantile),
  ),
  cell: organizationProcedure("project.read", cellInput).query(
    async ({ ctx, input }) => await cell(ctx.db, input),
  ),
  closing: organizationProcedure("portfolio.schedule", cellInput).query(
    async ({ ctx, input, signal }) => await closing(ctx.db, ctx.services.closeGap, input, signal),
  ),
});
