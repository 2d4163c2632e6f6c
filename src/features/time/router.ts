import { organizationProcedure, router } from "@/platform/trpc/procedures";
import { importTime } from "./import.service";
import { bookedTime, timeWeek } from "./queries";
import {
  bookedInput,
  bookInput,
  correctInput,
  deleteEntryInput,
  discardTimerInput,
  importInput,
  restoreEntryInput,
  startTimerInput,
  stopTimerInput,
  weekInput,
} from "./schema";
import { bookTime, correctTime, deleteTime, restoreTime } from "./service";
import { discardTimer, startTimer, stopTimer } from "./timer.service";

export const timeRouter = router({
  week: organizationProcedure("time.book", weekInput).query(
    async ({ ctx, input }) => await timeWeek(ctx.db, input),
  ),

  book: organizationProcedure("time.book", bookInput).mutation(
    async ({ ctx, input }) => await bookTime(ctx.db, input),
  ),

  correct: organizationProcedure("time.book", correctInput).mutation(
    async ({ ctx, input }) => await correctTime(ctx.db, input),
  ),

  delete: organizationProcedure("time.book", deleteEntryInput).mutation(
    async ({ ctx, input }) => await deleteTime(ctx.db, input),
  ),

  restore: organizationProcedure("time.book", restoreEntryInput).mutation(
    async ({ ctx, input }) => await restoreTime(ctx.db, input),
  ),

  booked: organizationProcedure("time.book", bookedInput).query(
    async ({ ctx, input }) => await bookedTime(ctx.db, input),
  ),

  import: organizationProcedure("time.book", importInput).mutation(
    async ({ ctx, input }) => await importTime(ctx.db, input),
  ),

  startTimer: organizationProcedure("time.book", startTimerInput).mutation(
    async ({ ctx, input }) => await startTimer(ctx.db, input),
  ),

  stopTimer: organizationProcedure("time.book", stopTimerInput).mutation(
    async ({ ctx, input }) => await stopTimer(ctx.db, input),
  ),

  discardTimer: organizationProcedure("time.book", discardTimerInput).mutation(
    async ({ ctx, input }) => await discardTimer(ctx.db, input),
  ),
});
