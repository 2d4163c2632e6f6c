import type { Metadata } from "next";
import { RaisedDecisions } from "@/features/decisions/ui/raised-decisions";
import { BriefScreen } from "@/features/projects/ui/brief-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Brief" };

type Props = { params: Promise<{ workspace: string; key: string }> };

export default async function BriefPage({ params }: Props) {
  const { workspace, key: projectKey } = await params;
  const { trpc, queryClient } = api();
  await onPage(
    Promise.all([
      queryClient.fetchQuery(trpc.projects.byKey.queryOptions({ workspace, projectKey })),
      queryClient.fetchQuery(trpc.projects.brief.queryOptions({ workspace, projectKey })),
      queryClient.fetchQuery(trpc.decisions.suggestions.queryOptions({ workspace, projectKey })),
    ]),
  );
  return (
    <Hydrated>
      <BriefScreen
        workspace={workspace}
        projectKey={projectKey}
        decisions={<RaisedDecisions workspace={workspace} projectKey={projectKey} />}
      />
    </Hydrated>
  );
}
