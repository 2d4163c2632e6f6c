import type { Metadata } from "next";
import { HomeScreen } from "@/features/home/ui/home-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Home" };

export default async function HomePage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const { trpc, queryClient } = api();
  await onPage(queryClient.fetchQuery(trpc.home.overview.queryOptions({ workspace })));
  return (
    <Hydrated>
      <HomeScreen workspace={workspace} />
    </Hydrated>
  );
}
