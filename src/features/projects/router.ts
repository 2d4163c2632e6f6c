import { noInput, organizationProcedure, router } from "@/platform/trpc/procedures";
import { saveBrief } from "./brief.service";
import { moveProject, startPass } from "./phases.service";
import { brief, deletedProjects, listProjects, projectByKey } from "./queries";
import {
  createProjectInput,
  deleteProjectInput,
  editProjectInput,
  moveProjectInput,
  projectInput,
  restoreProjectInput,
  saveBriefInput,
  startPassInput,
} from "./schema";
import { createProject, deleteProject, editProject, restoreProject } from "./service";

export const projectsRouter = router({
  list: organizationProcedure("project.read", noInput).query(async ({ ctx }) => await listProjects(ctx.db)),

  byKey: organizationProcedure("project.read", projectInput).query(
    async ({ ctx, input }) => await projectByKey(ctx.db, input.projectKey),
  ),

  brief: organizationProcedure("project.read", projectInput).query(
    async ({ ctx, input }) => await brief(ctx.db, input.projectKey),
  ),

  deleted: organizationProcedure("project.delete", noInput).query(
    async ({ ctx }) => await deletedProjects(ctx.db),
  ),

  create: organizationProcedure("project.create", createProjectInput).mutation(
    async ({ ctx, input }) => await createProject(ctx.db, input),
  ),

  edit: organizationProcedure("project.edit", editProjectInput).mutation(
    async ({ ctx, input }) => await editProject(ctx.db, input),
  ),

  move: organizationProcedure("project.move", moveProjectInput).mutation(
    async ({ ctx, input }) => await moveProject(ctx.db, input),
  ),

  startPass: organizationProcedure("project.move", startPassInput).mutation(
    async ({ ctx, input }) => await startPass(ctx.db, input),
  ),

  saveBrief: organizationProcedure("project.edit", saveBriefInput).mutation(
    async ({ ctx, input }) => await saveBrief(ctx.db, input),
  ),

  delete: organizationProcedure("project.delete", deleteProjectInput).mutation(
    async ({ ctx, input }) => await deleteProject(ctx.db, input),
  ),

  restore: organizationProcedure("project.delete", restoreProjectInput).mutation(
    async ({ ctx, input }) => await restoreProject(ctx.db, input),
  ),
});
