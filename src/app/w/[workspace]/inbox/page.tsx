import type { Metadata } from "next";
import { inboxFilters } from "@/features/attention/ui/inbox-filter";
import { InboxScreen } from "@/features/attention/ui/inbox-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "For you" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ show?: string | string[] }>;
};

export default async function InboxPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const wanted = (await searchParams).show;
  const filter = inboxFilters.find((known) => known === wanted) ?? "all";
  const { trpc, queryClient } = api();
  await onPage(queryClient.fetchQuery(trpc.attention.inbox.queryOptions({ workspace, filter, limit: 50 })));
  return (
    <Hydrated>
      <InboxScreen key={filter} workspace={workspace} filter={filter} />
    </Hydrated>
  );
}
