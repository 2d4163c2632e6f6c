import type { Metadata } from "next";
import { NewDecisionScreen } from "@/features/decisions/ui/new-decision-screen";
import { knownPhase } from "@/features/projects/ui/known-phase";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "New decision" };

type Props = {
  params: Promise<{ workspace: string; key: string }>;
  searchParams: Promise<{ phase?: string | string[] }>;
};

export default async function NewDecisionPage({ params, searchParams }: Props) {
  const { workspace, key: projectKey } = await params;
  const { phase } = await searchParams;
  const { trpc, queryClient } = api();
  await onPage(
    Promise.all([
      queryClient.fetchQuery(trpc.projects.byKey.queryOptions({ workspace, projectKey })),
      queryClient.fetchQuery(trpc.workspaces.members.queryOptions({ workspace })),
    ]),
  );
  return (
    <Hydrated>
      <NewDecisionScreen
        workspace={workspace}
        projectKey={projectKey}
        phase={typeof phase === "string" ? knownPhase(phase)?.id : undefined}
      />
    </Hydrated>
  );
}
