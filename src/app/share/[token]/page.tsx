import type { Metadata } from "next";
import { EntryFrame } from "@/features/accounts/ui/entry-frame";
import { SharedScreen } from "@/features/views/ui/shared-screen";
import { api } from "@/platform/trpc/server";
import { Link } from "@/ui/link";

export const metadata: Metadata = {
  title: "Shared view",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

export default async function SharePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const shown = await api()
    .client.shares.view.query({ token })
    .catch(() => null);
  // Whatever is the matter with a link, the answer is the same.
  if (shown === null) {
    return (
      <EntryFrame
        title="This link can't be used"
        lead="It was withdrawn, has expired or is only for members of the workspace. Ask the person who sent it for a new one."
      >
        <p>
          <Link href="/sign-in" className="text-accent underline underline-offset-2">
            Sign in to Phasewise
          </Link>
        </p>
      </EntryFrame>
    );
  }
  return <SharedScreen shown={shown} />;
}
