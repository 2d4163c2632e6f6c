"use client";

import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { FormError } from "@/ui/form-error";
import { Link } from "@/ui/link";

/** Accepting an invitation: at once for who is signed in, after signing in or registering for everybody else. */
export function InvitationScreen({ token, signedInAs }: { token: string; signedInAs: string | null }) {
  const api = useApi();
  const { submit, pending, message, refusal } = useSubmit(
    api.workspaces.acceptInvitation.mutate,
    ({ slug }) => window.location.assign(`/w/${slug}`),
  );
  const next = encodeURIComponent(`/invitations/${token}`);
  if (signedInAs === null) {
    return (
      <div className="grid gap-2">
        <Button asChild variant="primary">
          <Link href={`/register?next=${next}`}>Register and join</Link>
        </Button>
        <Button asChild>
          <Link href={`/sign-in?next=${next}`}>I have an account</Link>
        </Button>
      </div>
    );
  }
  const slug = refusal?.details.slug;
  return (
    <div className="grid gap-3">
      <FormError message={message} />
      {typeof slug === "string" ? (
        <Button asChild variant="primary">
          <Link href={`/w/${slug}`}>Go to the workspace</Link>
        </Button>
      ) : (
        <Button
          variant="primary"
          pending={pending}
          onClick={() => void submit((mutationId) => ({ mutationId, token }))}
        >
          Join as {signedInAs}
        </Button>
      )}
    </div>
  );
}
