import type { Metadata } from "next";
import { AccountScreen } from "@/features/accounts/ui/account-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const { trpc, queryClient } = api();
  await onPage(
    Promise.all([
      queryClient.fetchQuery(trpc.accounts.me.queryOptions({})),
      queryClient.fetchQuery(trpc.accounts.sessions.queryOptions({})),
    ]),
  );
  return (
    <Hydrated>
      <AccountScreen />
    </Hydrated>
  );
}
