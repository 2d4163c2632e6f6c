import { takeBackInput } from "@/platform/events/own-steps";
import { organizationProcedure, router } from "@/platform/trpc/procedures";
import { askApproval, decideGate, nameApprover } from "./approval.service";
import { closeCondition, reopenCondition } from "./conditions.service";
import { addCriterion, judge, removeCriterion } from "./criteria.service";
import { addEvidence, removeEvidence } from "./evidence.service";
import { gateOf } from "./queries";
import {
  addCriterionInput,
  addEvidenceInput,
  askApprovalInput,
  closeConditionInput,
  decideGateInput,
  gateInput,
  judgeInput,
  nameApproverInput,
  removeCriterionInput,
  removeEvidenceInput,
  reopenConditionInput,
} from "./schema";
import { gateSteps } from "./undo.queries";
import { takeBackAtGate } from "./undo.service";

export const gatesRouter = router({
  gate: organizationProcedure("project.read", gateInput).query(
    async ({ ctx, input }) => await gateOf(ctx.db, input),
  ),

  judge: organizationProcedure("gate.prepare", judgeInput).mutation(
    async ({ ctx, input }) => await judge(ctx.db, input),
  ),

  addCriterion: organizationProcedure("gate.prepare", addCriterionInput).mutation(
    async ({ ctx, input }) => await addCriterion(ctx.db, input),
  ),

  removeCriterion: organizationProcedure("gate.prepare", removeCriterionInput).mutation(
    async ({ ctx, input }) => await removeCriterion(ctx.db, input),
  ),

  addEvidence: organizationProcedure("gate.prepare", addEvidenceInput).mutation(
    async ({ ctx, input }) => await addEvidence(ctx.db, input),
  ),

  removeEvidence: organizationProcedure("gate.prepare", removeEvidenceInput).mutation(
    async ({ ctx, input }) => await removeEvidence(ctx.db, input),
  ),

  nameApprover: organizationProcedure("gate.prepare", nameApproverInput).mutation(
    async ({ ctx, input }) => await nameApprover(ctx.db, input),
  ),

  askApproval: organizationProcedure("gate.prepare", askApprovalInput).mutation(
    async ({ ctx, input }) => await askApproval(ctx.db, input),
  ),

  decide: organizationProcedure("gate.decide", decideGateInput).mutation(
    async ({ ctx, input }) => await decideGate(ctx.db, input),
  ),

  steps: organizationProcedure("project.read", gateInput.pick({ projectKey: true })).query(
    async ({ ctx, input }) => await gateSteps(ctx.db, input.projectKey),
  ),

  takeBack: organizationProcedure("gate.prepare", takeBackInput).mutation(
    async ({ ctx, input }) => await takeBackAtGate(ctx.db, input),
  ),

  closeCondition: organizationProcedure("gate.prepare", closeConditionInput).mutation(
    async ({ ctx, input }) => await closeCondition(ctx.db, input),
  ),

  reopenCondition: organizationProcedure("gate.prepare", reopenConditionInput).mutation(
    async ({ ctx, input }) => await reopenCondition(ctx.db, input),
  ),
});
