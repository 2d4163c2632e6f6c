import { noInput, organizationProcedure, router } from "@/platform/trpc/procedures";
import { mailSettings } from "./mail.queries";
import { setMail } from "./mail.service";
import { mark } from "./marks.service";
import { inbox } from "./queries";
import { inboxInput, markInput, setMailInput, subscribeInput, subscriptionInput } from "./schema";
import { subscription, subscriptions } from "./subscriptions.queries";
import { subscribe } from "./subscriptions.service";

export const attentionRouter = router({
  inbox: organizationProcedure("workspace.read", inboxInput).query(
    async ({ ctx, input }) => await inbox(ctx.db, input),
  ),

  mark: organizationProcedure("attention.keep", markInput).mutation(
    async ({ ctx, input }) => await mark(ctx.db, input),
  ),

  subscription: organizationProcedure("project.read", subscriptionInput).query(
    async ({ ctx, input }) => await subscription(ctx.db, input),
  ),

  subscriptions: organizationProcedure("project.read", noInput).query(
    async ({ ctx }) => await subscriptions(ctx.db),
  ),

  subscribe: organizationProcedure("attention.keep", subscribeInput).mutation(
    async ({ ctx, input }) => await subscribe(ctx.db, input),
  ),

  mail: organizationProcedure("workspace.read", noInput).query(
    async ({ ctx }) => await mailSettings(ctx.db, ctx.services.config.mail !== null),
  ),

  setMail: organizationProcedure("attention.keep", setMailInput).mutation(
    async ({ ctx, input }) => await setMail(ctx.db, ctx.services.config.mail, input),
  ),
});
