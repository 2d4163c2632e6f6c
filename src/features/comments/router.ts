import { organizationProcedure, router } from "@/platform/trpc/procedures";
import { mentionable } from "./mentions.queries";
import { outline } from "./outline.queries";
import { answers, commentHistory, discussion } from "./queries";
import { react } from "./reactions.service";
import {
  commentInput,
  countCommentsInput,
  editCommentInput,
  listCommentsInput,
  mentionableInput,
  reactInput,
  whichCommentInput,
  writeCommentInput,
} from "./schema";
import {
  deleteComment,
  editComment,
  resolveThread,
  restoreComment,
  unresolveThread,
  writeComment,
} from "./service";

export const commentsRouter = router({
  discussion: organizationProcedure("project.read", listCommentsInput).query(
    async ({ ctx, input }) => await discussion(ctx.db, input),
  ),

  outline: organizationProcedure("project.read", countCommentsInput).query(
    async ({ ctx, input }) => await outline(ctx.db, input),
  ),

  answers: organizationProcedure("project.read", whichCommentInput).query(
    async ({ ctx, input }) => await answers(ctx.db, input),
  ),

  history: organizationProcedure("project.read", whichCommentInput).query(
    async ({ ctx, input }) => await commentHistory(ctx.db, input),
  ),

  mentionable: organizationProcedure("comment.write", mentionableInput).query(
    async ({ ctx, input }) => await mentionable(ctx.db, input),
  ),

  write: organizationProcedure("comment.write", writeCommentInput).mutation(
    async ({ ctx, input }) => await writeComment(ctx.db, input),
  ),

  edit: organizationProcedure("comment.write", editCommentInput).mutation(
    async ({ ctx, input }) => await editComment(ctx.db, input),
  ),

  delete: organizationProcedure("comment.write", commentInput).mutation(
    async ({ ctx, input }) => await deleteComment(ctx.db, input),
  ),

  restore: organizationProcedure("comment.write", commentInput).mutation(
    async ({ ctx, input }) => await restoreComment(ctx.db, input),
  ),

  resolve: organizationProcedure("comment.write", commentInput).mutation(
    async ({ ctx, input }) => await resolveThread(ctx.db, input),
  ),

  unresolve: organizationProcedure("comment.write", commentInput).mutation(
    async ({ ctx, input }) => await unresolveThread(ctx.db, input),
  ),

  react: organizationProcedure("comment.write", reactInput).mutation(
    async ({ ctx, input }) => await react(ctx.db, input),
  ),
});
