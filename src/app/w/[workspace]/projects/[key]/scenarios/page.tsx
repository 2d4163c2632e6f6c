import type { Metadata } from "next";
import { ScenariosScreen } from "@/features/scenarios/ui/scenarios-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Scenarios" };

type Props = { params: Promise<{ workspace: string; key: string }> };

export default async function ScenariosPage({ params }: Props) {
  const { workspace, key: projectKey } = await params;
  const { trpc, queryClient } = api();
  await onPage(
    Promise.all([
      queryClient.fetchQuery(trpc.projects.byKey.queryOptions({ workspace, projectKey })),
      queryClient.fetchQuery(trpc.scenarios.steps.queryOptions({ workspace, projectKey })),
      queryClient.fetchQuery(trpc.scenarios.ofProject.queryOptions({ workspace, projectKey })),
    ]),
  );
  return (
    <Hydrated>
      <ScenariosScreen workspace={workspace} projectKey={projectKey} />
    </Hydrated>
  );
}
