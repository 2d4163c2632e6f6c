import type { Metadata } from "next";
import { TeamsScreen } from "@/features/teams/ui/teams-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Teams" };

export default async function TeamsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const { trpc, queryClient } = api();
  await onPage(
    Promise.all([
      queryClient.fetchQuery(trpc.workspaces.frame.queryOptions({ workspace })),
      queryClient.fetchQuery(trpc.workspaces.members.queryOptions({ workspace })),
      queryClient.fetchQuery(trpc.teams.list.queryOptions({ workspace })),
    ]),
  );
  return (
    <Hydrated>
      <TeamsScreen workspace={workspace} />
    </Hydrated>
  );
}
