import { tracked } from "@trpc/server";
import { z } from "zod";
import { organizationProcedure, router } from "@/platform/trpc/procedures";
import { follow } from "./live.service";
import { feed, lastSeq } from "./queries";
import { feedInput, followInput, typingInput } from "./schema";
import { tellTyping } from "./typing.service";

export const activityRouter = router({
  position: organizationProcedure("workspace.read", z.strictObject({})).query(
    async ({ ctx }) => await lastSeq(ctx.db),
  ),

  feed: organizationProcedure("workspace.read", feedInput).query(
    async ({ ctx, input }) => await feed(ctx.db, input),
  ),

  typing: organizationProcedure("comment.write", typingInput).mutation(
    async ({ ctx, input }) => await tellTyping(ctx.db, input),
  ),

  follow: organizationProcedure("workspace.read", followInput).subscription(async function* ({
    ctx,
    input,
    signal,
  }) {
    const account = await ctx.account();
    if (account === null) return;
    const from = { after: input.lastEventId ?? input.after, place: input.place };
    const aborted = signal ?? new AbortController().signal;
    for await (const message of follow(ctx.services, ctx.db, account.loginSessionId, from, aborted)) {
      yield message.kind === "event" ? tracked(String(message.event.seq), message) : message;
    }
  }),
});
