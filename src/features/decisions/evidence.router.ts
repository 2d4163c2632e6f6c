import { noInput, organizationProcedure, router } from "@/platform/trpc/procedures";
import {
  acceleratorChoices,
  evidenceOfDecision,
  fileRules,
  modelsLike,
  previewSizing,
} from "./evidence.queries";
import {
  addEvidenceInput,
  editEvidenceInput,
  evidenceInput,
  evidenceOfDecisionInput,
  previewSizingInput,
  searchModelsInput,
} from "./evidence.schema";
import { addEvidence, editEvidence, removeEvidence, restoreEvidence } from "./evidence.service";

export const evidenceRouter = router({
  ofDecision: organizationProcedure("project.read", evidenceOfDecisionInput).query(
    async ({ ctx, input }) => await evidenceOfDecision(ctx.db, input.decisionId),
  ),

  searchModels: organizationProcedure("project.read", searchModelsInput).query(({ input }) =>
    modelsLike(input),
  ),

  accelerators: organizationProcedure("project.read", noInput).query(() => acceleratorChoices()),

  previewSizing: organizationProcedure("decision.edit", previewSizingInput).query(({ input }) =>
    previewSizing(input),
  ),

  fileRules: organizationProcedure("decision.edit", noInput).query(
    async ({ ctx }) => await fileRules(ctx.db, ctx.services.config.files),
  ),

  add: organizationProcedure("decision.edit", addEvidenceInput).mutation(
    async ({ ctx, input }) => await addEvidence(ctx.db, input),
  ),

  edit: organizationProcedure("decision.edit", editEvidenceInput).mutation(
    async ({ ctx, input }) => await editEvidence(ctx.db, input),
  ),

  remove: organizationProcedure("decision.edit", evidenceInput).mutation(
    async ({ ctx, input }) => await removeEvidence(ctx.db, input),
  ),

  restore: organizationProcedure("decision.edit", evidenceInput).mutation(
    async ({ ctx, input }) => await restoreEvidence(ctx.db, input),
  ),
});
