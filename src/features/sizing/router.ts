import { organizationProcedure, router } from "@/platform/trpc/procedures";
import { sizingsOfProject } from "./queries";
import { editSizingInput, saveSizingInput, sizingIdInput, sizingsOfProjectInput } from "./schema";
import { deleteSizing, editSizing, restoreSizing, saveSizing } from "./service";

export const sizingRouter = router({
  ofProject: organizationProcedure("project.read", sizingsOfProjectInput).query(
    async ({ ctx, input }) => await sizingsOfProject(ctx.db, input.projectKey),
  ),

  save: organizationProcedure("project.edit", saveSizingInput).mutation(
    async ({ ctx, input }) => await saveSizing(ctx.db, input),
  ),

  edit: organizationProcedure("project.edit", editSizingInput).mutation(
    async ({ ctx, input }) => await editSizing(ctx.db, input),
  ),

  delete: organizationProcedure("project.edit", sizingIdInput).mutation(
    async ({ ctx, input }) => await deleteSizing(ctx.db, input),
  ),

  restore: organizationProcedure("project.edit", sizingIdInput).mutation(
    async ({ ctx, input }) => await restoreSizing(ctx.db, input),
  ),
});
