import type { Metadata } from "next";
import { NewProjectScreen } from "@/features/projects/ui/new-project-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "New project" };

export default async function NewProjectPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const { trpc, queryClient } = api();
  await onPage(
    Promise.all([
      queryClient.fetchQuery(trpc.workspaces.members.queryOptions({ workspace })),
      queryClient.fetchQuery(trpc.teams.list.queryOptions({ workspace })),
    ]),
  );
  return (
    <Hydrated>
      <NewProjectScreen workspace={workspace} today={new Date().toISOString().slice(0, 10)} />
    </Hydrated>
  );
}
