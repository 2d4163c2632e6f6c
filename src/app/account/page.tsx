import type { Metadata } from "next";
import { AccountScreen } from "@/features/accounts/ui/account-screen";
import { LettersList } from "@/features/views/ui";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Your account" };

type Props = { searchParams: Promise<{ workspace?: string | string[] }> };

export default async function AccountPage({ searchParams }: Props) {
  const { workspace: asked } = await searchParams;
  const { trpc, queryClient } = api();
  const [me] = await onPage(
    Promise.all([
      queryClient.fetchQuery(trpc.accounts.me.queryOptions({})),
      queryClient.fetchQuery(trpc.accounts.sessions.queryOptions({})),
    ]),
  );
  // The link of a letter says which workspace it came from.
  const workspace = (me.workspaces.find(({ slug }) => slug === asked) ?? me.workspaces[0])?.slug;
  if (workspace !== undefined) {
    await onPage(
      Promise.all([
        queryClient.fetchQuery(trpc.attention.mail.queryOptions({ workspace })),
        queryClient.fetchQuery(trpc.letters.mine.queryOptions({ workspace })),
        queryClient.fetchQuery(trpc.attention.subscriptions.queryOptions({ workspace })),
      ]),
    );
  }
  const letters = Object.fromEntries(
    me.workspaces.map(({ slug }) => [slug, <LettersList key={slug} workspace={slug} />]),
  );
  return (
    <Hydrated>
      <AccountScreen workspace={workspace} letters={letters} />
    </Hydrated>
  );
}
