import type { Metadata } from "next";
import { PlanScreen } from "@/features/projects/ui/plan-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Plan" };

type Props = { params: Promise<{ workspace: string; key: string }> };

export default async function PlanPage({ params }: Props) {
  const { workspace, key: projectKey } = await params;
  const { trpc, queryClient } = api();
  await onPage(
    Promise.all([
      queryClient.fetchQuery(trpc.projects.byKey.queryOptions({ workspace, projectKey })),
      queryClient.fetchQuery(trpc.plans.plan.queryOptions({ workspace, projectKey })),
    ]),
  );
  return (
    <Hydrated>
      <PlanScreen workspace={workspace} projectKey={projectKey} />
    </Hydrated>
  );
}
