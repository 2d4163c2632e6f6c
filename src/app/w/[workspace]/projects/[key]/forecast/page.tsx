import type { Metadata } from "next";
import { ForecastScreen } from "@/features/forecast/ui/forecast-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Forecast" };

type Props = { params: Promise<{ workspace: string; key: string }> };

export default async function ForecastPage({ params }: Props) {
  const { workspace, key: projectKey } = await params;
  const { trpc, queryClient } = api();
  await onPage(
    Promise.all([
      queryClient.fetchQuery(trpc.projects.byKey.queryOptions({ workspace, projectKey })),
      queryClient.fetchQuery(trpc.plans.plan.queryOptions({ workspace, projectKey })),
      queryClient.fetchQuery(trpc.baselines.ofProject.queryOptions({ workspace, projectKey })),
    ]),
  );
  return (
    <Hydrated>
      <ForecastScreen workspace={workspace} projectKey={projectKey} />
    </Hydrated>
  );
}
