import type { Metadata } from "next";
import { SharingScreen } from "@/features/views/ui/sharing-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Sharing" };

export default async function SharingPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const { trpc, queryClient } = api();
  const frame = await onPage(queryClient.fetchQuery(trpc.workspaces.frame.queryOptions({ workspace })));
  if (frame.permissions.includes("view.share")) {
    await onPage(queryClient.fetchQuery(trpc.shares.open.queryOptions({ workspace })));
  }
  return (
    <Hydrated>
      <SharingScreen workspace={workspace} />
    </Hydrated>
  );
}
