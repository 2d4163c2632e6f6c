import { organizationProcedure, router } from "@/platform/trpc/procedures";
import { portfolio, portfolioRows } from "./queries";
import { overviewInput, rowsInput } from "./schema";

export const portfolioRouter = router({
  overview: organizationProcedure("project.read", overviewInput).query(
    async ({ ctx, input }) => await portfolio(ctx.db, input.filter),
  ),

  /** Further rows of the list. */
  rows: organizationProcedure("project.read", rowsInput).query(
    async ({ ctx, input }) => await portfolioRows(ctx.db, input),
  ),
});
