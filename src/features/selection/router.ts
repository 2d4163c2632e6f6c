import { organizationProcedure, router } from "@/platform/trpc/procedures";
import { shortlist } from "./queries";
import { makeOptionInput, shortlistInput } from "./schema";
import { makeOption } from "./service";

export const selectionRouter = router({
  shortlist: organizationProcedure("project.read", shortlistInput).query(
    async ({ ctx, input }) => await shortlist(ctx.db, input),
  ),

  makeOption: organizationProcedure("decision.edit", makeOptionInput).mutation(
    async ({ ctx, input }) => await makeOption(ctx.db, input),
  ),
});
