import { takeBackInput } from "@/platform/events/own-steps";
import { organizationProcedure, router } from "@/platform/trpc/procedures";
import { passesOf } from "./queries";
import { addResultInput, askNextInput, passesInput, recordPassInput, removeResultInput } from "./schema";
import { addResult, askNext, recordPass, removeResult } from "./service";
import { passSteps } from "./undo.queries";
import { takeBackPass } from "./undo.service";

export const loopsRouter = router({
  passes: organizationProcedure("project.read", passesInput).query(
    async ({ ctx, input }) => await passesOf(ctx.db, input),
  ),

  record: organizationProcedure("loop.record", recordPassInput).mutation(
    async ({ ctx, input }) => await recordPass(ctx.db, input),
  ),

  addResult: organizationProcedure("loop.record", addResultInput).mutation(
    async ({ ctx, input }) => await addResult(ctx.db, input),
  ),

  removeResult: organizationProcedure("loop.record", removeResultInput).mutation(
    async ({ ctx, input }) => await removeResult(ctx.db, input),
  ),

  steps: organizationProcedure("project.read", passesInput).query(
    async ({ ctx, input }) => await passSteps(ctx.db, input.projectKey),
  ),

  takeBack: organizationProcedure("loop.record", takeBackInput).mutation(
    async ({ ctx, input }) => await takeBackPass(ctx.db, input),
  ),

  askNext: organizationProcedure("decision.ask", askNextInput).mutation(
    async ({ ctx, input }) => await askNext(ctx.db, input),
  ),
});
