import { organizationProcedure, router } from "@/platform/trpc/procedures";
import { compareWithNow } from "./compare.queries";
import { baselinesOf } from "./queries";
import {
  baselinesInput,
  compareInput,
  deleteBaselineInput,
  makeBaselineInput,
  restoreBaselineInput,
  setReferenceInput,
} from "./schema";
import { deleteBaseline, makeBaseline, restoreBaseline, setReference } from "./service";

export const baselinesRouter = router({
  ofProject: organizationProcedure("project.read", baselinesInput).query(
    async ({ ctx, input }) => await baselinesOf(ctx.db, input.projectKey),
  ),

  compare: organizationProcedure("project.read", compareInput).query(
    async ({ ctx, input }) => await compareWithNow(ctx.db, input.projectKey, input.baselineId),
  ),

  make: organizationProcedure("project.edit", makeBaselineInput).mutation(
    async ({ ctx, input }) => await makeBaseline(ctx.db, input),
  ),

  setReference: organizationProcedure("project.edit", setReferenceInput).mutation(
    async ({ ctx, input }) => await setReference(ctx.db, input),
  ),

  delete: organizationProcedure("project.edit", deleteBaselineInput).mutation(
    async ({ ctx, input }) => await deleteBaseline(ctx.db, input),
  ),

  restore: organizationProcedure("project.edit", restoreBaselineInput).mutation(
    async ({ ctx, input }) => await restoreBaseline(ctx.db, input),
  ),
});
