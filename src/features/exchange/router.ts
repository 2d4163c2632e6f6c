import { organizationProcedure, router } from "@/platform/trpc/procedures";
import { exportTasks } from "./export.queries";
import { importContext } from "./queries";
import { exportTasksInput, importContextInput, importTasksInput } from "./schema";
import { importTasks } from "./service";

export const exchangeRouter = router({
  export: organizationProcedure("project.read", exportTasksInput).query(
    async ({ ctx, input }) => await exportTasks(ctx.db, input),
  ),

  importContext: organizationProcedure("project.edit", importContextInput).query(
    async ({ ctx, input }) => await importContext(ctx.db, input),
  ),

  importTasks: organizationProcedure("project.edit", importTasksInput).mutation(
    async ({ ctx, input }) => await importTasks(ctx.db, input),
  ),
});
