import { changePassword, register } from "@/platform/auth/registration";
import { revokeLoginSessions } from "@/platform/db/revocation";
import { accountProcedure, noInput, publicProcedure, router } from "@/platform/trpc/procedures";
import { loginSessions, me } from "./queries";
import { changePasswordInput, endSessionsInput, registerInput, renameInput } from "./schema";
import { rename } from "./service";

export const accountsRouter = router({
  register: publicProcedure(registerInput).mutation(
    async ({ ctx, input }) => await register(ctx.services, ctx.clientAddress, input),
  ),

  /** Names and addresses of sample people, where they may be offered; their password is no secret there. */
  sampleAccounts: publicProcedure(noInput).query(async ({ ctx }) => await ctx.services.sampleAccounts()),

  me: accountProcedure(noInput).query(async ({ ctx }) => await me(ctx.account)),

  sessions: accountProcedure(noInput).query(async ({ ctx }) => await loginSessions(ctx.account)),

  rename: accountProcedure(renameInput).mutation(
    async ({ ctx, input }) => await rename(ctx.account, input.name),
  ),

  changePassword: accountProcedure(changePasswordInput).mutation(async ({ ctx, input }) => {
    const { email } = ctx.account;
    await changePassword(ctx.services, ctx.clientAddress, {
      email,
      current: input.currentPassword,
      next: input.password,
    });
    return { ended: await revokeLoginSessions(ctx.account, "others") };
  }),

  signOutOthers: accountProcedure(endSessionsInput).mutation(async ({ ctx }) => ({
    ended: await revokeLoginSessions(ctx.account, "others"),
  })),

  signOutEverywhere: accountProcedure(endSessionsInput).mutation(async ({ ctx }) => ({
    ended: await revokeLoginSessions(ctx.account, "all"),
  })),
});
