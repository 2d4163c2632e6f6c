import { noInput, organizationProcedure, router } from "@/platform/trpc/procedures";
import { allStandards } from "./queries";
import { addTaskInput, editTaskInput, setGateInput, setTaskInput, setTechniqueInput } from "./schema";
import { addTask, editTask, setGate, setTask, setTechnique } from "./service";

export const standardsRouter = router({
  all: organizationProcedure("workspace.read", noInput).query(async ({ ctx }) => await allStandards(ctx.db)),

  setTask: organizationProcedure("standard.change", setTaskInput).mutation(
    async ({ ctx, input }) => await setTask(ctx.db, input),
  ),

  setTechnique: organizationProcedure("standard.change", setTechniqueInput).mutation(
    async ({ ctx, input }) => await setTechnique(ctx.db, input),
  ),

  addTask: organizationProcedure("standard.change", addTaskInput).mutation(
    async ({ ctx, input }) => await addTask(ctx.db, input),
  ),

  editTask: organizationProcedure("standard.change", editTaskInput).mutation(
    async ({ ctx, input }) => await editTask(ctx.db, input),
  ),

  setGate: organizationProcedure("standard.change", setGateInput).mutation(
    async ({ ctx, input }) => await setGate(ctx.db, input),
  ),
});
