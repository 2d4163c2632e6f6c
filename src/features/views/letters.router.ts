import { noInput, organizationProcedure, router } from "@/platform/trpc/procedures";
import { myLetters } from "./letters.queries";
import { changeLettersInput, endLettersInput, scheduleLettersInput, sendLetterInput } from "./letters.schema";
import { changeLetters, endLetters, scheduleLetters, sendLetter } from "./letters.service";

export const lettersRouter = router({
  mine: organizationProcedure("project.read", noInput).query(
    async ({ ctx }) => await myLetters(ctx.db, ctx.services.config.mail !== null),
  ),

  schedule: organizationProcedure("view.keep", scheduleLettersInput).mutation(
    async ({ ctx, input }) => await scheduleLetters(ctx.db, input),
  ),

  change: organizationProcedure("view.keep", changeLettersInput).mutation(
    async ({ ctx, input }) => await changeLetters(ctx.db, input),
  ),

  sendNow: organizationProcedure("view.keep", sendLetterInput).mutation(
    async ({ ctx, input }) => await sendLetter(ctx.db, ctx.services.config.mail !== null, input),
  ),

  end: organizationProcedure("view.keep", endLettersInput).mutation(
    async ({ ctx, input }) => await endLetters(ctx.db, input),
  ),
});
