import type { Metadata } from "next";
import { AccountScreen } from "@/features/accounts/ui/account-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const { trpc, queryClient } = api();
  const [me] = await onPage(
    Promise.all([
      queryClient.fetchQuery(trpc.accounts.me.queryOptions({})),
      queryClient.fetchQuery(trpc.accounts.sessions.queryOptions({})),
    ]),
  );
  const [first] = me.workspaces;
  if (first !== undefined) {
    const workspace = first.slug;
    await onPage(
      Promise.all([
        queryClient.fetchQuery(trpc.attention.mail.queryOptions({ workspace })),
        queryClient.fetchQuery(trpc.attention.subscriptions.queryOptions({ workspace })),
      ]),
    );
  }
  return (
    <Hydrated>
      <AccountScreen />
    </Hydrated>
  );
}
