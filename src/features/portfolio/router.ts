import { noInput, organizationProcedure, router } from "@/platform/trpc/procedures";
import { portfolio } from "./queries";

export const portfolioRouter = router({
  overview: organizationProcedure("project.read", noInput).query(async ({ ctx }) => await portfolio(ctx.db)),
});
