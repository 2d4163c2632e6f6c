import { z } from "zod";
import { takeBackInput } from "@/platform/events/own-steps";
import { id, projectKey } from "@/platform/schema";
import { noInput, organizationProcedure, router } from "@/platform/trpc/procedures";
import { learnedSoFar } from "./calibration.queries";
import { changeChecklistInput } from "./checklists.schema";
import { changeChecklist } from "./checklists.service";
import { addTask, changeTask, linkTasks, unlinkTasks } from "./own-tasks.service";
import { projectPlan, taskPreviewInput, whatIfInput } from "./queries";
import {
  addTaskInput,
  changeTaskInput,
  editTaskInput,
  editTasksInput,
  linkTasksInput,
  splitTaskInput,
  unlinkTasksInput,
} from "./schema";
import { splitTask } from "./split.service";
import { editTask, editTasks } from "./tasks.service";
import { takeBackSteps } from "./undo.queries";
import { takeBackInPlan } from "./undo.service";

export const plansRouter = router({
  plan: organizationProcedure("project.read", z.strictObject({ projectKey })).query(
    async ({ ctx, input }) => await projectPlan(ctx.db, input.projectKey),
  ),

  learned: organizationProcedure("project.read", noInput).query(
    async ({ ctx }) => await learnedSoFar(ctx.db),
  ),

  taskPreviewInput: organizationProcedure("project.read", z.strictObject({ projectId: id })).query(
    async ({ ctx, input }) => await taskPreviewInput(ctx.db, input.projectId),
  ),

  whatIfInput: organizationProcedure("project.read", z.strictObject({ projectKey })).query(
    async ({ ctx, input }) => await whatIfInput(ctx.db, input.projectKey),
  ),

  editTask: organizationProcedure("project.edit", editTaskInput).mutation(
    async ({ ctx, input }) => await editTask(ctx.db, input),
  ),

  editTasks: organizationProcedure("project.edit", editTasksInput).mutation(
    async ({ ctx, input }) => await editTasks(ctx.db, input),
  ),

  changeChecklist: organizationProcedure("project.edit", changeChecklistInput).mutation(
    async ({ ctx, input }) => await changeChecklist(ctx.db, input),
  ),

  addTask: organizationProcedure("project.edit", addTaskInput).mutation(
    async ({ ctx, input }) => await addTask(ctx.db, input),
  ),

  changeTask: organizationProcedure("project.edit", changeTaskInput).mutation(
    async ({ ctx, input }) => await changeTask(ctx.db, input),
  ),

  splitTask: organizationProcedure("project.edit", splitTaskInput).mutation(
    async ({ ctx, input }) => await splitTask(ctx.db, input),
  ),

  linkTasks: organizationProcedure("project.edit", linkTasksInput).mutation(
    async ({ ctx, input }) => await linkTasks(ctx.db, input),
  ),

  unlinkTasks: organizationProcedure("project.edit", unlinkTasksInput).mutation(
    async ({ ctx, input }) => await unlinkTasks(ctx.db, input),
  ),

  takeBackSteps: organizationProcedure("project.edit", z.strictObject({ projectKey })).query(
    async ({ ctx, input }) => await takeBackSteps(ctx.db, input.projectKey),
  ),

  takeBack: organizationProcedure("project.edit", takeBackInput).mutation(
    async ({ ctx, input }) => await takeBackInPlan(ctx.db, input),
  ),
});
