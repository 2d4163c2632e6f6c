import type { Metadata } from "next";
import { ActivityScreen } from "@/features/activity/ui/activity-screen";
import { olderEntries } from "@/features/activity/ui/older-entries";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Activity" };

export default async function ActivityPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const { trpc, queryClient } = api();
  await onPage(
    queryClient.fetchInfiniteQuery(trpc.activity.feed.infiniteQueryOptions({ workspace }, olderEntries)),
  );
  return (
    <Hydrated>
      <ActivityScreen workspace={workspace} />
    </Hydrated>
  );
}
