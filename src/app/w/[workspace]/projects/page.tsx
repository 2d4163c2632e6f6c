import type { Metadata } from "next";
import { ProjectsScreen } from "@/features/projects/ui/projects-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Projects" };

export default async function ProjectsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const { trpc, queryClient } = api();
  await onPage(queryClient.fetchQuery(trpc.projects.list.queryOptions({ workspace })));
  return (
    <Hydrated>
      <ProjectsScreen workspace={workspace} />
    </Hydrated>
  );
}
