import type { Metadata } from "next";
import { SignInScreen } from "@/features/accounts/ui/sign-in-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next } = await searchParams;
  const { trpc, queryClient } = api();
  await onPage(queryClient.fetchQuery(trpc.accounts.sampleAccounts.queryOptions({})));
  return (
    <Hydrated>
      <SignInScreen next={typeof next === "string" ? next : undefined} />
    </Hydrated>
  );
}
