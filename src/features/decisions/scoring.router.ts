import { organizationProcedure, router } from "@/platform/trpc/procedures";
import { addCriterion, editCriterion, removeCriterion, weigh } from "./criteria.service";
import { decisionInput } from "./schema";
import { lastSeenMatrix, scoringCell, scoringMatrix, scoringOf } from "./scoring.queries";
import {
  addCriterionInput,
  cellInput,
  editCriterionInput,
  handInInput,
  matrixInput,
  openRoundInput,
  removeCriterionInput,
  revealInput,
  saveDraftInput,
  weighInput,
} from "./scoring.schema";
import { handIn, openRound, reveal, saveDraft } from "./scoring.service";
import { tellResult } from "./scoring-rules";

export const scoringRouter = router({
  byNumber: organizationProcedure("project.read", decisionInput).query(
    async ({ ctx, input }) => await scoringOf(ctx.db, input.projectKey, input.number),
  ),

  matrix: organizationProcedure("project.read", matrixInput).query(
    async ({ ctx, input }) => await scoringMatrix(ctx.db, input.projectKey, input.number, input.round),
  ),

  cell: organizationProcedure("project.read", cellInput).query(
    async ({ ctx, input }) => await scoringCell(ctx.db, input.projectKey, input.number, input),
  ),

  result: organizationProcedure("project.read", decisionInput).query(async ({ ctx, input }) =>
    tellResult(await lastSeenMatrix(ctx.db, input.projectKey, input.number)),
  ),

  addCriterion: organizationProcedure("decision.edit", addCriterionInput).mutation(
    async ({ ctx, input }) => await addCriterion(ctx.db, input),
  ),

  editCriterion: organizationProcedure("decision.edit", editCriterionInput).mutation(
    async ({ ctx, input }) => await editCriterion(ctx.db, input),
  ),

  removeCriterion: organizationProcedure("decision.edit", removeCriterionInput).mutation(
    async ({ ctx, input }) => await removeCriterion(ctx.db, input),
  ),

  weigh: organizationProcedure("decision.edit", weighInput).mutation(
    async ({ ctx, input }) => await weigh(ctx.db, input),
  ),

  saveDraft: organizationProcedure("position.take", saveDraftInput).mutation(
    async ({ ctx, input }) => await saveDraft(ctx.db, input),
  ),

  handIn: organizationProcedure("position.take", handInInput).mutation(
    async ({ ctx, input }) => await handIn(ctx.db, input),
  ),

  reveal: organizationProcedure("decision.decide", revealInput).mutation(
    async ({ ctx, input }) => await reveal(ctx.db, input),
  ),

  openRound: organizationProcedure("decision.decide", openRoundInput).mutation(
    async ({ ctx, input }) => await openRound(ctx.db, input),
  ),
});
