import { organizationProcedure, router } from "@/platform/trpc/procedures";
import { setDependencies } from "./dependencies.service";
import { addOption, editOption, removeOption } from "./options.service";
import { decide, reopen, supersede } from "./outcome.service";
import { takePosition } from "./positions.service";
import { decisionByNumber, listDecisions, optionPreviews, previewEffects } from "./queries";
import {
  addOptionInput,
  askInput,
  decideInput,
  decisionInput,
  deleteDecisionInput,
  editDecisionInput,
  editOptionInput,
  listDecisionsInput,
  previewEffectsInput,
  removeOptionInput,
  reopenInput,
  setDependenciesInput,
  supersedeInput,
  takePositionInput,
} from "./schema";
import { ask, deleteDecision, editDecision } from "./service";

export const decisionsRouter = router({
  list: organizationProcedure("project.read", listDecisionsInput).query(
    async ({ ctx, input }) => await listDecisions(ctx.db, input),
  ),

  byNumber: organizationProcedure("project.read", decisionInput).query(
    async ({ ctx, input }) => await decisionByNumber(ctx.db, input.projectKey, input.number),
  ),

  optionPreviews: organizationProcedure("project.read", decisionInput).query(
    async ({ ctx, input }) => await optionPreviews(ctx.db, input.projectKey, input.number),
  ),

  previewEffects: organizationProcedure("decision.edit", previewEffectsInput).query(
    async ({ ctx, input }) => await previewEffects(ctx.db, input),
  ),

  ask: organizationProcedure("decision.ask", askInput).mutation(
    async ({ ctx, input }) => await ask(ctx.db, input),
  ),

  edit: organizationProcedure("decision.edit", editDecisionInput).mutation(
    async ({ ctx, input }) => await editDecision(ctx.db, input),
  ),

  setDependencies: organizationProcedure("decision.edit", setDependenciesInput).mutation(
    async ({ ctx, input }) => await setDependencies(ctx.db, input),
  ),

  delete: organizationProcedure("decision.edit", deleteDecisionInput).mutation(
    async ({ ctx, input }) => await deleteDecision(ctx.db, input),
  ),

  addOption: organizationProcedure("decision.edit", addOptionInput).mutation(
    async ({ ctx, input }) => await addOption(ctx.db, input),
  ),

  editOption: organizationProcedure("decision.edit", editOptionInput).mutation(
    async ({ ctx, input }) => await editOption(ctx.db, input),
  ),

  removeOption: organizationProcedure("decision.edit", removeOptionInput).mutation(
    async ({ ctx, input }) => await removeOption(ctx.db, input),
  ),

  takePosition: organizationProcedure("position.take", takePositionInput).mutation(
    async ({ ctx, input }) => await takePosition(ctx.db, input),
  ),

  decide: organizationProcedure("decision.decide", decideInput).mutation(
    async ({ ctx, input }) => await decide(ctx.db, input),
  ),

  reopen: organizationProcedure("decision.decide", reopenInput).mutation(
    async ({ ctx, input }) => await reopen(ctx.db, input),
  ),

  supersede: organizationProcedure("decision.decide", supersedeInput).mutation(
    async ({ ctx, input }) => await supersede(ctx.db, input),
  ),
});
