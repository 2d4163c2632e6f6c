import type { Metadata } from "next";
import { StandardsScreen } from "@/features/standards/ui/standards-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Standards" };

export default async function StandardsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const { trpc, queryClient } = api();
  await onPage(
    Promise.all([
      queryClient.fetchQuery(trpc.workspaces.frame.queryOptions({ workspace })),
      queryClient.fetchQuery(trpc.standards.all.queryOptions({ workspace })),
    ]),
  );
  return (
    <Hydrated>
      <StandardsScreen workspace={workspace} />
    </Hydrated>
  );
}
