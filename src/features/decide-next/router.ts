import { noInput, organizationProcedure, router } from "@/platform/trpc/procedures";
import { openDecisions, reviewList } from "./queries";
import { keepForReview, moveEntry, noteEntry, settleEntry } from "./review-list.service";
import {
  keepForReviewInput,
  moveReviewInput,
  noteReviewInput,
  nudgeInput,
  openInput,
  settleReviewInput,
} from "./schema";
import { nudge } from "./service";

export const decideNextRouter = router({
  open: organizationProcedure("project.read", openInput).query(
    async ({ ctx, input }) => await openDecisions(ctx.db, input),
  ),
  nudge: organizationProcedure("decision.nudge", nudgeInput).mutation(
    async ({ ctx, input }) => await nudge(ctx.db, input),
  ),
  reviewList: organizationProcedure("review.keep", noInput).query(
    async ({ ctx }) => await reviewList(ctx.db),
  ),
  keepForReview: organizationProcedure("review.keep", keepForReviewInput).mutation(
    async ({ ctx, input }) => await keepForReview(ctx.db, input),
  ),
  noteReview: organizationProcedure("review.keep", noteReviewInput).mutation(
    async ({ ctx, input }) => await noteEntry(ctx.db, input),
  ),
  moveReview: organizationProcedure("review.keep", moveReviewInput).mutation(
    async ({ ctx, input }) => await moveEntry(ctx.db, input),
  ),
  settleReview: organizationProcedure("review.keep", settleReviewInput).mutation(
    async ({ ctx, input }) => await settleEntry(ctx.db, input),
  ),
});
