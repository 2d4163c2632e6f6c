import type { Metadata } from "next";
import { ExpertiseScreen } from "@/features/expertise/ui/expertise-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Expertise" };

export default async function ExpertisePage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const { trpc, queryClient } = api();
  await onPage(queryClient.fetchQuery(trpc.workspaces.members.queryOptions({ workspace })));
  return (
    <Hydrated>
      <ExpertiseScreen workspace={workspace} />
    </Hydrated>
  );
}
