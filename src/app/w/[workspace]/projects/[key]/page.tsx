import type { Metadata } from "next";
import { OverviewScreen } from "@/features/projects/ui/overview-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Overview" };

type Props = { params: Promise<{ workspace: string; key: string }> };

export default async function OverviewPage({ params }: Props) {
  const { workspace, key: projectKey } = await params;
  const { trpc, queryClient } = api();
  await onPage(
    Promise.all([
      queryClient.fetchQuery(trpc.projects.byKey.queryOptions({ workspace, projectKey })).then(({ id }) =>
        Promise.all([
          queryClient.fetchQuery(
            trpc.comments.discussion.queryOptions({ workspace, subjectType: "project", subjectId: id }),
          ),
          queryClient.fetchQuery(
            trpc.attention.subscription.queryOptions({
              workspace,
              subject: { kind: "project", projectId: id },
            }),
          ),
        ]),
      ),
      queryClient.fetchQuery(trpc.plans.plan.queryOptions({ workspace, projectKey })),
      queryClient.fetchQuery(trpc.projects.detailSteps.queryOptions({ workspace, projectKey })),
      queryClient.fetchQuery(trpc.workspaces.members.queryOptions({ workspace })),
      queryClient.fetchQuery(trpc.teams.list.queryOptions({ workspace })),
    ]),
  );
  return (
    <Hydrated>
      <OverviewScreen workspace={workspace} projectKey={projectKey} />
    </Hydrated>
  );
}
