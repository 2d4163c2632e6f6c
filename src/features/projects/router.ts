import { trackChanges } from "@/features/texts/frame.service";
import { signInFirst } from "@/platform/errors";
import { takeBackInput } from "@/platform/events/own-steps";
import { noInput, organizationProcedure, router } from "@/platform/trpc/procedures";
import { saveBrief } from "./brief.service";
import { briefPdf } from "./brief-pdf.queries";
import {
  changeBriefText,
  followBriefText,
  openBriefText,
  pointInBriefText,
  settleBriefText,
} from "./brief-text.service";
import { briefSteps } from "./brief-undo.queries";
import { takeBackBrief } from "./brief-undo.service";
import { detailSteps } from "./details-undo.queries";
import { takeBackDetails } from "./details-undo.service";
import { moveProject, startPass } from "./phases.service";
import { brief, deletedProjects, listProjects, projectByKey } from "./queries";
import {
  changeTextInput,
  createProjectInput,
  deleteProjectInput,
  editProjectInput,
  followTextInput,
  moveProjectInput,
  openTextInput,
  pointInTextInput,
  projectInput,
  restoreProjectInput,
  saveBriefInput,
  settleTextInput,
  setVisibilityInput,
  shareInput,
  startPassInput,
} from "./schema";
import { createProject, deleteProject, editProject, restoreProject } from "./service";
import { sharing } from "./sharing.queries";
import { setVisibility, share, unshare } from "./sharing.service";

export const projectsRouter = router({
  list: organizationProcedure("project.read", noInput).query(async ({ ctx }) => await listProjects(ctx.db)),

  byKey: organizationProcedure("project.read", projectInput).query(
    async ({ ctx, input }) => await projectByKey(ctx.db, input.projectKey),
  ),

  brief: organizationProcedure("project.read", projectInput).query(
    async ({ ctx, input }) => await brief(ctx.db, input.projectKey),
  ),

  briefSteps: organizationProcedure("project.read", projectInput).query(
    async ({ ctx, input }) => await briefSteps(ctx.db, input.projectKey),
  ),

  takeBackBrief: organizationProcedure("project.edit", takeBackInput).mutation(
    async ({ ctx, input }) => await takeBackBrief(ctx.db, input),
  ),

  detailSteps: organizationProcedure("project.read", projectInput).query(
    async ({ ctx, input }) => await detailSteps(ctx.db, input.projectKey),
  ),

  takeBackDetails: organizationProcedure("project.edit", takeBackInput).mutation(
    async ({ ctx, input }) => await takeBackDetails(ctx.db, input),
  ),

  briefPdf: organizationProcedure("project.read", projectInput).query(
    async ({ ctx, input }) => await briefPdf(ctx.db, input.projectKey),
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

  openText: organizationProcedure("project.edit", openTextInput).query(
    async ({ ctx, input }) => await openBriefText(ctx.db, input),
  ),

  changeText: organizationProcedure("project.edit", changeTextInput).mutation(
    async ({ ctx, input }) => await changeBriefText(ctx.db, input),
  ),

  pointInText: organizationProcedure("project.edit", pointInTextInput).mutation(
    async ({ ctx, input }) => await pointInBriefText(ctx.db, input),
  ),

  settleText: organizationProcedure("project.edit", settleTextInput).mutation(
    async ({ ctx, input }) => await settleBriefText(ctx.db, input),
  ),

  followText: organizationProcedure("project.edit", followTextInput).subscription(
    async ({ ctx, input, signal }) => {
      const account = await ctx.account();
      if (account === null) throw signInFirst();
      const aborted = signal ?? new AbortController().signal;
      const { services, db } = ctx;
      return trackChanges(await followBriefText(services, db, account.loginSessionId, input, aborted));
    },
  ),

  delete: organizationProcedure("project.delete", deleteProjectInput).mutation(
    async ({ ctx, input }) => await deleteProject(ctx.db, input),
  ),

  sharing: organizationProcedure("project.read", projectInput).query(
    async ({ ctx, input }) => await sharing(ctx.db, input.projectKey),
  ),

  setVisibility: organizationProcedure("project.share", setVisibilityInput).mutation(
    async ({ ctx, input }) => await setVisibility(ctx.db, input),
  ),

  share: organizationProcedure("project.share", shareInput).mutation(
    async ({ ctx, input }) => await share(ctx.db, input),
  ),

  unshare: organizationProcedure("project.share", shareInput).mutation(
    async ({ ctx, input }) => await unshare(ctx.db, input),
  ),

  restore: organizationProcedure("project.delete", restoreProjectInput).mutation(
    async ({ ctx, input }) => await restoreProject(ctx.db, input),
  ),
});
