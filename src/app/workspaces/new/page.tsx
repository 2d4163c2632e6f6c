import type { Metadata } from "next";
import { EntryFrame } from "@/features/accounts/ui/entry-frame";
import { NewWorkspaceForm } from "@/features/workspaces/ui/new-workspace-screen";
import { api, onPage } from "@/platform/trpc/server";

export const metadata: Metadata = { title: "New workspace" };

export default async function NewWorkspacePage() {
  const { trpc, queryClient } = api();
  const me = await onPage(queryClient.fetchQuery(trpc.accounts.me.queryOptions({})));
  return (
    <EntryFrame
      title="Create a workspace"
      lead={`Welcome, ${me.name}. A workspace holds your organization's projects, people and standards.`}
    >
      <NewWorkspaceForm />
    </EntryFrame>
  );
}
