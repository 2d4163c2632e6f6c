import { tryToken } from "@/platform/auth/sign-in-limit";
import { openShare } from "@/platform/db/gate";
import { noInput, organizationProcedure, publicProcedure, router } from "@/platform/trpc/procedures";
import { makeShareInput, revokeShareInput, setSharingInput, sharedViewInput } from "./schema";
import { openShares, sharedView, shareToken } from "./shares.queries";
import { makeShare, revokeShare, setSharing } from "./shares.service";

export const sharesRouter = router({
  open: organizationProcedure("view.share", noInput).query(async ({ ctx }) => await openShares(ctx.db)),

  make: organizationProcedure("view.share", makeShareInput).mutation(async ({ ctx, input }) => {
    const { secret } = ctx.services;
    const link = await makeShare(ctx.db, secret, input);
    return { ...link, token: shareToken(secret, link.id) };
  }),

  revoke: organizationProcedure("view.share", revokeShareInput).mutation(
    async ({ ctx, input }) => await revokeShare(ctx.db, input),
  ),

  setSharing: organizationProcedure("workspace.configure", setSharingInput).mutation(
    async ({ ctx, input }) => await setSharing(ctx.db, input),
  ),

  view: publicProcedure(sharedViewInput).query(async ({ ctx, input }) => {
    const open = async () => await openShare(ctx.services.client, input.token, await ctx.account());
    return await sharedView(await tryToken(ctx.clientAddress, open));
  }),
});
