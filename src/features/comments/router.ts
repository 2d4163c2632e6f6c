import { organizationProcedure, router } from "@/platform/trpc/procedures";
import { discussion } from "./queries";
import { commentInput, editCommentInput, listCommentsInput, writeCommentInput } from "./schema";
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
});
