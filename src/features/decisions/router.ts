import { trackChanges } from "@/features/texts/frame.service";
import { signInFirst } from "@/platform/errors";
import { noInput, organizationProcedure, router } from "@/platform/trpc/procedures";
import { consult } from "./consultation.service";
import { setDependencies } from "./dependencies.service";
import { applySuggestion, declineSuggestion } from "./edit-suggestions.service";
import { exportDecisions } from "./export.queries";
import { addOption, editOption, removeOption } from "./options.service";
import { draftDecision } from "./origin.queries";
import { decide, reopen, supersede } from "./outcome.service";
import { answerObjection, settleObjection, takePosition } from "./positions.service";
import { decisionByNumber, listDecisions, optionPreviews, previewEffects, reviewsDue } from "./queries";
import { confirmOutcome } from "./review.service";
import {
  addOptionInput,
  answerObjectionInput,
  applySuggestionInput,
  askInput,
  changeTextInput,
  consultInput,
  decideInput,
  decisionInput,
  declineSuggestionInput,
  deleteDecisionInput,
  dismissSuggestionInput,
  draftInput,
  editDecisionInput,
  editOptionInput,
  exportDecisionsInput,
  followTextInput,
  listDecisionsInput,
  openTextInput,
  pointInTextInput,
  previewEffectsInput,
  removeOptionInput,
  reopenInput,
  restoreSuggestionInput,
  reviewInput,
  setDependenciesInput,
  settleObjectionInput,
  settleTextInput,
  suggestionsInput,
  supersedeInput,
  takePositionInput,
  takeSuggestionInput,
} from "./schema";
import { ask, deleteDecision, editDecision } from "./service";
import { projectSuggestions, suggestedNow } from "./suggestions.queries";
import { dismissSuggestion, restoreSuggestion, takeSuggestion } from "./suggestions.service";
import {
  changeDecisionText,
  followDecisionText,
  openDecisionText,
  pointInDecisionText,
  settleDecisionText,
} from "./text.service";

export const decisionsRouter = router({
  list: organizationProcedure("project.read", listDecisionsInput).query(
    async ({ ctx, input }) => await listDecisions(ctx.db, input),
  ),

  export: organizationProcedure("project.read", exportDecisionsInput).query(
    async ({ ctx, input }) => await exportDecisions(ctx.db, input),
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

  openText: organizationProcedure("decision.edit", openTextInput).query(
    async ({ ctx, input }) => await openDecisionText(ctx.db, input),
  ),

  changeText: organizationProcedure("decision.edit", changeTextInput).mutation(
    async ({ ctx, input }) => await changeDecisionText(ctx.db, input),
  ),

  pointInText: organizationProcedure("decision.edit", pointInTextInput).mutation(
    async ({ ctx, input }) => await pointInDecisionText(ctx.db, input),
  ),

  settleText: organizationProcedure("decision.edit", settleTextInput).mutation(
    async ({ ctx, input }) => await settleDecisionText(ctx.db, input),
  ),

  followText: organizationProcedure("decision.edit", followTextInput).subscription(
    async ({ ctx, input, signal }) => {
      const account = await ctx.account();
      if (account === null) throw signInFirst();
      const aborted = signal ?? new AbortController().signal;
      const { services, db } = ctx;
      const messages = await followDecisionText(services, db, account.loginSessionId, input, aborted);
      return trackChanges(messages);
    },
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

  consult: organizationProcedure("decision.edit", consultInput).mutation(
    async ({ ctx, input }) => await consult(ctx.db, input),
  ),

  answerObjection: organizationProcedure("decision.decide", answerObjectionInput).mutation(
    async ({ ctx, input }) => await answerObjection(ctx.db, input),
  ),

  settleObjection: organizationProcedure("position.take", settleObjectionInput).mutation(
    async ({ ctx, input }) => await settleObjection(ctx.db, input),
  ),

  review: organizationProcedure("decision.decide", reviewInput).mutation(
    async ({ ctx, input }) => await confirmOutcome(ctx.db, input),
  ),

  reviewsDue: organizationProcedure("project.read", noInput).query(
    async ({ ctx }) => await reviewsDue(ctx.db),
  ),

  draft: organizationProcedure("project.read", draftInput).query(
    async ({ ctx, input }) => await draftDecision(ctx.db, input),
  ),

  suggestions: organizationProcedure("project.read", suggestionsInput).query(
    async ({ ctx, input }) => await projectSuggestions(ctx.db, input),
  ),

  suggestedNow: organizationProcedure("project.read", noInput).query(
    async ({ ctx }) => await suggestedNow(ctx.db),
  ),

  takeSuggestion: organizationProcedure("decision.ask", takeSuggestionInput).mutation(
    async ({ ctx, input }) => await takeSuggestion(ctx.db, input),
  ),

  dismissSuggestion: organizationProcedure("decision.ask", dismissSuggestionInput).mutation(
    async ({ ctx, input }) => await dismissSuggestion(ctx.db, input),
  ),

  restoreSuggestion: organizationProcedure("decision.ask", restoreSuggestionInput).mutation(
    async ({ ctx, input }) => await restoreSuggestion(ctx.db, input),
  ),

  applySuggestion: organizationProcedure("decision.edit", applySuggestionInput).mutation(
    async ({ ctx, input }) => await applySuggestion(ctx.db, input),
  ),

  declineSuggestion: organizationProcedure("decision.edit", declineSuggestionInput).mutation(
    async ({ ctx, input }) => await declineSuggestion(ctx.db, input),
  ),
});
