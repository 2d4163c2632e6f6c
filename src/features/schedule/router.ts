import { noInput, organizationProcedure, router } from "@/platform/trpc/procedures";
import { applySchedule, takeBackSchedule } from "./apply.service";
import { fix, prioritise } from "./order.service";
import { compareSchedules, overview, run } from "./queries";
import { cancel, goOn, start, stop } from "./run.service";
import {
  applyScheduleInput,
  compareSchedulesInput,
  dropScheduleInput,
  fixInput,
  keepScheduleInput,
  prioritiseInput,
  restoreScheduleInput,
  runInput,
  takeBackScheduleInput,
} from "./schema";
import { dropSchedule, keepSchedule, restoreSchedule } from "./service";

export const scheduleRouter = router({
  overview: organizationProcedure("project.read", noInput).query(async ({ ctx }) => await overview(ctx.db)),
  run: organizationProcedure("project.read", noInput).query(async ({ ctx }) => await run(ctx.db)),
  compare: organizationProcedure("project.read", compareSchedulesInput).query(
    async ({ ctx, input }) => await compareSchedules(ctx.db, input.scheduleIds),
  ),
  prioritise: organizationProcedure("portfolio.schedule", prioritiseInput).mutation(
    async ({ ctx, input }) => await prioritise(ctx.db, input),
  ),
  fix: organizationProcedure("portfolio.schedule", fixInput).mutation(
    async ({ ctx, input }) => await fix(ctx.db, input),
  ),
  start: organizationProcedure("portfolio.schedule", runInput).mutation(
    async ({ ctx, input }) => await start(ctx.db, input),
  ),
  goOn: organizationProcedure("portfolio.schedule", runInput).mutation(
    async ({ ctx, input }) => await goOn(ctx.db, input),
  ),
  stop: organizationProcedure("portfolio.schedule", runInput).mutation(
    async ({ ctx, input }) => await stop(ctx.db, input),
  ),
  cancel: organizationProcedure("portfolio.schedule", runInput).mutation(
    async ({ ctx, input }) => await cancel(ctx.db, input),
  ),
  keep: organizationProcedure("portfolio.schedule", keepScheduleInput).mutation(
    async ({ ctx, input }) => await keepSchedule(ctx.db, input),
  ),
  drop: organizationProcedure("portfolio.schedule", dropScheduleInput).mutation(
    async ({ ctx, input }) => await dropSchedule(ctx.db, input),
  ),
  restore: organizationProcedure("portfolio.schedule", restoreScheduleInput).mutation(
    async ({ ctx, input }) => await restoreSchedule(ctx.db, input),
  ),
  applyAll: organizationProcedure("portfolio.schedule", applyScheduleInput).mutation(
    async ({ ctx, input }) => await applySchedule(ctx.db, input),
  ),
  takeBack: organizationProcedure("portfolio.schedule", takeBackScheduleInput).mutation(
    async ({ ctx, input }) => await takeBackSchedule(ctx.db, input),
  ),
});
