import type { Metadata } from "next";
import { MembersScreen } from "@/features/workspaces/ui/members-screen";
import { api, Hydrated, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const { trpc, queryClient } = api();
  const [frame] = await onPage(
    Promise.all([
      queryClient.fetchQuery(trpc.workspaces.frame.queryOptions({ workspace })),
      queryClient.fetchQuery(trpc.workspaces.members.queryOptions({ workspace })),
    ]),
  );
  if (frame.permissions.includes("member.invite")) {
    await onPage(queryClient.fetchQuery(trpc.workspaces.invitations.queryOptions({ workspace })));
  }
  return (
    <Hydrated>
      <MembersScreen workspace={workspace} />
    </Hydrated>
  );
}
