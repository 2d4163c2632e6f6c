import { noInput, organizationProcedure, router } from "@/platform/trpc/procedures";
import { allStandards } from "./queries";
import {
  addTaskInput,
  editTaskInput,
  setAcceleratorInput,
  setCorrelationInput,
  setGateInput,
  setHolidaysInput,
  setLoopInput,
  setTaskInput,
  setTechniqueInput,
} from "./schema";
import {
  addTask,
  editTask,
  setAccelerator,
  setCorrelation,
  setGate,
  setHolidays,
  setLoop,
  setTask,
  setTechnique,
} from "./service";

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

  setHolidays: organizationProcedure("standard.change", setHolidaysInput).mutation(
    async ({ ctx, input }) => await setHolidays(ctx.db, input),
  ),

  setLoop: organizationProcedure("standard.change", setLoopInput).mutation(
    async ({ ctx, input }) => await setLoop(ctx.db, input),
  ),

  setCorrelation: organizationProcedure("standard.change", setCorrelationInput).mutation(
    async ({ ctx, input }) => await setCorrelation(ctx.db, input),
  ),

  setAccelerator: organizationProcedure("standard.change", setAcceleratorInput).mutation(
    async ({ ctx, input }) => await setAccelerator(ctx.db, input),
  ),
});
