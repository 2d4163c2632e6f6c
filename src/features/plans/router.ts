import { z } from "zod";
import { projectKey } from "@/platform/schema";
import { organizationProcedure, router } from "@/platform/trpc/procedures";
import { projectPlan } from "./queries";
import { editTaskInput } from "./schema";
import { editTask } from "./tasks.service";

export const plansRouter = router({
  plan: organizationProcedure("project.read", z.strictObject({ projectKey })).query(
    async ({ ctx, input }) => await projectPlan(ctx.db, input.projectKey),
  ),

  editTask: organizationProcedure("project.edit", editTaskInput).mutation(
    async ({ ctx, input }) => await editTask(ctx.db, input),
  ),
});
