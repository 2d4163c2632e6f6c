import type { Metadata } from "next";
import { EntryFrame } from "@/features/accounts/ui/entry-frame";
import { InvitationScreen } from "@/features/workspaces/ui/invitation-screen";
import { api } from "@/platform/trpc/server";
import { Link } from "@/ui/link";

export const metadata: Metadata = { title: "Invitation", robots: { index: false } };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { client } = api();
  const [invitation, me] = await Promise.all([
    client.workspaces.invitationPreview.query({ token }).catch(() => null),
    client.accounts.me.query({}).catch(() => null),
  ]);
  if (invitation === null) {
    return (
      <EntryFrame
        title="This invitation can't be used"
        lead="It was used, withdrawn or has expired. Ask the person who sent it for a new link."
      >
        <p>
          <Link href="/" className="text-accent underline underline-offset-2">
            Go to Phasewise
          </Link>
        </p>
      </EntryFrame>
    );
  }
  return (
    <EntryFrame
      title={`Join ${invitation.organizationName}`}
      lead={`${invitation.invitedBy} invites you to this workspace as ${invitation.role}.`}
    >
      <InvitationScreen token={token} signedInAs={me?.name ?? null} />
    </EntryFrame>
  );
}
