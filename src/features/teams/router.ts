import { noInput, organizationProcedure, router } from "@/platform/trpc/procedures";
import { teams } from "./queries";
import { deleteTeamInput, editTeamInput, makeTeamInput, restoreTeamInput } from "./schema";
import { deleteTeam, editTeam, makeTeam, restoreTeam } from "./service";

export const teamsRouter = router({
  list: organizationProcedure("workspace.read", noInput).query(async ({ ctx }) => await teams(ctx.db)),

  make: organizationProcedure("team.keep", makeTeamInput).mutation(
    async ({ ctx, input }) => await makeTeam(ctx.db, input),
  ),

  edit: organizationProcedure("team.keep", editTeamInput).mutation(
    async ({ ctx, input }) => await editTeam(ctx.db, input),
  ),

  delete: organizationProcedure("team.keep", deleteTeamInput).mutation(
    async ({ ctx, input }) => await deleteTeam(ctx.db, input),
  ),

  restore: organizationProcedure("team.keep", restoreTeamInput).mutation(
    async ({ ctx, input }) => await restoreTeam(ctx.db, input),
  ),
});
