import { enterByInvitation, foundOrganization, readInvitation } from "@/platform/db/gate";
import {
  accountProcedure,
  noInput,
  organizationProcedure,
  publicProcedure,
  router,
} from "@/platform/trpc/procedures";
import { createInvitation, revokeInvitation } from "./invitations.service";
import { changeRole, editProfile, leave, removeMember } from "./members.service";
import { proposals } from "./proposals.queries";
import { propose, settleProposal, withdrawProposal } from "./proposals.service";
import { frame, invitationToken, members, openInvitations } from "./queries";
import {
  acceptInvitationInput,
  changeRoleInput,
  configureInput,
  createInvitationInput,
  createWorkspaceInput,
  editProfileInput,
  invitationTokenInput,
  leaveInput,
  proposeInput,
  removeMemberInput,
  revokeInvitationInput,
  settleProposalInput,
  withdrawProposalInput,
} from "./schema";
import { configure } from "./service";

export const workspacesRouter = router({
  create: accountProcedure(createWorkspaceInput).mutation(
    async ({ ctx, input }) =>
      await foundOrganization(ctx.services.client, ctx.account, { ...input, isSample: false }),
  ),

  frame: organizationProcedure("workspace.read", noInput).query(async ({ ctx }) => await frame(ctx.db)),

  configure: organizationProcedure("workspace.configure", configureInput).mutation(
    async ({ ctx, input }) => await configure(ctx.db, input),
  ),

  members: organizationProcedure("workspace.read", noInput).query(async ({ ctx }) => await members(ctx.db)),

  changeRole: organizationProcedure("member.manage", changeRoleInput).mutation(
    async ({ ctx, input }) => await changeRole(ctx.db, input),
  ),

  removeMember: organizationProcedure("member.manage", removeMemberInput).mutation(
    async ({ ctx, input }) => await removeMember(ctx.db, input),
  ),

  leave: organizationProcedure("workspace.leave", leaveInput).mutation(
    async ({ ctx, input }) => await leave(ctx.db, input),
  ),

  editProfile: organizationProcedure("profile.edit", editProfileInput).mutation(
    async ({ ctx, input }) => await editProfile(ctx.db, input),
  ),

  proposals: organizationProcedure("workspace.read", noInput).query(
    async ({ ctx }) => await proposals(ctx.db),
  ),

  propose: organizationProcedure("profile.propose", proposeInput).mutation(
    async ({ ctx, input }) => await propose(ctx.db, input),
  ),

  settleProposal: organizationProcedure("profile.edit", settleProposalInput).mutation(
    async ({ ctx, input }) => await settleProposal(ctx.db, input),
  ),

  withdrawProposal: organizationProcedure("profile.propose", withdrawProposalInput).mutation(
    async ({ ctx, input }) => await withdrawProposal(ctx.db, input),
  ),

  invitations: organizationProcedure("member.invite", noInput).query(
    async ({ ctx }) => await openInvitations(ctx.db),
  ),

  createInvitation: organizationProcedure("member.invite", createInvitationInput).mutation(
    async ({ ctx, input }) => {
      const { secret } = ctx.services;
      const invitation = await createInvitation(ctx.db, secret, input);
      return { ...invitation, token: invitationToken(secret, invitation.id) };
    },
  ),

  revokeInvitation: organizationProcedure("member.invite", revokeInvitationInput).mutation(
    async ({ ctx, input }) => await revokeInvitation(ctx.db, input),
  ),

  invitationPreview: publicProcedure(invitationTokenInput).query(
    async ({ ctx, input }) => await readInvitation(ctx.services.client, input.token),
  ),

  acceptInvitation: accountProcedure(acceptInvitationInput).mutation(
    async ({ ctx, input }) => await enterByInvitation(ctx.services.client, ctx.account, input),
  ),
});
