import type { Metadata } from "next";
import { NewDecisionScreen } from "@/features/decisions/ui/new-decision-screen";
import { knownPhase } from "@/features/projects/ui/known-phase";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "New decision" };

type Props = {
  params: Promise<{ workspace: string; key: string }>;
  searchParams: Promise<Partial<Record<"phase" | "task" | "comment", string | string[]>>>;
};

export default async function NewDecisionPage({ params, searchParams }: Props) {
  const { workspace, key: projectKey } = await params;
  const { phase, task, comment } = await searchParams;
  const origin = {
    taskKey: typeof task === "string" ? task : null,
    commentId: typeof comment === "string" ? comment : null,
  };
  const { trpc, queryClient } = api();
  await onPage(
    Promise.all([
      queryClient.fetchQuery(trpc.projects.byKey.queryOptions({ workspace, projectKey })),
      queryClient.fetchQuery(trpc.workspaces.members.queryOptions({ workspace })),
      queryClient.fetchQuery(trpc.decisions.draft.queryOptions({ workspace, projectKey, ...origin })),
    ]),
  );
  return (
    <Hydrated>
      <NewDecisionScreen
        workspace={workspace}
        projectKey={projectKey}
        origin={origin}
        phase={typeof phase === "string" ? knownPhase(phase)?.id : undefined}
      />
    </Hydrated>
  );
}
