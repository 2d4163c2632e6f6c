import { z } from "zod";
import { id, projectKey } from "@/platform/schema";
import { organizationProcedure, router } from "@/platform/trpc/procedures";
import { projectPlan, taskPreviewInput } from "./queries";
import { editTaskInput } from "./schema";
import { editTask } from "./tasks.service";

export const plansRouter = router({
  plan: organizationProcedure("project.read", z.strictObject({ projectKey })).query(
    async ({ ctx, input }) => await projectPlan(ctx.db, input.projectKey),
  ),

  taskPreviewInput: organizationProcedure("project.read", z.strictObject({ projectId: id })).query(
    async ({ ctx, input }) => await taskPreviewInput(ctx.db, input.projectId),
  ),

  editTask: organizationProcedure("project.edit", editTaskInput).mutation(
    async ({ ctx, input }) => await editTask(ctx.db, input),
  ),
});
