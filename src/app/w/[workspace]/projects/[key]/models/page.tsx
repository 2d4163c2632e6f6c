import type { Metadata } from "next";
import { fromSearch } from "@/features/selection/ui/selection-address";
import { SelectionScreen } from "@/features/selection/ui/selection-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Models" };

type Props = {
  params: Promise<{ workspace: string; key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ModelsPage({ params, searchParams }: Props) {
  const { workspace, key: projectKey } = await params;
  const { address, asked } = fromSearch(await searchParams);
  const { trpc, queryClient } = api();
  await onPage(
    Promise.all([
      queryClient.fetchQuery(trpc.projects.byKey.queryOptions({ workspace, projectKey })),
      queryClient.fetchQuery(trpc.selection.shortlist.queryOptions({ workspace, projectKey, ...asked })),
    ]),
  );
  return (
    <Hydrated>
      <SelectionScreen workspace={workspace} projectKey={projectKey} address={address} />
    </Hydrated>
  );
}
